import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { Actor } from '../access/actor.ts'
import { ApiToken } from '../api-token/api-token.entity.ts'
import { Grant } from '../person/grant.entity.ts'
import type { Person } from '../person/person.entity.ts'
import { Role } from '../person/role-enums.ts'
import { hashSecret } from '../access/secret.ts'
import { ref } from '@mikro-orm/core'
import { Person as Persons } from '../person/person.entity.ts'
import { ExampleBrowser, ExampleInstallation } from './example.ts'
import { Session, SignInWay } from './session.entity.ts'
import { endSessions } from './sessions.ts'
import { enter } from './enter.ts'

const minute = 60_000
let andel: ExampleInstallation
let asa: Person
beforeAll(async () => {
  andel = await ExampleInstallation.open()
})
afterAll(() => andel[Symbol.asyncDispose]())
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-03-02T08:00:00Z') })
  for (const entity of [Session, ApiToken, Grant, Persons])
    await andel.em.fork().nativeDelete(entity as typeof Session, {})
  asa = await andel.add('Asa')
  const em = andel.em.fork()
  em.create(Grant, { person: ref(asa), role: Role.ADMIN, jointService: null, municipality: null })
  await em.flush()
  andel.authentication.forget()
})
afterEach(() => void vi.useRealTimers())

const pass = (milliseconds: number): void => void vi.setSystemTime(Date.now() + milliseconds)
const enterAs = async (person: Person, browser = new ExampleBrowser()): Promise<ExampleBrowser> => {
  await enter(andel, { person: person.id, way: SignInWay.LOCAL }, browser.exchange)
  return browser
}
const sessions = (): Promise<Session[]> => andel.em.fork().findAll(Session)
const actorOf = (headers: Record<string, string>): Promise<Actor> =>
  andel.authentication.actorOf({ headers })

async function issue(text: string, columns: Partial<ApiToken> = {}): Promise<ApiToken> {
  const em = andel.em.fork()
  const token = em.create(ApiToken, {
    person: ref(asa),
    name: 'R',
    prefix: 'andel_',
    tokenHash: hashSecret(text),
    writes: false,
    expiresAt: new Date(Date.now() + 60 * minute),
    ...columns,
  })
  await em.flush()
  return token
}

describe('a session', () => {
  it('is known by its cookie, with what its person may do', async () => {
    const browser = await enterAs(asa)
    const actor = await andel.authentication.actorOf(browser.exchange.request)
    const [session] = await sessions()
    expect(actor).toMatchObject({ id: asa.id, means: 'session', through: session!.id })
    expect(actor.grants).toEqual([{ role: 'ADMIN', jointService: null, municipality: null }])
    expect(browser.answered).toEqual({})
  })

  it('is nobody’s in a request that names another person', async () => {
    const { cookie } = await enterAs(asa)
    const named = (person: string) => actorOf({ cookie: cookie!, 'andel-person': person })
    expect((await named(asa.globalId)).id).toBe(asa.id)
    const kim = await andel.add('Kim')
    expect(await named(kim.globalId)).toBe(Actor.nobody)
    expect((await actorOf({ cookie: cookie! })).id).toBe(asa.id)
  })

  it('is nobody’s without a cookie, or with another', async () => {
    expect(await actorOf({})).toBe(Actor.nobody)
    for (const cookie of ['', '__Host-andel=', `__Host-andel=${'x'.repeat(43)}`])
      expect(await actorOf({ cookie })).toBe(Actor.nobody)
  })

  it('ends an hour after it was used, which is noted once a minute', async () => {
    const browser = await enterAs(asa)
    for (const [wait, seen] of [
      [minute, 0],
      [1, minute + 1],
      [minute, minute + 1],
      [59 * minute - 1, 60 * minute + minute],
    ] as const) {
      pass(wait)
      andel.authentication.forget()
      expect(await browser.whoIn(andel)).toBe(asa.id)
      const [session] = await sessions()
      expect(session!.seenAt.getTime() - session!.createdAt.getTime()).toBe(seen)
    }
    pass(60 * minute)
    andel.authentication.forget()
    expect(await browser.whoIn(andel)).toBe('nobody')
  })

  it('ends twelve hours after it began, however much it is used', async () => {
    const browser = await enterAs(asa)
    const used = async (wait: number): Promise<string> => {
      pass(wait)
      andel.authentication.forget()
      return browser.whoIn(andel)
    }
    for (let half = 1; half < 24; half++) expect(await used(30 * minute)).toBe(asa.id)
    expect(await used(30 * minute - 1)).toBe(asa.id)
    expect(await used(1)).toBe('nobody')
  })

  it('is nobody’s while its person is suspended', async () => {
    const browser = await enterAs(asa)
    await andel.em.fork().nativeUpdate(Persons, { id: asa.id }, { suspendedAt: new Date() })
    expect(await browser.whoIn(andel)).toBe('nobody')
  })

  it('is believed for half a second, unless all is forgotten', async () => {
    const browser = await enterAs(asa)
    expect(await browser.whoIn(andel)).toBe(asa.id)
    await andel.em.fork().nativeDelete(Session, {})
    expect(await browser.whoIn(andel)).toBe(asa.id)
    andel.authentication.forget()
    expect(await browser.whoIn(andel)).toBe('nobody')
  })

  it('keeps what the browser calls itself, in part', async () => {
    await enterAs(asa, new ExampleBrowser(undefined, `a${'b'.repeat(300)}`))
    await enterAs(asa, Object.assign(new ExampleBrowser(), { agent: undefined }))
    const agents = (await sessions()).map(({ browser }) => browser)
    expect(agents.toSorted()).toEqual(['', `a${'b'.repeat(199)}`])
  })
})

