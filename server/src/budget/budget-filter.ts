import type { FilterQuery } from '@mikro-orm/core'
import { Field, InputType, Int, registerEnumType } from 'type-graphql'
import type { Actor } from '../access/actor.ts'
import { readable } from '../access/readable.ts'
import {
  columnHolds,
  oneOf,
  placeholders,
  said,
  within,
  written,
} from '../connection/conditions.ts'
import { type Way, orderOf } from '../connection/orders.ts'
import { Budget, BudgetState } from './budget.entity.ts'

@InputType({ description: 'Which budgets. Conditions that are left out do not limit.' })
export class BudgetFilter {
  @Field(() => Int, { nullable: true, description: 'Only those of this fiscal year.' })
  year?: number

  @Field(() => [Int], { nullable: true, description: 'Only those of one of these fiscal years.' })
  years?: number[]

  @Field(() => Int, { nullable: true, description: 'Only those of this fiscal year or later.' })
  fromYear?: number

  @Field(() => Int, { nullable: true, description: 'Only those of this fiscal year or earlier.' })
  toYear?: number

  @Field(() => String, {
    nullable: true,
    description: 'Only those of the joint service with this slug.',
  })
  jointServiceSlug?: string

  @Field(() => [String], {
    nullable: true,
    description: 'Only those of the joint services with one of these slugs.',
  })
  jointServiceSlugs?: string[]

  @Field(() => BudgetState, { nullable: true, description: 'Only those in this state.' })
  state?: BudgetState

  @Field(() => [BudgetState], {
    nullable: true,
    description: 'Only those in one of these states.',
  })
  states?: BudgetState[]

  @Field(() => [String], {
    nullable: true,
    description:
      'Only those of whose year one of the municipalities with these codes takes part in some month.',
  })
  municipalityCodes?: string[]

  @Field(() => String, {
    nullable: true,
    description: 'Only those whose title holds this text, whatever its case.',
  })
  titleContains?: string
}

export enum BudgetOrderField {
  YEAR = 'YEAR',
  JOINT_SERVICE = 'JOINT_SERVICE',
  STATE = 'STATE',
  TITLE = 'TITLE',
}

registerEnumType(BudgetOrderField, {
  name: 'BudgetOrderField',
  description: 'What budgets can be ordered by.',
  valuesConfig: {
    YEAR: { description: 'By fiscal year.' },
    JOINT_SERVICE: { description: 'By the slug of the joint service.' },
    STATE: { description: 'By how far they have come, as the names of the states are spelt.' },
    TITLE: { description: 'By title, as the database orders texts.' },
  },
})

export const BudgetOrder = orderOf<BudgetOrderField>('Budget', BudgetOrderField)

/** What the database orders budgets by. */
export const budgetColumns: Readonly<Record<BudgetOrderField, (way: Way) => object>> = {
  YEAR: (way) => ({ year: way }),
  JOINT_SERVICE: (way) => ({ jointService: { slug: way } }),
  STATE: (way) => ({ state: way }),
  TITLE: (way) => ({ title: way }),
}

/** The budgets that a filter names, for the database. */
export function budgetConditions(actor: Actor, filter: BudgetFilter = {}): FilterQuery<Budget> {
  const { jointServiceSlug, jointServiceSlugs, municipalityCodes, titleContains } = filter
  return {
    $and: [
      readable(actor, 'jointService'),
      said({ year: filter.year, state: filter.state }),
      said({ year: oneOf(filter.years), state: oneOf(filter.states) }),
      said({ year: within(filter.fromYear, filter.toYear) }),
      ...(jointServiceSlug ? [{ jointService: { slug: jointServiceSlug } }] : []),
      ...(jointServiceSlugs ? [{ jointService: { slug: oneOf(jointServiceSlugs) } }] : []),
      ...(titleContains ? [columnHolds('title', titleContains)] : []),
      ...(municipalityCodes ? [takesPart(municipalityCodes)] : []),
    ].filter((condition) => Reflect.ownKeys(condition).length > 0),
  } as FilterQuery<Budget>
}

/** A month that has begun counts: so whoever is in for one day of the year takes part in it. */
function takesPart(codes: readonly string[]): object {
  return written(
    `exists (select 1 from participation party where party.agreement_id = {}.agreement_id
      and party.municipality_code in ${placeholders(codes)}
      and party.from_date <= {}.year || '-12-31'
      and (party.to_date is null or party.to_date >= {}.year || '-01-01'))`,
    codes,
  )
}
