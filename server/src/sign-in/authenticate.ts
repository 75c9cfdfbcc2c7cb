import type { IncomingMessage } from 'node:http'
import type { Bell } from '../bell/bell.ts'
import type { FilterQuery } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { LRUCache } from 'lru-cache'
import { Actor, type Granted } from '../access/actor.ts'
import { hashSecret } from '../access/secret.ts'
import { ApiToken } from '../api-token/api-token.entity.ts'
import { toGlobalId } from '../connection/global-id.ts'
import { noteActor } from '../operation/current-request.ts'
import { Grant } from '../person/grant.entity.ts'
import { cookieOf } from './cookie.ts'
import { Session } from './session.entity.ts'
import { lasts } from './sessions.ts'

const minute = 60_000

/** Milliseconds for which it is not asked again who somebody is: what is ended elsewhere works no longer than this. */
const knownFor = 500

/** Finds out who asks, by the cookie of a session or a token, and what that person may do. */
export class Authentication {
  private readonly known = new LRUCache<string, Actor>({ max: 10_000, ttl: knownFor })
  /** Who somebody is now, by the rights that were. */
  private readonly present = new LRUCache<string, Actor>({ max: 1000, ttl: knownFor })

  private bell: Bell | undefined

  /** @param em - of which each look gets a fork of its own */
  constructor(private readonly em: EntityManager) {}

  /**
   * Who sends a request; `Actor.nobody` when it says nobody, or nobody who may come in. A token counts before a cookie: a
   * program says it on purpose.
   */
  async actorOf(request: Pick<IncomingMessage, 'headers'>): Promise<Actor> {
    const actor = await this.whoAsks(request)
    noteActor(actor.id)
    return actor
  }

  private async whoAsks(request: Pick<IncomingMessage, 'headers'>): Promise<Actor> {
    const bearer = bearerOf(request)
    const cookie = bearer === undefined ? cookieOf(request) : undefined
    if (bearer === undefined && cookie === undefined) return Actor.nobody
    const hash = hashSecret((bearer ?? cookie)!)
    const key = `${bearer === undefined ? 'session' : 'token'} ${hash}`
    const actor = this.known.get(key) ?? (await this.lookFor(key, hash, bearer === undefined))
    return isMeant(request, actor) ? actor : Actor.nobody
  }

  private async lookFor(key: string, hash: string, isSession: boolean): Promise<Actor> {
    const which = { tokenHash: hash }
    const actor = isSession ? await this.bySession(which) : await this.byToken(which)
    if (!actor.isSignedIn) return actor
    this.known.set(key, actor)
    this.present.set(actor.rights, actor)
    return actor
  }

  /** The person as a view's address is answered: with the rights of now, and reading alone. */
  async ownerOf(personId: string): Promise<Actor> {
    const em = this.em.fork()
    const grants = await em.find(Grant, { person: { id: personId, suspendedAt: null } })
    return grants.length === 0
      ? Actor.nobody
      : Actor.person(personId, 'reading token', grants.map(granted))
  }

  /**
   * Whether somebody still may what was granted when the request began: for what takes long, so that it ends with the session
   * or the token. Asked of the database twice a second at most.
   */
  async stillHolds(actor: Actor): Promise<boolean> {
    if (actor.isProgram || !actor.isSignedIn) return true
    return (await this.presently(actor)).rights === actor.rights
  }

  /** Somebody as now; `Actor.nobody` when what was acted through has ended. Does not count as use of a session. */
  async presently(actor: Actor): Promise<Actor> {
    const present = this.present.get(actor.rights) ?? (await this.lookUp(actor))
    this.present.set(actor.rights, present)
    return present
  }

  /** Has everybody looked up anew, in every process: rights, sessions or tokens have changed. */
  forget(): void {
    this.lookAnew()
    this.bell?.ring({ kind: 'rights' })
  }

  /** Has everybody looked up anew when another process says so, and tells others. */
  heed(bell: Bell): void {
    this.bell = bell
    bell.hear(({ kind }) => kind === 'rights' && this.lookAnew())
  }

  private lookAnew(): void {
    this.known.clear()
    this.present.clear()
  }

  /** Somebody as now, by what was acted through; a view's owner acts through nothing. */
  private lookUp({ id, means, through }: Actor): Promise<Actor> {
    if (through === '') return this.ownerOf(id)
    return means === 'session'
      ? this.bySession({ id: through }, false)
      : this.byToken({ id: through }, false)
  }

  private async bySession(which: FilterQuery<Session>, isUse = true): Promise<Actor> {
    const em = this.em.fork()
    const session = await em.findOne(Session, which, { populate: ['person.grants'] })
    const now = new Date()
    if (!session || !lasts(session, now)) return Actor.nobody
    const person = session.person.unwrap()
    if (person.suspendedAt) return Actor.nobody
    if (isUse && now.getTime() - session.seenAt.getTime() > minute)
      await em.nativeUpdate(Session, { id: session.id }, { seenAt: now })
    return Actor.person(person.id, 'session', [...person.grants].map(granted), session.id)
  }

  private async byToken(which: FilterQuery<ApiToken>, isUse = true): Promise<Actor> {
    const em = this.em.fork()
    const token = await em.findOne(ApiToken, which, { populate: ['person.grants'] })
    const now = new Date()
    if (!token || token.revokedAt || token.expiresAt <= now) return Actor.nobody
    const person = token.person.unwrap()
    if (person.suspendedAt) return Actor.nobody
    if (isUse && (!token.usedAt || now.getTime() - token.usedAt.getTime() > minute))
      await em.nativeUpdate(ApiToken, { id: token.id }, { usedAt: now })
    const means = token.writes ? 'writing token' : 'reading token'
    return Actor.person(person.id, means, [...person.grants].map(granted), token.id)
  }
}

const granted = ({ role, jointService, municipality }: Grant): Granted => ({
  role,
  jointService: jointService?.id ?? null,
  municipality: municipality?.code ?? null,
})

/**
 * Whether a request that names a person is that person's. A page names whom it was opened by: when somebody else has signed in
 * in the same browser since, it must not act as that one.
 */
function isMeant({ headers }: Pick<IncomingMessage, 'headers'>, actor: Actor): boolean {
  const named = headers['andel-person']
  return named === undefined || named === toGlobalId('Person', actor.id)
}

/** What stands in `Authorization: Bearer …`; undefined when the header is not there, "" when it says something else. */
function bearerOf({ headers }: Pick<IncomingMessage, 'headers'>): string | undefined {
  const { authorization } = headers
  if (authorization === undefined) return undefined
  return /^Bearer +(\S{1,200})$/i.exec(authorization)?.[1] ?? ''
}
