import type { FilterQuery } from '@mikro-orm/core'
import { Field, InputType, registerEnumType } from 'type-graphql'
import { columnHolds, said } from '../connection/conditions.ts'
import { type Way, orderOf } from '../connection/orders.ts'
import type { Person } from '../person/person.entity.ts'
import { Role } from '../person/role-enums.ts'

@InputType({ description: 'Which people. Conditions left out do not limit.' })
export class PersonFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Only those whose name or e-mail holds this text.',
  })
  text?: string

  @Field(() => Role, { nullable: true, description: 'Only those who have this role somewhere.' })
  role?: Role

  @Field(() => [String], {
    nullable: true,
    description: 'Only those who have a role in one of the joint services with these slugs.',
  })
  jointServiceSlugs?: string[]

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those whose account is suspended, or only those whose is not.',
  })
  suspended?: boolean

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those who have been erased, or only those who have not.',
  })
  erased?: boolean

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only those who can sign in and have not been granted anything, or only all the others.',
  })
  waiting?: boolean
}

export enum PersonOrderField {
  NAME = 'NAME',
  EMAIL = 'EMAIL',
  CREATED_AT = 'CREATED_AT',
  SIGNED_IN_AT = 'SIGNED_IN_AT',
}

registerEnumType(PersonOrderField, {
  name: 'PersonOrderField',
  description: 'What people can be ordered by.',
  valuesConfig: {
    NAME: { description: 'By name.' },
    EMAIL: { description: 'By e-mail.' },
    CREATED_AT: { description: 'By when the account was made.' },
    SIGNED_IN_AT: { description: 'By last sign-in; who has never signed in counts as latest.' },
  },
})

export const PersonOrder = orderOf<PersonOrderField>('Person', PersonOrderField)

/** What the database orders people by. */
export const personColumns: Readonly<Record<PersonOrderField, (way: Way) => object>> = {
  NAME: (way) => ({ name: way }),
  EMAIL: (way) => ({ email: way }),
  CREATED_AT: (way) => ({ createdAt: way }),
  SIGNED_IN_AT: (way) => ({ signedInAt: way }),
}

const waiting = {
  grants: { $none: {} },
  suspendedAt: null,
  $or: [{ issuer: { $ne: null } }, { passwordHash: { $ne: null } }],
}

/** The people that a filter names, for the database. */
export function personConditions(filter: PersonFilter = {}): FilterQuery<Person> {
  const { role, jointServiceSlugs } = filter
  const granted = said({
    role,
    jointService: jointServiceSlugs && { slug: { $in: jointServiceSlugs } },
  })
  return {
    $and: [
      textHeld(filter.text),
      Object.keys(granted).length > 0 ? { grants: { $some: granted } } : {},
      isSet('suspendedAt', filter.suspended),
      isSet('erasedAt', filter.erased),
      filter.waiting == null ? {} : filter.waiting ? waiting : { $not: waiting },
    ].filter((condition) => Reflect.ownKeys(condition).length > 0),
  } as FilterQuery<Person>
}

function textHeld(asked: string | null | undefined): object {
  const text = asked?.trim().normalize('NFC')
  return text ? { $or: [columnHolds('name', text), columnHolds('email', text)] } : {}
}

function isSet(field: 'suspendedAt' | 'erasedAt', asked: boolean | null | undefined): object {
  if (asked == null) return {}
  return { [field]: asked ? { $ne: null } : null }
}
