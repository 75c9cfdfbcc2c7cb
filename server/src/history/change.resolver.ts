import { type RawQueryFragment, sql } from '@mikro-orm/core'
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { Budget } from '../budget/budget.entity.ts'
import {
  type Connection,
  PageArgs,
  connect,
  connectionOf,
  pageWindow,
} from '../connection/connection.ts'
import type { RequestContext } from '../context.ts'
import { Change } from './change.entity.ts'

/** Sequences of the changes made elsewhere that reach a budget. */
const reaching = (budgetId: string): RawQueryFragment =>
  sql`(select change_sequence from reached_budget where budget_id = ${budgetId})`

const ChangeConnection = connectionOf('Change', () => Change)

@Resolver(() => Budget)
export class BudgetChangesResolver {
  @FieldResolver(() => ChangeConnection, {
    description:
      'Every accepted edit of it, and of what it rests on, such as a population figure, oldest first.',
  })
  async changes(
    @Root() budget: Budget,
    @Arg('afterSequence', () => Int, {
      nullable: true,
      description: 'Only those after this sequence number.',
    })
    afterSequence: number | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em }: RequestContext,
  ): Promise<Connection<Change>> {
    const where = {
      $or: [{ budget: budget.id }, { sequence: { $in: reaching(budget.id) } }],
      ...(afterSequence != null && { sequence: { $gt: afterSequence } }),
    }
    const totalCount = await em.count(Change, where)
    const { start, end } = pageWindow(page, totalCount)
    const changes = await em.find(Change, where, {
      orderBy: { sequence: 'asc' },
      offset: start,
      limit: end - start,
    })
    return connect(changes, { start, end }, totalCount)
  }
}
