import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Actor } from '../access/actor.ts'
import { AuditAction } from '../audit/audit-action.ts'
import { enter } from './enter.ts'
import { ExampleBrowser, ExampleInstallation } from './example.ts'
import { endOtherSessions, endOwnSession, ownSessions } from './own-sessions.ts'
import { Session, SignInWay } from './session.entity.ts'

let andel: ExampleInstallation
let forgotten: number
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-02T08:00:00Z') })
  andel = await ExampleInstallation.open()
  forgotten = 0
})
afterEach(async () => {
  vi.useRealTimers()
  await andel[Symbol.asyncDispose]()
})

const editing = (actor: Actor) => {
  const forgetRights = (): void => {
    forgotten++
    andel.authentication.forget()
  }
  return { em: andel.em.fork(), actor, forgetRights }
}
async function enterAs(person: string, agent: string): Promise<Actor> {
  const browser = new ExampleBrowser(undefined, agent)
  await enter(andel, { person, way: SignInWay.LOCAL }, browser.exchange)
  return andel.authentication.actorOf(browser.exchange.request)
}
const listed = async (actor: Actor) =>
  (await ownSessions(andel.em.fork(), actor)).map(({ browser }) => browser)
const forbidden = expect.objectContaining({ code: 'FORBIDDEN' })
const notFound = expect.objectContaining({ code: 'NOT_FOUND' })

describe('one’s own sessions', () => {
  it('are those that last, the one that was used last first', async () => {
    const { id } = await andel.add('Asa')
    await enterAs((await andel.add('Bo')).id, 'Bo’s')
    await enterAs(id, 'old')
    vi.setSystemTime(Date.now() + 30 * 60_000)
    await enterAs(id, 'first')
    vi.setSystemTime(Date.now() + 1000)
    const actor = await enterAs(id, 'second')
    expect(await listed(actor)).toEqual(['second', 'first', 'old'])
    vi.setSystemTime(Date.now() + 31 * 60_000)
    expect(await listed(actor)).toEqual(['second', 'first'])
  })

  it('can be ended one by one, and nobody else’s', async () => {
    const asa = await andel.add('Asa')
    const [here, there] = [await enterAs(asa.id, 'here'), await enterAs(asa.id, 'there')]
    const bo = await enterAs((await andel.add('Bo')).id, 'Bo’s')
    const globalId = ({ through }: Actor) => Buffer.from(`Session:${through}`).toString('base64url')
    for (const other of [globalId(bo), 'x', asa.globalId, ''])
      await expect(endOwnSession(editing(here), other)).rejects.toThrow(notFound)
    expect(forgotten).toBe(0)
    await endOwnSession(editing(here), globalId(there))
    expect([await listed(here), forgotten]).toEqual([['here'], 1])
    await expect(endOwnSession(editing(here), globalId(there))).rejects.toThrow(notFound)
    expect((await andel.told()).at(-1)).toEqual({
      action: AuditAction.SESSION_ENDED,
      succeeded: true,
      actor: asa.id,
      subject: asa.globalId,
      details: { sessions: 1 },
    })
  })

  it('can all be ended but the one that asks', async () => {
    const asa = await andel.add('Asa')
    const [here] = [
      await enterAs(asa.id, 'here'),
      await enterAs(asa.id, 'there'),
      await enterAs(asa.id, 'x'),
    ]
    const bo = await enterAs((await andel.add('Bo')).id, 'Bo’s')
    expect(await endOtherSessions(editing(here!))).toBe(2)
    expect([await listed(here!), await listed(bo), forgotten]).toEqual([['here'], ['Bo’s'], 1])
    const told = await andel.told()
    expect(told.at(-1)!.details).toEqual({ sessions: 2 })
    expect(await endOtherSessions(editing(here!))).toBe(0)
    expect(await andel.told()).toEqual(told)
  })

  it('are not told to tokens', async () => {
    const { id } = await andel.add('Asa')
    const session = await enterAs(id, 'here')
    const token = Actor.person(id, 'writing token', [], 'token')
    await expect(ownSessions(andel.em.fork(), token)).rejects.toThrow(forbidden)
    await expect(endOtherSessions(editing(token))).rejects.toThrow(forbidden)
    await expect(endOwnSession(editing(token), session.through)).rejects.toThrow(forbidden)
    expect(await andel.em.fork().count(Session)).toBe(1)
  })
})
