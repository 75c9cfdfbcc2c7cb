import { Field, InputType, registerEnumType } from 'type-graphql'
import { orderOf } from '../connection/orders.ts'
import { IsoDate } from '../scalars/index.ts'

@InputType({ description: 'Which joint services. Conditions that are left out do not limit.' })
export class JointServiceFilter {
  @Field(() => [String], { nullable: true, description: 'Only those with one of these slugs.' })
  slugs?: string[]

  @Field(() => String, {
    nullable: true,
    description: 'Only those whose name holds this text, whatever its case.',
  })
  nameContains?: string

  @Field(() => [String], {
    nullable: true,
    description: 'Only those about which one of these bodies meets, e.g. "SocSam".',
  })
  bodies?: string[]

  @Field(() => [String], {
    nullable: true,
    description:
      'Only those in which one of the municipalities with these codes takes part, on the day `participatesOn` or ever.',
  })
  municipalityCodes?: string[]

  @Field(() => IsoDate, {
    nullable: true,
    description: 'Only those in which somebody takes part on this day.',
  })
  participatesOn?: string
}

export enum JointServiceOrderField {
  NAME = 'NAME',
  SLUG = 'SLUG',
  BODY = 'BODY',
}

registerEnumType(JointServiceOrderField, {
  name: 'JointServiceOrderField',
  description: 'What joint services can be ordered by.',
  valuesConfig: {
    NAME: { description: 'By name, as Swedish orders it.' },
    SLUG: { description: 'By the name in addresses.' },
    BODY: { description: 'By the body in which the municipalities meet.' },
  },
})

export const JointServiceOrder = orderOf<JointServiceOrderField>(
  'JointService',
  JointServiceOrderField,
)
