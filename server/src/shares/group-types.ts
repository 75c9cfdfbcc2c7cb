import { Field, InputType, Int, ObjectType } from 'type-graphql'
import { LineKind, MoneySource } from '../budget/budget-line.entity.ts'
import { Budget, BudgetState } from '../budget/budget.entity.ts'
import { SortDirection } from '../connection/sort-direction.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'
import { County } from '../municipality/county.entity.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { BudgetLineAggregate, CostShareAggregate } from './aggregate.ts'
import { BudgetLineGroupOrderField, CostShareGroupOrderField } from './group-fields.ts'

/** What groups of lines and of shares can be told apart by. */
@ObjectType()
export abstract class LineGroupKeys {
  @Field(() => Int, { nullable: true, description: 'Fiscal year; null when not grouped by YEAR.' })
  readonly year: number | null

  @Field(() => JointService, {
    nullable: true,
    description: 'Joint service; null when not grouped by JOINT_SERVICE.',
  })
  readonly jointService: JointService | null

  @Field(() => Budget, { nullable: true, description: 'Budget; null when not grouped by BUDGET.' })
  readonly budget: Budget | null

  @Field(() => BudgetState, {
    nullable: true,
    description: 'State of the budget; null when not grouped by BUDGET_STATE.',
  })
  readonly budgetState: BudgetState | null

  @Field(() => String, {
    nullable: true,
    description: 'Name of the section, "" for none; null when not grouped by SECTION.',
  })
  readonly section: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Name of the key; null when not grouped by KEY.',
  })
  readonly keyName: string | null

  @Field(() => MoneySource, {
    nullable: true,
    description: 'Where the money comes from; null when not grouped by MONEY_SOURCE.',
  })
  readonly moneySource: MoneySource | null

  @Field(() => LineKind, {
    nullable: true,
    description: 'Cost or revenue; null when not grouped by KIND.',
  })
  readonly kind: LineKind | null
}

@ObjectType({ description: 'Lines that have the same of all that they are grouped by.' })
export class BudgetLineGroup extends LineGroupKeys {
  @Field(() => BudgetLineAggregate, { description: 'Figures of the lines of the group.' })
  readonly aggregate: BudgetLineAggregate
}

@ObjectType({ description: 'Shares that have the same of all that they are grouped by.' })
export class CostShareGroup extends LineGroupKeys {
  @Field(() => Municipality, {
    nullable: true,
    description: 'Who bears them; null when not grouped by MUNICIPALITY.',
  })
  readonly municipality: Municipality | null

  @Field(() => County, {
    nullable: true,
    description: 'County of who bears them; null when not grouped by COUNTY.',
  })
  readonly county: County | null

  @Field(() => CostShareAggregate, { description: 'Figures of the shares of the group.' })
  readonly aggregate: CostShareAggregate
}

@InputType({ description: 'In which order.' })
export class BudgetLineGroupOrder {
  @Field(() => BudgetLineGroupOrderField, { description: 'What to order by.' })
  field: BudgetLineGroupOrderField

  @Field(() => SortDirection, {
    defaultValue: SortDirection.ASC,
    description: 'Which way to order.',
  })
  direction: SortDirection
}

@InputType({ description: 'In which order.' })
export class CostShareGroupOrder {
  @Field(() => CostShareGroupOrderField, { description: 'What to order by.' })
  field: CostShareGroupOrderField

  @Field(() => SortDirection, {
    defaultValue: SortDirection.ASC,
    description: 'Which way to order.',
  })
  direction: SortDirection
}
