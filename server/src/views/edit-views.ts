import { Fault } from '@andel/schema/fault'
import { LockMode } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { GraphQLSchema } from 'graphql'
import type { Actor } from '../access/actor.ts'
import { hashSecret, newSecret } from '../access/secret.ts'
import { AuditAction } from '../audit/audit-action.ts'
import { writeAudit } from '../audit/write-audit.ts'
import { ownId } from '../connection/global-id.ts'
import { Person } from '../person/person.entity.ts'
import { outlineTable } from '../table/table-outline.ts'
import { variablesOf } from '../table/variables-of.ts'
import { SavedView } from './saved-view.entity.ts'
import type { SaveViewInput, UpdateViewInput } from './view-input.ts'
import type { RenewViewTokenPayload, SaveViewPayload, UpdateViewPayload } from './view-payload.ts'

const longest = { name: 200, query: 20_000, variables: 20_000 }

/** Views of one person. */
const mostViews = 100

/**
 * Saves a view, unless its query cannot become a table.
 *
 * @throws {Fault} `BAD_TEXT` for a name or a query that is empty or too long, `BAD_INPUT`, `TOO_MANY_VIEWS`
 */
export async function saveView(
  em: EntityManager,
  schema: GraphQLSchema,
  actor: Actor,
  input: SaveViewInput,
): Promise<SaveViewPayload> {
  const content = readContent(input)
  const { problem } = outlineTable(schema, content.query, content.variables)
  if (problem) return { view: null, token: null, problem }
  const token = newSecret()
  const key = { tokenHash: hashSecret(token), tokenSince: new Date() }
  const view = await em.transactional(async (tx) => {
    // one at a time for each person, or the limit could be passed
    await tx.findOne(Person, { id: actor.id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    if ((await tx.count(SavedView, { actor: actor.id })) >= mostViews)
      throw new Fault('TOO_MANY_VIEWS', { most: mostViews })
    const made = tx.create(SavedView, { ...content, ...key, actor: actor.id })
    await tx.flush()
    await note(tx, actor, AuditAction.VIEW_SAVED, made)
    return made
  })
  return { view, token, problem: null }
}

/**
 * Changes a view's name or query; its token stays.
 *
 * @throws {Fault} `NOT_FOUND`, `BAD_TEXT`, `BAD_INPUT`
 */
export async function updateView(
  em: EntityManager,
  schema: GraphQLSchema,
  actor: Actor,
  input: UpdateViewInput,
): Promise<UpdateViewPayload> {
  const view = await findView(em, actor, input.id)
  const content = readContent({
    name: input.name ?? view.name,
    query: input.query ?? view.query,
    variables: input.variables ?? view.variables,
  })
  // Renaming is always possible: the contract may have changed since the view was saved.
  const asks = input.query != null || input.variables != null
  const problem = asks ? outlineTable(schema, content.query, content.variables).problem : null
  if (problem) return { view, problem }
  const changed = await em.transactional(async (tx) => {
    const found = await findView(tx, actor, input.id)
    tx.assign(found, { ...content, changedAt: new Date() })
    await note(tx, actor, AuditAction.VIEW_CHANGED, found)
    return found
  })
  return { view: changed, problem: null }
}

/** Removes a view. @throws {Fault} `NOT_FOUND` */
export async function removeView(
  em: EntityManager,
  actor: Actor,
  id: string,
): Promise<{ id: string }> {
  await em.transactional(async (tx) => {
    const view = await findView(tx, actor, id)
    tx.remove(view)
    await note(tx, actor, AuditAction.VIEW_REMOVED, view)
  })
  return { id }
}

/** Gives a view a new token in place of the one it had. @throws {Fault} `NOT_FOUND` */
export async function renewViewToken(
  em: EntityManager,
  actor: Actor,
  id: string,
): Promise<RenewViewTokenPayload> {
  const token = newSecret()
  const view = await em.transactional(async (tx) => {
    const found = await findView(tx, actor, id)
    tx.assign(found, { tokenHash: hashSecret(token), tokenSince: new Date() })
    await note(tx, actor, AuditAction.VIEW_TOKEN_RENEWED, found)
    return found
  })
  return { view, token }
}

/** Lets nothing open the address of a view. @throws {Fault} `NOT_FOUND` */
export async function revokeViewToken(
  em: EntityManager,
  actor: Actor,
  id: string,
): Promise<{ view: SavedView }> {
  const view = await em.transactional(async (tx) => {
    const found = await findView(tx, actor, id)
    tx.assign(found, { tokenHash: null, tokenSince: null })
    await note(tx, actor, AuditAction.VIEW_TOKEN_REVOKED, found)
    return found
  })
  return { view }
}

/** A view's address opens figures to whoever has it, so who opened and closed it is worth knowing. */
async function note(
  em: EntityManager,
  actor: Actor,
  action: AuditAction,
  view: SavedView,
): Promise<void> {
  await writeAudit(em, { actor, action, succeeded: true, subject: view.globalId })
}

/** One of whoever asks: others' are not there. */
async function findView(em: EntityManager, actor: Actor, globalId: string): Promise<SavedView> {
  const view = await em.findOne(SavedView, { id: ownId(globalId, 'SavedView'), actor: actor.id })
  if (!view) throw new Fault('NOT_FOUND', { view: globalId })
  return view
}

function readContent({ name: given, query, variables: asGiven }: SaveViewInput) {
  const name = given.trim()
  if (name === '' || name.length > longest.name) throw new Fault('BAD_TEXT', { field: 'name' })
  if (query.trim() === '' || query.length > longest.query) {
    throw new Fault('BAD_TEXT', { field: 'query' })
  }
  const variables = variablesOf(asGiven)
  if (JSON.stringify(variables).length > longest.variables) {
    throw new Fault('BAD_TEXT', { field: 'variables' })
  }
  return { name, query, variables }
}
