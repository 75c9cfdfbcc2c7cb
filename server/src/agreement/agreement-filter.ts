import { Field, InputType, registerEnumType } from 'type-graphql'
import { orderOf } from '../connection/orders.ts'
import { Duration, IsoDate } from '../scalars/index.ts'

@InputType({ description: 'Which agreements. Conditions that are left out do not limit.' })
export class AgreementFilter {
  @Field(() => [String], {
    nullable: true,
    description: 'Only those about the joint services with these slugs.',
  })
  jointServiceSlugs?: string[]

  @Field(() => [String], {
    nullable: true,
    description:
      'Only those in which one of the municipalities with these codes takes part, on the day `on` or ever.',
  })
  municipalityCodes?: string[]

  @Field(() => IsoDate, { nullable: true, description: 'Only those in force on this day.' })
  on?: string

  @Field(() => IsoDate, {
    nullable: true,
    description: 'Only those whose first day in force is this one or later.',
  })
  startsFrom?: string

  @Field(() => IsoDate, {
    nullable: true,
    description: 'Only those whose first day in force is this one or earlier.',
  })
  startsTo?: string

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those without a last day (true), or with one (false).',
  })
  untilFurtherNotice?: boolean

  @Field(() => [Duration], {
    nullable: true,
    description: 'Only those with one of these notice periods, as written: "P1Y".',
  })
  noticePeriods?: string[]

  @Field(() => String, {
    nullable: true,
    description: 'Only those whose title holds this text, whatever its case.',
  })
  titleContains?: string
}

export enum AgreementOrderField {
  VALID_FROM = 'VALID_FROM',
  VALID_TO = 'VALID_TO',
  TITLE = 'TITLE',
  JOINT_SERVICE = 'JOINT_SERVICE',
}

registerEnumType(AgreementOrderField, {
  name: 'AgreementOrderField',
  description: 'What agreements can be ordered by.',
  valuesConfig: {
    VALID_FROM: { description: 'By the first day in force.' },
    VALID_TO: { description: 'By the last day in force; those until further notice last.' },
    TITLE: { description: 'By title, as Swedish orders it.' },
    JOINT_SERVICE: { description: 'By the name of the joint service, as Swedish orders it.' },
  },
})

export const AgreementOrder = orderOf<AgreementOrderField>('Agreement', AgreementOrderField)

@InputType({ description: 'Which participations. Conditions that are left out do not limit.' })
export class ParticipationFilter {
  @Field(() => [String], {
    nullable: true,
    description: 'Only those of municipalities with these codes.',
  })
  municipalityCodes?: string[]

  @Field(() => [String], {
    nullable: true,
    description: 'Only those in joint services with these slugs.',
  })
  jointServiceSlugs?: string[]

  @Field(() => [String], {
    nullable: true,
    description: 'Only those of municipalities in these counties, e.g. "23".',
  })
  countyCodes?: string[]

  @Field(() => IsoDate, { nullable: true, description: 'Only those that cover this day.' })
  on?: string

  @Field(() => IsoDate, {
    nullable: true,
    description: 'Only those whose first day is this one or later.',
  })
  startsFrom?: string

  @Field(() => IsoDate, {
    nullable: true,
    description: 'Only those whose first day is this one or earlier.',
  })
  startsTo?: string

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those without a last day (true), or with one (false).',
  })
  untilFurtherNotice?: boolean
}

export enum ParticipationOrderField {
  MUNICIPALITY_CODE = 'MUNICIPALITY_CODE',
  JOINT_SERVICE = 'JOINT_SERVICE',
  FROM = 'FROM',
  TO = 'TO',
}

registerEnumType(ParticipationOrderField, {
  name: 'ParticipationOrderField',
  description: 'What participations can be ordered by.',
  valuesConfig: {
    MUNICIPALITY_CODE: { description: 'By the code of the municipality.' },
    JOINT_SERVICE: { description: 'By the slug of the joint service.' },
    FROM: { description: 'By the first day.' },
    TO: { description: 'By the last day; those until further notice last.' },
  },
})

export const ParticipationOrder = orderOf<ParticipationOrderField>(
  'Participation',
  ParticipationOrderField,
)
