import type { FilterQuery } from '@mikro-orm/core'
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql'
import {
  columnHolds,
  oneOf,
  placeholders,
  said,
  within,
  written,
} from '../connection/conditions.ts'
import type { Actor } from '../access/actor.ts'
import { servicesWhere } from '../access/can.ts'
import { ownId } from '../connection/global-id.ts'
import { type Way, orderOf } from '../connection/orders.ts'
import { DateTime } from '../scalars/index.ts'
import type { Change } from './change.entity.ts'

@InputType({ description: 'Which changes of a budget. Conditions left out do not limit.' })
export class BudgetChangeFilter {
  @Field(() => [String], {
    nullable: true,
    description: 'Only those of things of one of these types, e.g. "BudgetLine".',
  })
  entities?: string[]

  @Field(() => [ID], {
    nullable: true,
    description: 'Only those of the things with one of these global ids.',
  })
  entityIds?: string[]

  @Field(() => [String], {
    nullable: true,
    description: 'Only those of one of these fields, e.g. "amount"; "+" and "-" as on a change.',
  })
  fields?: string[]

  @Field(() => [ID], {
    nullable: true,
    description: 'Only those that people with one of these global ids made.',
  })
  actors?: string[]

  @Field(() => DateTime, { nullable: true, description: 'Only those of this moment or later.' })
  from?: Date

  @Field(() => DateTime, { nullable: true, description: 'Only those of this moment or earlier.' })
  to?: Date

  @Field(() => [ID], {
    nullable: true,
    description: 'Only those accepted in one of these batches.',
  })
  batches?: string[]

  @Field(() => Int, {
    nullable: true,
    description: 'Only those after this sequence number: what is new since the last look.',
  })
  afterSequence?: number

  @Field(() => Int, {
    nullable: true,
    description: 'Only those before this sequence number.',
  })
  beforeSequence?: number

  @Field(() => String, {
    nullable: true,
    description: 'Only those whose reason holds this text, whatever its case.',
  })
  reasonContains?: string
}

@InputType({ description: 'Which changes of everything. Conditions left out do not limit.' })
export class ChangeFilter extends BudgetChangeFilter {
  @Field(() => [ID], {
    nullable: true,
    description: 'Only those of one of these budgets, and of what these rest on.',
  })
  budgetIds?: string[]

  @Field(() => [String], {
    nullable: true,
    description:
      'Only those of budgets of the joint services with these slugs, and of what these rest on.',
  })
  jointServiceSlugs?: string[]
}

export enum ChangeOrderField {
  SEQUENCE = 'SEQUENCE',
  ACTOR = 'ACTOR',
  ENTITY = 'ENTITY',
  FIELD = 'FIELD',
}

registerEnumType(ChangeOrderField, {
  name: 'ChangeOrderField',
  description: 'What changes can be ordered by.',
  valuesConfig: {
    SEQUENCE: { description: 'By sequence, which is also the order in time.' },
    ACTOR: { description: 'By who did it: what one person has done stands together.' },
    ENTITY: { description: 'By type of what was changed, then by its id.' },
    FIELD: { description: 'By name of the field that was changed.' },
  },
})

export const ChangeOrder = orderOf<ChangeOrderField>('Change', ChangeOrderField)

/** What the database orders changes by. */
export const changeColumns: Readonly<Record<ChangeOrderField, (way: Way) => object>> = {
  SEQUENCE: (way) => ({ sequence: way }),
  ACTOR: (way) => ({ actor: way }),
  ENTITY: (way) => ({ entity: way, entityId: way }),
  FIELD: (way) => ({ field: way }),
}

/** The changes that a filter names, for the database. */
export function changeConditions(actor: Actor, filter: ChangeFilter = {}): FilterQuery<Change> {
  const { afterSequence, beforeSequence, reasonContains, budgetIds, jointServiceSlugs } = filter
  return {
    $and: [
      readableChanges(actor),
      said({
        entity: oneOf(filter.entities),
        entityId: oneOf(filter.entityIds),
        field: oneOf(filter.fields),
        actor: oneOf(filter.actors?.map((id) => ownId(id, 'Person'))),
        at: within(filter.from, filter.to),
        batch: oneOf(filter.batches),
      }),
      ...(afterSequence == null ? [] : [{ sequence: { $gt: afterSequence } }]),
      ...(beforeSequence == null ? [] : [{ sequence: { $lt: beforeSequence } }]),
      ...(reasonContains ? [columnHolds('reason', reasonContains)] : []),
      ...(budgetIds ? [ofBudgets(budgetIds.map((id) => ownId(id, 'Budget')))] : []),
      ...(jointServiceSlugs ? [ofJointServices(jointServiceSlugs)] : []),
    ].filter((condition) => Reflect.ownKeys(condition).length > 0),
  } as FilterQuery<Change>
}

/**
 * The filter on reading: changes of what belongs to joint services whose budgets somebody may read, changes made elsewhere
 * that reach these budgets, and changes of what is nobody's alone.
 */
export function readableChanges(actor: Actor): object {
  const services = servicesWhere(actor, 'budget.read')
  if (services === undefined) return {}
  const own = placeholders(services)
  return written(
    `({}.joint_service_id is null or {}.joint_service_id in ${own} or {}.sequence in
      (select reached.change_sequence from reached_budget reached join budget mine on mine.id = reached.budget_id
        where mine.joint_service_id in ${own}))`,
    [...services, ...services],
  )
}

/** Edits of budgets, and edits made elsewhere that reach them. @param ids - own ids */
export function ofBudgets(ids: readonly string[]): object {
  return ofThese(placeholders(ids), ids)
}

function ofJointServices(slugs: readonly string[]): object {
  const budgets = `(select wanted.id from budget wanted join joint_service service
    on service.id = wanted.joint_service_id where service.slug in ${placeholders(slugs)})`
  return ofThese(budgets, slugs)
}

function ofThese(budgets: string, values: readonly string[]): object {
  const condition = `({}.budget_id in ${budgets} or {}.sequence in
    (select reached.change_sequence from reached_budget reached where reached.budget_id in ${budgets}))`
  return written(condition, [...values, ...values])
}
