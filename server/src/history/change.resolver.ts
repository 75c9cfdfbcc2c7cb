import type { FilterQuery } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Args,
  Ctx,
  Extensions,
  FieldResolver,
  ID,
  Info,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import { can } from '../access/can.ts'
import { Budget } from '../budget/budget.entity.ts'
import { connectRows } from '../connection/connect-rows.ts'
import { type Connection, PageArgs, connectionOf } from '../connection/connection.ts'
import { type Order, inDatabase, orderText } from '../connection/orders.ts'
import type { RequestContext } from '../context.ts'
import {
  BudgetChangeFilter,
  ChangeFilter,
  ChangeOrder,
  type ChangeOrderField,
  changeColumns,
  changeConditions,
  ofBudgets,
} from './change-filter.ts'
import { Change } from './change.entity.ts'

const ChangeConnection = connectionOf('Change', () => Change)

interface Asked {
  readonly where: FilterQuery<Change>
  readonly orderBy: Order<ChangeOrderField>[] | undefined
  readonly page: PageArgs
  readonly info: GraphQLResolveInfo
}

function connectChanges(em: EntityManager, asked: Asked): Promise<Connection<Change>> {
  return connectRows(em, {
    ...asked,
    entity: Change,
    orderBy: inDatabase<ChangeOrderField, object>(asked.orderBy, changeColumns, [
      { sequence: 'asc' },
    ]),
  })
}

@Resolver(() => Change)
export class ChangeResolver {
  @Query(() => ChangeConnection, {
    description: 'Every accepted edit of everything, oldest first unless an order is given.',
  })
  changes(
    @Arg('filter', () => ChangeFilter, { nullable: true, description: 'Which changes to list.' })
    filter: ChangeFilter | undefined,
    @Arg('orderBy', () => [ChangeOrder], { nullable: true, description: orderText })
    orderBy: Order<ChangeOrderField>[] | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { em, actor }: RequestContext,
  ): Promise<Connection<Change>> {
    const where = changeConditions(actor, filter ?? undefined)
    return connectChanges(em, { where, orderBy, page, info })
  }

  // a person is renamed or erased without a change in the log
  @Extensions({ varies: true })
  @FieldResolver(() => String, {
    description:
      'Name of who did it: of a person, a pseudonym when that has been erased; "demo" and the like when it was Andel itself.',
  })
  async actor(@Root() change: Change, @Ctx() { names }: RequestContext): Promise<string> {
    return (await names.load(change.actor)).name
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: 'Global id of the person who did it; null when it was Andel itself.',
  })
  async actorId(@Root() change: Change, @Ctx() { names }: RequestContext): Promise<string | null> {
    return (await names.load(change.actor)).personId
  }

  @FieldResolver(() => Budget, {
    nullable: true,
    description:
      'The budget that was edited; null for what several budgets rest on, and when it is not yours to see.',
  })
  budget(
    @Root() change: Change,
    @Ctx() { budgetById, actor }: RequestContext,
  ): Promise<Budget> | undefined {
    const jointService = change.jointService?.id
    if (!change.budget || !can(actor, 'budget.read', { jointService })) return undefined
    return budgetById.load(change.budget.id)
  }
}

@Resolver(() => Budget)
export class BudgetChangesResolver {
  @FieldResolver(() => ChangeConnection, {
    description:
      'Every accepted edit of it, and of what it rests on, such as a population figure, oldest first unless an order is given. All there are, also in a past budget.',
  })
  changes(
    @Root() budget: Budget,
    @Arg('afterSequence', () => Int, {
      nullable: true,
      description: 'Only those after this sequence number.',
    })
    afterSequence: number | undefined,
    @Arg('filter', () => BudgetChangeFilter, {
      nullable: true,
      description: 'Which changes to list.',
    })
    filter: BudgetChangeFilter | undefined,
    @Arg('orderBy', () => [ChangeOrder], { nullable: true, description: orderText })
    orderBy: Order<ChangeOrderField>[] | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { em, actor }: RequestContext,
  ): Promise<Connection<Change>> {
    const where = {
      $and: [
        ofBudgets([budget.id]),
        changeConditions(actor, filter ?? undefined),
        ...(afterSequence == null ? [] : [{ sequence: { $gt: afterSequence } }]),
      ],
    } as FilterQuery<Change>
    return connectChanges(em, { where, orderBy, page, info })
  }
}
