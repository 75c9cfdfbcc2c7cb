import { Fault } from '@andel/schema/fault'
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql'
import type { Actor } from './access/actor.ts'
import { can } from './access/can.ts'
import { readable, readableServices } from './access/readable.ts'
import { Agreement } from './agreement/agreement.entity.ts'
import { Participation } from './agreement/participation.entity.ts'
import { DistributionKey } from './allocation/distribution-key.entity.ts'
import { ApiToken } from './api-token/api-token.entity.ts'
import { AuditEntry } from './audit/audit-entry.entity.ts'
import { BudgetLine } from './budget/budget-line.entity.ts'
import { Budget } from './budget/budget.entity.ts'
import { sheetLines } from './budget/sheet-line.ts'
import { Comment } from './comment/comment.entity.ts'
import { CommentThread } from './comment/comment-thread.entity.ts'
import { mostPerPage } from './connection/page-size.ts'
import { parseGlobalId } from './connection/global-id.ts'
import { Node } from './connection/node.ts'
import type { RequestContext } from './context.ts'
import { BudgetVersion } from './history/budget-version.entity.ts'
import { readableChanges } from './history/change-filter.ts'
import { Change } from './history/change.entity.ts'
import { JointService } from './joint-service/joint-service.entity.ts'
import { Person } from './person/person.entity.ts'
import { PopulationFigure } from './population/population-figure.entity.ts'
import { Remark } from './remark/remark.entity.ts'
import { findShares } from './shares/find-shares.ts'
import { Session } from './sign-in/session.entity.ts'
import { SavedView } from './views/saved-view.entity.ts'

type Found = (Node | null | undefined)[]

type Find = (ids: readonly string[], context: RequestContext) => Promise<Found>

/** Rows of a table by its own ids, in their order. One statement. */
const rowsOf =
  <T extends Node & { id: string }>(
    entity: new () => T,
    mine: (actor: Actor) => object = () => ({}),
  ): Find =>
  async (ids, { em, actor }) => {
    const where = { $and: [{ id: { $in: [...ids] } }, mine(actor)] }
    const rows = (await em.find(entity as never, where as never)) as T[]
    const byId = new Map(rows.map((row) => [row.id, row]))
    return ids.map((id) => byId.get(id))
  }

/** What belongs to one's own account; nothing by a token, which tells nothing of accounts. */
const ownAccount = (actor: Actor): object => ({
  person: can(actor, 'account.read', { owner: actor.id }) ? actor.id : '',
})

/** A key is a budget's own, or the default of an agreement. */
async function findKeys(ids: readonly string[], { em, actor }: RequestContext): Promise<Found> {
  const agreements = await em.find(Agreement, {
    defaultKey: { $in: [...ids] },
    ...readable(actor, 'jointService'),
  })
  const defaults = agreements.map(({ defaultKey }) => defaultKey.id)
  const own = await em.find(Budget, readable(actor, 'jointService'), { fields: ['id'] })
  const keys = await em.find(DistributionKey, {
    id: { $in: [...ids] },
    $or: [{ id: { $in: defaults } }, { budget: { $in: own.map(({ id }) => id) } }],
  })
  const byId = new Map(keys.map((key) => [key.id, key]))
  return ids.map((id) => byId.get(id))
}

const find: Readonly<Record<string, Find>> = {
  Municipality: async (codes, { directory }) => codes.map((code) => directory.find(code)),
  PopulationFigure: rowsOf(PopulationFigure),
  JointService: rowsOf(JointService, readableServices),
  Agreement: rowsOf(Agreement, (actor) => readable(actor, 'jointService')),
  Participation: rowsOf(Participation, (actor) => readable(actor, 'agreement', 'jointService')),
  DistributionKey: findKeys,
  Budget: rowsOf(Budget, (actor) => readable(actor, 'jointService')),
  BudgetVersion: rowsOf(BudgetVersion, (actor) => readable(actor, 'budget', 'jointService')),
  CostShare: findShares,
  async Remark(ids, { em, actor }) {
    const found = await em.find(Remark, { id: { $in: [...ids] } }, { populate: ['budget'] })
    const seen = found.filter(({ budget, municipality: { code } }) =>
      can(actor, 'remark.read', {
        jointService: budget.unwrap().jointService.id,
        municipality: code,
      }),
    )
    const byId = new Map(seen.map((remark) => [remark.id, remark]))
    return ids.map((id) => byId.get(id))
  },
  CommentThread: rowsOf(CommentThread, (actor) => readable(actor, 'budget', 'jointService')),
  Comment: rowsOf(Comment, (actor) => readable(actor, 'thread', 'budget', 'jointService')),
  ApiToken: rowsOf(ApiToken, ownAccount),
  Session: rowsOf(Session, ownAccount),
  SavedView: rowsOf(SavedView, ({ id }) => ({ actor: id })),
  async Change(ids, { em, actor }) {
    const sequences = ids.map(Number).filter((sequence) => Number.isSafeInteger(sequence))
    const changes = await em.find(Change, {
      $and: [{ sequence: { $in: sequences } }, readableChanges(actor)],
    })
    const bySequence = new Map(changes.map((change) => [String(change.sequence), change]))
    return ids.map((id) => bySequence.get(id))
  },
  async Person(ids, context) {
    return can(context.actor, 'people.read') ? rowsOf(Person)(ids, context) : []
  },
  async AuditEntry(ids, { em, actor }) {
    if (!can(actor, 'audit.read')) return []
    const sequences = ids.map(Number).filter((sequence) => Number.isSafeInteger(sequence))
    const entries = await em.find(AuditEntry, { sequence: { $in: sequences } })
    const bySequence = new Map(entries.map((entry) => [String(entry.sequence), entry]))
    return ids.map((id) => bySequence.get(id))
  },
  async BudgetLine(ids, { em, actor, sheets }) {
    const lines = await em.find(BudgetLine, {
      id: { $in: [...ids] },
      ...readable(actor, 'budget', 'jointService'),
    })
    const budgets = [...new Set(lines.map((line) => line.budget.id))]
    const found = await Promise.all(budgets.map(async (id) => sheetLines(await sheets.load(id))))
    const byId = new Map(found.flat().map((line) => [line.ownId, line]))
    return ids.map((id) => byId.get(id))
  },
}

/** As many statements for a hundred ids of a type as for one. */
async function findNodes(ids: readonly string[], context: RequestContext): Promise<Found> {
  const wanted = ids.map(parseGlobalId)
  const found = new Map<string, Node | null | undefined>()
  for (const [type, some] of Map.groupBy(wanted, ({ type }) => type)) {
    const own = some.map(({ id }) => id)
    const nodes = (await find[type]?.(own, context)) ?? []
    own.forEach((id, index) => found.set(`${type}:${id}`, nodes[index]))
  }
  return wanted.map(({ type, id }) => found.get(`${type}:${id}`) ?? null)
}

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: 'Anything by its global id; null when there is none.',
  })
  async node(
    @Arg('id', () => ID, { description: 'Global id of what is looked for.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Node | null | undefined> {
    return (await findNodes([id], context))[0]
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'Things by their global ids, in the order of the ids; null where there is none.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'Global ids, at most 1 000.' }) ids: string[],
    @Ctx() context: RequestContext,
  ): Promise<Found> {
    if (ids.length > mostPerPage) {
      throw new Fault('BAD_INPUT', { size: ids.length, most: mostPerPage })
    }
    return findNodes(ids, context)
  }
}
