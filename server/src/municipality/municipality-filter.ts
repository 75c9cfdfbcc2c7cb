import { Field, InputType, registerEnumType } from 'type-graphql'
import { SortDirection } from '../connection/sort-direction.ts'
import { IsoDate } from '../scalars/index.ts'

@InputType({ description: 'Which municipalities. Conditions that are left out do not limit.' })
export class MunicipalityFilter {
  @Field(() => [String], { nullable: true, description: 'Only those with one of these codes.' })
  codes?: string[]

  @Field(() => String, { nullable: true, description: 'Only those of this county, e.g. "23".' })
  countyCode?: string

  @Field(() => [String], {
    nullable: true,
    description: 'Only those of one of these counties, e.g. "23".',
  })
  countyCodes?: string[]

  @Field(() => String, {
    nullable: true,
    description: 'Only those whose name holds this text, whatever its case.',
  })
  nameContains?: string

  @Field(() => [String], {
    nullable: true,
    description:
      'Only those that take part in one of the joint services with these slugs, on the day `participatesOn` or ever.',
  })
  jointServiceSlugs?: string[]

  @Field(() => IsoDate, {
    nullable: true,
    description: 'Only those that take part in a joint service on this day.',
  })
  participatesOn?: string
}

export enum MunicipalityOrderField {
  CODE = 'CODE',
  NAME = 'NAME',
  COUNTY = 'COUNTY',
}

registerEnumType(MunicipalityOrderField, {
  name: 'MunicipalityOrderField',
  description: 'What municipalities can be ordered by.',
  valuesConfig: {
    CODE: { description: 'By municipality code.' },
    NAME: { description: 'By name, as Swedish orders it: Å, Ä and Ö last.' },
    COUNTY: { description: 'By county code, then as Swedish orders the names.' },
  },
})

@InputType({ description: 'What to order municipalities by, and which way.' })
export class MunicipalityOrder {
  @Field(() => MunicipalityOrderField, { description: 'What to order by.' })
  field: MunicipalityOrderField

  @Field(() => SortDirection, {
    defaultValue: SortDirection.ASC,
    description: 'Which way to order.',
  })
  direction: SortDirection
}
