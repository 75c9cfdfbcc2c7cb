import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import { Agreement } from '../agreement/agreement.entity.ts'
import { DistributionKey } from '../allocation/distribution-key.entity.ts'
import { connectRows } from '../connection/connect-rows.ts'
import { type Connection, PageArgs, connectionOf } from '../connection/connection.ts'
import { type Order, inDatabase, orderText } from '../connection/orders.ts'
import type { RequestContext } from '../context.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { PopulationFigure } from '../population/population-figure.entity.ts'
import { Money } from '../scalars/index.ts'
import {
  BudgetFilter,
  BudgetOrder,
  type BudgetOrderField,
  budgetColumns,
  budgetConditions,
} from './budget-filter.ts'
import { Budget } from './budget.entity.ts'
import { CostShare } from './cost-share.ts'
import { BudgetSection, budgetSections } from './budget-section.ts'
import { findBudget } from './past/find-budget.ts'
import { BudgetMomentInput } from './past/moment-input.ts'
import { sheetKey } from './past/sheet-key.ts'
import { SheetLine, sheetLines } from './sheet-line.ts'
import { totalShares } from './total-share.ts'

const BudgetConnection = connectionOf('Budget', () => Budget)

@ObjectType({ description: 'How much of the budget year a participation covers.' })
export class ParticipantMonths {
  @Field(() => Municipality, { description: 'The municipality that it is about.' })
  municipality: Municipality

  @Field(() => Int, {
    description: 'Months that weigh: 12 unless the agreement weighs part of a year by its months.',
  })
  months: number
}

