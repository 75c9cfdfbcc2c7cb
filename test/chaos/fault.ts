import { type Product, startProduct, temporaryFolder } from '../product.ts'
import { Visitor } from '../visitor.ts'
import { addLines, readBudget } from './budget.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { type EditorOptions, type Sent, keepEditing, nothingSent } from './editor.ts'
import { type Complaints, judge } from './verdict.ts'

/** How a fault is made, and how often. */
export interface Course {
  readonly seed: number
  /** Share of the usual rounds and seconds: 1, or less for a try. */
  readonly part: number
  /** Prints one line of JSON. */
  report(round: Round): void
}

/** One fault, and what came of it. */
export interface Round {
  readonly fault: string
  readonly round: number
  readonly seed: number
  readonly stored?: number
  readonly refused?: number
  readonly doubtful?: number
  /** What speaks against the product: nothing, or the run has failed. */
  readonly complaints: Complaints
  readonly [told: string]: unknown
}

export interface Fault {
  readonly name: string
  run(course: Course): Promise<void>
}

/** A product that one fault is made on, and the co-ordinator who uses it. */
interface Place {
  readonly product: Product
  readonly office: Visitor
  /** Where its data is. */
  readonly env: { readonly DATA_DIR: string }
}

/** Has a product of its own for a work, and ends it whatever happens. @param more - further settings of it */
export async function onProduct(
  work: (place: Place) => Promise<void>,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const data = await temporaryFolder()
  const env = { DATA_DIR: data.path, ...more }
  const product = await startProduct(env)
  try {
    await work({ product, env, office: await Visitor.by(await product.link('coordinator')) })
  } finally {
    await product.end('SIGKILL')
    await data.remove()
  }
}

/** Rounds or seconds of a course, at least one. */
export const shareOf = (usual: number, { part }: Course): number =>
  Math.max(1, Math.round(usual * part))

/** The chance of one round, so that it can be made again alone. */
export const chanceOf = ({ seed }: Course, round: number): Chance => chanceFrom(seed + round * 7919)

/** The budget that a fault is made on: a line for each editor, and one whose amount all of them write. */
export interface Ground {
  readonly budgetId: string
  readonly own: readonly string[]
  readonly shared: string
}

export async function layGround(office: Visitor, editors: number): Promise<Ground> {
  const [shared, ...own] = await addLines(office, editors + 1)
  const { id } = await readBudget(office)
  return { budgetId: id, own: own.map((line) => line.id), shared: shared!.id }
}

/** What there was before a round. */
export interface Before {
  readonly since: number
  readonly amount: string | null
}

export async function lookBefore(office: Visitor, { shared }: Ground): Promise<Before> {
  const { sequence, lines } = await readBudget(office)
  return { since: sequence, amount: lines.find(({ id }) => id === shared)!.typedAmount }
}

/** Editors at work. */
export interface Storm {
  readonly sent: Sent
  /** Returns when so many edits have been stored since it began, or nobody edits any more. */
  until(stored: number): Promise<void>
  /** Lets every editor end what it is at. */
  end(): Promise<void>
}

export function startStorm(
  ground: Ground,
  offices: readonly Visitor[],
  chance: Chance,
  repeats?: EditorOptions['repeats'],
): Storm {
  const sent = nothingSent()
  let over = false
  let working = ground.own.length
  const editors = ground.own.map((own, index) => {
    const mine = chanceFrom(Math.floor(chance() * 2 ** 32))
    const turned = offices.map((_, turn) => offices[(turn + index) % offices.length]!)
    const options = { ...ground, own, offices: turned, chance: mine, ...(repeats && { repeats }) }
    return keepEditing(options, sent, () => over).finally(() => working--)
  })
  return {
    sent,
    async until(stored) {
      while (sent.stored.size < stored && working > 0)
        await new Promise((resolve) => setTimeout(resolve, 2))
    },
    async end() {
      over = true
      await Promise.all(editors)
    },
  }
}

/** The verdict on one round, for `Course.report`. */
export async function verdictOn(
  office: Visitor,
  ground: Ground,
  before: Before,
  sent: Sent,
): Promise<Pick<Round, 'stored' | 'refused' | 'doubtful' | 'complaints'>> {
  const { stored, refused, doubtful } = sent
  const complaints = await judge({ office, ...before, shared: ground.shared, sent })
  return { stored: stored.size, refused: refused.size, doubtful: doubtful.size, complaints }
}

/** Ends products whatever happens. */
export async function endAll(products: Iterable<Product>): Promise<void> {
  for (const product of products) await product.end('SIGKILL')
}
