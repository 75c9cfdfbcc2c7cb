import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Args,
  Ctx,
  Extensions,
  FieldResolver,
  ID,
  Info,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import { authorize } from '../access/authorize.ts'
import { connectRows } from '../connection/connect-rows.ts'
import { type Connection, PageArgs, connectionOf } from '../connection/connection.ts'
import { ownIdIfAny } from '../connection/global-id.ts'
import { type Order, inDatabase, orderText } from '../connection/orders.ts'
import type { RequestContext } from '../context.ts'
import { AuditAction } from './audit-action.ts'
import { AuditEntry } from './audit-entry.entity.ts'
import {
  AuditEntryFilter,
  AuditEntryOrder,
  type AuditEntryOrderField,
  auditColumns,
  auditConditions,
} from './audit-filter.ts'

const AuditEntryConnection = connectionOf('AuditEntry', () => AuditEntry)

@Resolver(() => AuditEntry)
export class AuditEntryResolver {
  @Extensions({ varies: true })
  @Query(() => AuditEntryConnection, {
    description:
      'What people did, or tried, that is no edit of a budget, oldest first unless an order is given. For administrators.',
  })
  auditEntries(
    @Arg('filter', () => AuditEntryFilter, {
      nullable: true,
      description: 'Which entries to list.',
    })
    filter: AuditEntryFilter | undefined,
    @Arg('orderBy', () => [AuditEntryOrder], { nullable: true, description: orderText })
    orderBy: Order<AuditEntryOrderField>[] | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { em, actor }: RequestContext,
  ): Promise<Connection<AuditEntry>> {
    authorize(actor, 'audit.read')
    return connectRows(em, {
      entity: AuditEntry,
      where: auditConditions(filter ?? undefined),
      orderBy: inDatabase<AuditEntryOrderField, object>(orderBy, auditColumns, [
        { sequence: 'asc' }, // so that what is added meanwhile moves no page
      ]),
      page,
      info,
    })
  }

  @FieldResolver(() => AuditAction, { description: 'What it tells of.' })
  action(@Root() { action }: AuditEntry): AuditAction {
    return action as AuditAction
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Name of who did it, a pseudonym when it has been erased; null when nobody was signed in.',
  })
  async actor(@Root() entry: AuditEntry, @Ctx() { names }: RequestContext): Promise<string | null> {
    return entry.actor && (await names.load(entry.actor)).name
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: 'Global id of the person who did it; null when nobody was signed in.',
  })
  async actorId(
    @Root() entry: AuditEntry,
    @Ctx() { names }: RequestContext,
  ): Promise<string | null> {
    return entry.actor && (await names.load(entry.actor)).personId
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Name of the person it was done to; null when it was done to something else.',
  })
  async subjectName(
    @Root() { subject }: AuditEntry,
    @Ctx() { names }: RequestContext,
  ): Promise<string | null> {
    const id = subject ? ownIdIfAny(subject, 'Person') : undefined
    return id === undefined ? null : (await names.load(id)).name
  }
}