describe('a token', () => {
  const bearer = (text: string): Promise<Actor> => actorOf({ authorization: text })

  it('is known however the header is written, and reads or writes', async () => {
    const { id } = await issue('andel_r')
    await issue('andel_w', { writes: true })
    for (const text of ['Bearer andel_r', 'bearer  andel_r']) {
      const actor = await bearer(text)
      expect(actor).toMatchObject({ id: asa.id, means: 'reading token', through: id })
      expect(actor.grants).toHaveLength(1)
    }
    expect((await bearer('Bearer andel_w')).means).toBe('writing token')
  })

  it('counts before a cookie, also when it is none', async () => {
    const { cookie } = await enterAs(asa)
    await issue('andel_r')
    const both = (authorization: string) => actorOf({ cookie: cookie!, authorization })
    expect((await both('Bearer andel_r')).means).toBe('reading token')
    for (const none of ['Bearer no', 'Basic andel_r', '', 'Bearer andel_r x', 'x Bearer andel_r'])
      expect(await both(none)).toBe(Actor.nobody)
    expect(await both(`Bearer ${'x'.repeat(201)}`)).toBe(Actor.nobody)
  })

  it('is no cookie, nor the other way about', async () => {
    const { cookie } = await enterAs(asa)
    const secret = cookie!.split('=')[1]!
    await issue('y'.repeat(43))
    expect(await bearer(`Bearer ${secret}`)).toBe(Actor.nobody)
    expect(await actorOf({ cookie: `__Host-andel=${'y'.repeat(43)}` })).toBe(Actor.nobody)
    expect((await actorOf({ cookie: cookie! })).means).toBe('session')
  })

  it.each<[string, Partial<ApiToken>]>([
    ['has been revoked', { revokedAt: new Date('2026-03-01') }],
    ['is as old as it may be', { expiresAt: new Date('2026-03-02T08:00:00Z') }],
  ])('is nobody’s when it %s', async (_why, columns) => {
    await issue('andel_r', columns)
    expect(await bearer('Bearer andel_r')).toBe(Actor.nobody)
  })

  it('is nobody’s while its person is suspended', async () => {
    await issue('andel_r')
    await andel.em.fork().nativeUpdate(Persons, { id: asa.id }, { suspendedAt: new Date() })
    expect(await bearer('Bearer andel_r')).toBe(Actor.nobody)
  })

  it('has its use noted, once a minute', async () => {
    await issue('andel_r')
    const usedAt = async () => (await andel.em.fork().findAll(ApiToken))[0]!.usedAt!.getTime()
    const start = Date.now()
    for (const [wait, used] of [
      [0, 0],
      [minute, 0],
      [1, minute + 1],
    ] as const) {
      pass(wait)
      andel.authentication.forget()
      await bearer('Bearer andel_r')
      expect((await usedAt()) - start).toBe(used)
    }
  })
})

describe('who is still there', () => {
  const stillHolds = (actor: Actor) => andel.authentication.stillHolds(actor)
  const revoked = () => andel.em.fork().nativeUpdate(ApiToken, {}, { revokedAt: new Date() })

  it('is asked again of what was acted through', async () => {
    const browser = await enterAs(asa)
    await issue('andel_r')
    const session = await andel.authentication.actorOf(browser.exchange.request)
    const token = await actorOf({ authorization: 'Bearer andel_r' })
    const view = await andel.authentication.ownerOf(asa.id)
    const all = () => Promise.all([session, token, view].map(stillHolds))
    andel.authentication.forget()
    expect(await all()).toEqual([true, true, true])
    await revoked()
    expect(await all()).toEqual([true, true, true])
    andel.authentication.forget()
    expect(await all()).toEqual([true, false, true])
    await endSessions(andel.em.fork(), asa.id)
    andel.authentication.forget()
    expect(await all()).toEqual([false, false, true])
    await andel.em.fork().nativeDelete(Grant, {})
    andel.authentication.forget()
    expect(await all()).toEqual([false, false, false])
    expect(await Promise.all([Actor.nobody, Actor.program('x')].map(stillHolds))).toEqual([
      true,
      true,
    ])
  })

  it('knows a view’s owner, who reads alone, unless suspended or without rights', async () => {
    const owner = await andel.authentication.ownerOf(asa.id)
    expect(owner).toMatchObject({ id: asa.id, means: 'reading token', through: '' })
    expect(owner.grants).toHaveLength(1)
    expect(await andel.authentication.ownerOf((await andel.add('Bo')).id)).toBe(Actor.nobody)
    await andel.em.fork().nativeUpdate(Persons, { id: asa.id }, { suspendedAt: new Date() })
    expect(await andel.authentication.ownerOf(asa.id)).toBe(Actor.nobody)
  })
})
