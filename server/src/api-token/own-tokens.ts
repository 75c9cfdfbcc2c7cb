import { Fault } from '@andel/schema/fault'
import { LockMode } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import { AuditAction } from '../audit/audit-action.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { ownIdIfAny } from '../connection/global-id.ts'
import type { RequestContext } from '../context.ts'
import { readName } from '../person/name-and-email.ts'
import { Person } from '../person/person.entity.ts'
import { ApiToken } from './api-token.entity.ts'
import { issueToken } from './issue-token.ts'
import type { CreateTokenInput } from './token-input.ts'

/** What an edit of one's own account works with. */
type Editing = Pick<RequestContext, 'em' | 'actor' | 'forgetRights'>

const day = 24 * 60 * 60_000

const longestName = 100
const mostDays = 365

/** Tokens of one person that work at the same time. */
const mostTokens = 20

/** For how long one sees what does not work any more, in milliseconds. */
const remembered = 30 * day

/** The tokens of whoever asks, the newest first: those that work, and those that have not for long. */
export async function ownTokens(em: EntityManager, actor: Actor): Promise<ApiToken[]> {
  authorize(actor, 'account.read', { owner: actor.id })
  const since = new Date(Date.now() - remembered)
  return em.find(
    ApiToken,
    {
      person: actor.id,
      expiresAt: { $gt: since },
      $or: [{ revokedAt: null }, { revokedAt: { $gt: since } }],
    },
    { orderBy: { createdAt: 'desc', id: 'asc' }, limit: 5 * mostTokens },
  )
}

/**
 * Makes a token of whoever asks. It gives the rights that the person has when it is used, never others.
 *
 * @returns the token, and its text, of which only a digest is kept
 * @throws {Fault} `BAD_TEXT`, `BAD_INPUT`, `TOO_MANY_TOKENS`
 */
export async function createToken(
  { em, actor }: Editing,
  { name: typed, days, writes }: CreateTokenInput,
): Promise<{ token: ApiToken; text: string }> {
  authorize(actor, 'account.edit', { owner: actor.id })
  const name = readName(typed)
  if (name === undefined || name.length > longestName)
    throw new Fault('BAD_TEXT', { field: 'name' })
  if (days < 1 || days > mostDays) throw new Fault('BAD_INPUT', { field: 'days', most: mostDays })
  return em.transactional(async (tx) => {
    // one at a time for each person, or the limit could be passed
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE } as const
    const person = await tx.findOneOrFail(Person, { id: actor.id, suspendedAt: null }, lock)
    const now = Date.now()
    const working = { revokedAt: null, expiresAt: { $gt: new Date(now) } }
    if ((await tx.count(ApiToken, { person: person.id, ...working })) >= mostTokens)
      throw new Fault('TOO_MANY_TOKENS', { most: mostTokens })
    const expiresAt = new Date(now + days * day)
    const issued = issueToken(tx, person, { name, writes, expiresAt })
    await tx.flush()
    await writeAudit(tx, {
      actor,
      action: AuditAction.TOKEN_ISSUED,
      succeeded: true,
      subject: issued.token.globalId,
      details: { writes, days },
    })
    return issued
  })
}

/**
 * Lets a token of whoever asks stop working at once, for good. Nothing happens to one that has.
 *
 * @param globalId - of the token
 * @throws {Fault} `NOT_FOUND`, also for a token of somebody else
 */
export async function revokeToken(editing: Editing, globalId: string): Promise<ApiToken> {
  const { em, actor } = editing
  authorize(actor, 'account.edit', { owner: actor.id })
  const id = ownIdIfAny(globalId, 'ApiToken')
  const revoked = await em.transactional(async (tx) => {
    const token = id && (await tx.findOne(ApiToken, { id, person: actor.id }))
    if (!token) throw new Fault('NOT_FOUND', { id: globalId })
    if (token.revokedAt) return token
    token.revokedAt = new Date()
    await tx.flush()
    const subject = token.globalId
    await writeAudit(tx, { actor, action: AuditAction.TOKEN_REVOKED, succeeded: true, subject })
    return token
  })
  editing.forgetRights()
  return revoked
}
