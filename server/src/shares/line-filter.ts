import { Field, ID, InputType, Int } from 'type-graphql'
import { LineKind, MoneySource } from '../budget/budget-line.entity.ts'
import { BudgetState } from '../budget/budget.entity.ts'
import { Money } from '../scalars/index.ts'

/** What lines and shares can be chosen by alike. Several values of one condition: any of them. */
@InputType()
export abstract class LineConditions {
  @Field(() => [String], {
    nullable: true,
    description: 'Only those of the joint services with these slugs.',
  })
  jointServiceSlugs?: string[] | null

  @Field(() => [Int], { nullable: true, description: 'Only those of these fiscal years.' })
  years?: number[] | null

  @Field(() => Int, { nullable: true, description: 'Only those of this fiscal year or later.' })
  fromYear?: number | null

  @Field(() => Int, { nullable: true, description: 'Only those of this fiscal year or earlier.' })
  toYear?: number | null

  @Field(() => [ID], {
    nullable: true,
    description: 'Only those of the budgets with these global ids.',
  })
  budgetIds?: string[] | null

  @Field(() => [BudgetState], {
    nullable: true,
    description: 'Only those of budgets in these states.',
  })
  states?: BudgetState[] | null

  @Field(() => [ID], { nullable: true, description: 'Only the lines with these global ids.' })
  lineIds?: string[] | null

  @Field(() => [String], {
    nullable: true,
    description: 'Only those in sections with these names; "" is no section.',
  })
  sections?: string[] | null

  @Field(() => [String], {
    nullable: true,
    description: 'Only those that are split by keys with these names, in whatever budget.',
  })
  keyNames?: string[] | null

  @Field(() => [ID], {
    nullable: true,
    description: 'Only those that are split by the keys with these global ids.',
  })
  keyIds?: string[] | null

  @Field(() => [MoneySource], {
    nullable: true,
    description: 'Only those with the money from here.',
  })
  moneySources?: MoneySource[] | null

  @Field(() => [LineKind], { nullable: true, description: 'Only costs, or only revenues.' })
  kinds?: LineKind[] | null

  @Field(() => Money, {
    nullable: true,
    description: 'Only those whose amount is this or more. A revenue is negative.',
  })
  fromAmount?: number | null

  @Field(() => Money, { nullable: true, description: 'Only those whose amount is this or less.' })
  toAmount?: number | null

  @Field(() => String, {
    nullable: true,
    description:
      'Only lines that have this text in description, note, decision or section, whatever its case.',
  })
  textContains?: string | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only lines that rest on a decision of their own, or only those that do not.',
  })
  hasDecision?: boolean | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only lines of which EACH_ALONE leaves something over, or only the others.',
  })
  hasDifference?: boolean | null
}

@InputType({ description: 'Which lines. Conditions that are left out do not limit.' })
export class BudgetLineFilter extends LineConditions {
  @Field(() => [String], {
    nullable: true,
    description: 'Only those of which one of the municipalities with these codes bears a share.',
  })
  municipalityCodes?: string[] | null

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that cannot be calculated, or only those that can.',
  })
  hasFault?: boolean | null
}

@InputType({ description: 'Which shares. Conditions that are left out do not limit.' })
export class CostShareFilter extends LineConditions {
  @Field(() => [String], {
    nullable: true,
    description: 'Only those of the municipalities with these codes.',
  })
  municipalityCodes?: string[] | null

  @Field(() => [String], {
    nullable: true,
    description: 'Only those of municipalities in the counties with these codes, e.g. "23".',
  })
  countyCodes?: string[] | null
}
