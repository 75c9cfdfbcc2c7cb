import type { Bell, Present } from '../bell/bell.ts'
import { Listeners } from './listeners.ts'
import { BudgetPresence, type Presence } from './presence.ts'

/** Milliseconds between two times that this process says who is here, and after which nobody counts of whom nothing is heard. */
const renewal = 10_000
const silence = 30_000

/** Milliseconds between two things told of one budget. */
const breath = 100

/** Pages of one person in one process, and streams of one page: it may have a second while its line is renewed. */
const mostPages = 20
const mostStreams = 3

interface Heard {
  readonly present: Present
  readonly heardAt: number
}

/** A page that is connected to this process; one may listen more than once while its line is renewed. */
interface Own {
  present: Present
  listening: number
}

/**
 * Who is in which budget, in all processes: each tells the others of the pages that are connected to it. Nothing is stored, and who
 * is not heard of for half a minute is gone.
 */
export class PresenceBook implements Disposable {
  /** By page. */
  private readonly heard = new Map<string, Heard>()
  private readonly own = new Map<string, Own>()
  private readonly listeners = new Listeners<BudgetPresence>()
  private readonly telling = new Map<string, NodeJS.Timeout>()
  private readonly timer: NodeJS.Timeout
  private readonly hearing: Disposable

  constructor(private readonly bell: Bell) {
    this.hearing = bell.hear((ring) => {
      if (ring.kind === 'presence') this.note(ring.presence)
      if (ring.kind === 'whoIsThere') this.sayAll()
    })
    this.timer = setInterval(() => this.renew(), renewal).unref()
    bell.ring({ kind: 'whoIsThere' })
  }

  /**
   * Is there, for as long as it listens to who is there. Undefined for a page of somebody else, and for more pages or streams than one
   * may have.
   *
   * @param budget - own id, as `person`
   */
  listen(
    budget: string,
    person: string,
    client: string,
  ): AsyncIterableIterator<BudgetPresence> | undefined {
    const before = this.own.get(client) ?? this.heard.get(client)
    if (before && before.present.person !== person) return undefined
    const known = this.own.get(client)
    if (known ? known.listening >= mostStreams : this.pagesOf(person) >= mostPages) return undefined
    const present = known?.present ?? {
      client,
      budget,
      person,
      cell: null,
      typing: false,
      left: false,
    }
    this.own.set(client, {
      present: { ...present, budget },
      listening: (known?.listening ?? 0) + 1,
    })
    const stream = this.listeners.add(budget, () => this.leave(client))
    this.say({ ...present, budget })
    stream.tell(this.presenceIn(budget))
    return stream
  }

  /** Notes where somebody is, whatever process the page is connected to. @returns whether that page is known to be there */
  move(moved: Present): boolean {
    const known = this.heard.get(moved.client)?.present
    if (!known || known.person !== moved.person || known.budget !== moved.budget) return false
    this.say(moved)
    return true
  }

  [Symbol.dispose](): void {
    clearInterval(this.timer)
    this.hearing[Symbol.dispose]()
    this.listeners.end()
    for (const timer of this.telling.values()) clearTimeout(timer)
  }

  private pagesOf(person: string): number {
    let count = 0
    for (const { present } of this.own.values()) if (present.person === person) count += 1
    return count
  }

  private leave(client: string): void {
    const own = this.own.get(client)
    if (!own) return
    own.listening -= 1
    if (own.listening > 0) return
    this.own.delete(client)
    this.say({ ...own.present, left: true })
  }

  private say(present: Present): void {
    this.bell.ring({ kind: 'presence', presence: present })
  }

  private sayAll(): void {
    for (const { present } of this.own.values()) this.say(present)
  }

  private note(present: Present): void {
    const { client, budget } = present
    const before = this.heard.get(client)?.present
    if (before && before.person !== present.person) return
    const own = this.own.get(client)
    // the page has come back through this process before the other noticed that its line was cut
    if (present.left && own) return this.say(own.present)
    if (present.left) this.heard.delete(client)
    else this.heard.set(client, { present, heardAt: Date.now() })
    if (own && !present.left) own.present = present
    if (JSON.stringify(before) !== JSON.stringify(present)) this.tellSoon(budget)
    if (before && before.budget !== budget) this.tellSoon(before.budget)
  }

  private renew(): void {
    this.sayAll()
    for (const [client, { present, heardAt }] of this.heard) {
      if (Date.now() - heardAt <= silence) continue
      this.heard.delete(client)
      this.tellSoon(present.budget)
    }
  }

  private tellSoon(budget: string): void {
    if (!this.listeners.has(budget) || this.telling.has(budget)) return
    const tell = (): void => {
      this.telling.delete(budget)
      this.listeners.tell(budget, this.presenceIn(budget))
    }
    this.telling.set(budget, setTimeout(tell, breath))
  }

  private presenceIn(budget: string): BudgetPresence {
    const there = [...this.heard.values()].filter(({ present }) => present.budget === budget)
    return new BudgetPresence(there.map(({ present }) => asPresence(present)))
  }
}

const asPresence = ({ client, person, cell, typing }: Present): Presence => ({
  clientId: client,
  personId: person,
  cell: cell && { ...cell },
  typing,
})
