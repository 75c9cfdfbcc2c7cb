import type { FilterQuery } from '@mikro-orm/core'
import { Field, ID, InputType, registerEnumType } from 'type-graphql'
import { oneOf, said, within } from '../connection/conditions.ts'
import { ownId } from '../connection/global-id.ts'
import { type Way, orderOf } from '../connection/orders.ts'
import { DateTime } from '../scalars/index.ts'
import { AuditAction } from './audit-action.ts'
import type { AuditEntry } from './audit-entry.entity.ts'

@InputType({ description: 'Which entries of the audit log. Conditions left out do not limit.' })
export class AuditEntryFilter {
  @Field(() => [AuditAction], {
    nullable: true,
    description: 'Only those that tell of one of these.',
  })
  actions?: AuditAction[]

  @Field(() => [ID], {
    nullable: true,
    description: 'Only what people with one of these global ids did.',
  })
  actorIds?: string[]

  @Field(() => Boolean, { nullable: true, description: 'Only what was done, or only what failed.' })
  succeeded?: boolean

  @Field(() => DateTime, { nullable: true, description: 'Only those of this moment or later.' })
  from?: Date

  @Field(() => DateTime, { nullable: true, description: 'Only those of this moment or earlier.' })
  to?: Date

  @Field(() => [ID], {
    nullable: true,
    description: 'Only what was done to the things with one of these global ids.',
  })
  subjectIds?: string[]
}

export enum AuditEntryOrderField {
  SEQUENCE = 'SEQUENCE',
  ACTION = 'ACTION',
  ACTOR = 'ACTOR',
}

registerEnumType(AuditEntryOrderField, {
  name: 'AuditEntryOrderField',
  description: 'What entries of the audit log can be ordered by.',
  valuesConfig: {
    SEQUENCE: { description: 'By number, which is also the order in time.' },
    ACTION: { description: 'By name of what they tell of.' },
    ACTOR: { description: 'By who did it: what one person has done stands together.' },
  },
})

export const AuditEntryOrder = orderOf<AuditEntryOrderField>('AuditEntry', AuditEntryOrderField)

/** What the database orders entries by. */
export const auditColumns: Readonly<Record<AuditEntryOrderField, (way: Way) => object>> = {
  SEQUENCE: (way) => ({ sequence: way }),
  ACTION: (way) => ({ action: way }),
  ACTOR: (way) => ({ actor: way }),
}

/** The entries that a filter names, for the database. @throws {Fault} `BAD_INPUT` for an id that is no person's */
export function auditConditions(filter: AuditEntryFilter = {}): FilterQuery<AuditEntry> {
  return said({
    action: oneOf(filter.actions),
    actor: oneOf(filter.actorIds?.map((id) => ownId(id, 'Person'))),
    succeeded: filter.succeeded,
    at: within(filter.from, filter.to),
    subject: oneOf(filter.subjectIds),
  }) as FilterQuery<AuditEntry>
}