@Resolver(() => Budget)
export class BudgetResolver {
  @Query(() => Budget, {
    nullable: true,
    description: 'The budget with this id; null when there is none.',
  })
  budget(
    @Arg('id', () => ID, { description: 'Global id of what is looked for.' }) id: string,
    @Arg('asOf', () => BudgetMomentInput, {
      nullable: true,
      description:
        'Told as it was at this moment, for reading alone; left out: as it is now. Null when there was no budget then. Fault: BAD_MOMENT.',
    })
    asOf: BudgetMomentInput | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Budget | null> {
    return findBudget(context, id, asOf)
  }

  @Query(() => BudgetConnection, {
    description: 'Budgets, the newest year first unless an order is given.',
  })
  budgets(
    @Arg('filter', () => BudgetFilter, { nullable: true, description: 'Which budgets to list.' })
    filter: BudgetFilter | undefined,
    @Arg('orderBy', () => [BudgetOrder], { nullable: true, description: orderText })
    orderBy: Order<BudgetOrderField>[] | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { em, actor }: RequestContext,
  ): Promise<Connection<Budget>> {
    return connectRows(em, {
      entity: Budget,
      where: budgetConditions(actor, filter ?? undefined),
      orderBy: inDatabase<BudgetOrderField, object>(orderBy, budgetColumns, [
        { year: 'desc' },
        { title: 'asc' },
        { id: 'asc' },
      ]),
      page,
      info,
    })
  }

  @FieldResolver(() => JointService, {
    description: 'What it is for, as it is now also in a past budget.',
  })
  jointService(
    @Root() budget: Budget,
    @Ctx() { jointServices }: RequestContext,
  ): Promise<JointService> {
    return jointServices.load(budget.jointService.id)
  }

  @FieldResolver(() => Agreement, {
    description:
      'The agreement that says who takes part, as it is now also in a past budget; who took part then is `participants`.',
  })
  async agreement(@Root() budget: Budget, @Ctx() { sheets }: RequestContext): Promise<Agreement> {
    return (await sheets.load(sheetKey(budget))).agreement
  }

  @FieldResolver(() => Int, { description: 'Sequence of its newest change; 0 when there is none.' })
  async sequence(@Root() budget: Budget, @Ctx() { sheets }: RequestContext): Promise<number> {
    return (await sheets.load(sheetKey(budget))).sequence
  }

  @FieldResolver(() => Money, { description: 'Sum of the amounts of its lines.' })
  async total(@Root() budget: Budget, @Ctx() { sheets }: RequestContext): Promise<number> {
    return (await sheets.load(sheetKey(budget))).figures.total
  }

  @FieldResolver(() => Money, {
    description:
      'Sum of what EACH_ALONE leaves over in its lines: total minus the sum of the shares.',
  })
  async difference(@Root() budget: Budget, @Ctx() { sheets }: RequestContext): Promise<number> {
    return (await sheets.load(sheetKey(budget))).figures.difference
  }

  @FieldResolver(() => DistributionKey, { description: 'The key of new lines.' })
  async defaultKey(
    @Root() budget: Budget,
    @Ctx() { sheets }: RequestContext,
  ): Promise<DistributionKey | undefined> {
    return (await sheets.load(sheetKey(budget))).keys.get(budget.defaultKey!.id)
  }

  @FieldResolver(() => [DistributionKey], { description: 'Its keys, by name.' })
  async keys(
    @Root() budget: Budget,
    @Ctx() { sheets }: RequestContext,
  ): Promise<DistributionKey[]> {
    return [...(await sheets.load(sheetKey(budget))).keys.values()]
  }

  @FieldResolver(() => [SheetLine], { description: 'Its lines, in the order of the sheet.' })
  async lines(@Root() budget: Budget, @Ctx() { sheets }: RequestContext): Promise<SheetLine[]> {
    return sheetLines(await sheets.load(sheetKey(budget)))
  }

  @FieldResolver(() => [BudgetSection], {
    description:
      'Its lines in sections, in the order of the sheet. One section, "", when no line has any.',
  })
  async sections(
    @Root() budget: Budget,
    @Ctx() { sheets }: RequestContext,
  ): Promise<BudgetSection[]> {
    return budgetSections(await sheets.load(sheetKey(budget)))
  }

  @FieldResolver(() => [Municipality], {
    description: 'Who takes part in the year, by municipality code.',
  })
  async participants(
    @Root() budget: Budget,
    @Ctx() { sheets }: RequestContext,
  ): Promise<Municipality[]> {
    const { figures, municipalities } = await sheets.load(sheetKey(budget))
    return figures.codes.map((code) => municipalities.get(code)!)
  }

  @FieldResolver(() => [ParticipantMonths], {
    description: 'For how many months each participant weighs, by municipality code.',
  })
  async participantMonths(
    @Root() budget: Budget,
    @Ctx() { sheets }: RequestContext,
  ): Promise<ParticipantMonths[]> {
    const { facts, municipalities } = await sheets.load(sheetKey(budget))
    return facts.participants.map(({ code, months }) => ({
      municipality: municipalities.get(code)!,
      months,
    }))
  }

  @FieldResolver(() => [PopulationFigure], {
    description:
      'The population figures that its keys can use: each participant on each of their dates.',
  })
  async populations(
    @Root() budget: Budget,
    @Ctx() { sheets }: RequestContext,
  ): Promise<PopulationFigure[]> {
    return [...(await sheets.load(sheetKey(budget))).populations]
  }

  @FieldResolver(() => [CostShare], {
    description:
      'What each participant bears of the whole budget: the sum of its shares of the lines.',
  })
  async shares(@Root() budget: Budget, @Ctx() { sheets }: RequestContext): Promise<CostShare[]> {
    return totalShares(await sheets.load(sheetKey(budget)))
  }
}

@Resolver(() => JointService)
export class JointServiceBudgetsResolver {
  @FieldResolver(() => [Budget], { description: 'Its budgets, the newest year first.' })
  budgets(@Root() service: JointService, @Ctx() { budgets }: RequestContext): Promise<Budget[]> {
    return budgets.load(service.id)
  }

  @FieldResolver(() => Budget, {
    nullable: true,
    description: 'Its budget for a fiscal year; null when there is none.',
  })
  async budget(
    @Root() service: JointService,
    @Arg('year', () => Int, { description: 'Fiscal year of the budget.' }) year: number,
    @Ctx() { budgets }: RequestContext,
  ): Promise<Budget | null> {
    return (await budgets.load(service.id)).find((budget) => budget.year === year) ?? null
  }
}
