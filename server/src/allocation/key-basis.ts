import { Field, Int, ObjectType } from 'type-graphql'
import { Municipality } from '../municipality/municipality.entity.ts'
import { IsoDate, Percent } from '../scalars/index.ts'
import { BasisKindType } from './key-enums.ts'

@ObjectType({ description: 'The agreed percentage of a municipality.' })
export class FixedPercentage {
  @Field(() => Municipality, { description: 'The municipality that it is about.' })
  municipality: Municipality

  @Field(() => Percent, { description: 'Its part in per cent.' })
  percent: string
}

@ObjectType({ description: 'The measured use of a municipality.' })
export class UseValue {
  @Field(() => Municipality, { description: 'The municipality that it is about.' })
  municipality: Municipality

  @Field(() => Int, { description: 'Its use, in the unit of the statistic.' })
  value: number
}

@ObjectType({ description: 'One part of a key. Fields that do not belong to its kind are null.' })
export class KeyBasis {
  @Field(() => BasisKindType, { description: 'What shares are weighed by.' })
  kind: string

  @Field(() => Int, {
    description:
      'Whole per cent of the amount that goes by this part; 100 when it is the only one.',
  })
  percent: number

  @Field(() => Int, {
    nullable: true,
    description: 'Whoever weighs less than this counts as this much.',
  })
  floor: number | null

  @Field(() => IsoDate, { nullable: true, description: 'POPULATION: the reference date.' })
  on: string | null

  @Field(() => [FixedPercentage], {
    nullable: true,
    description: 'FIXED: the agreed percentages, together 100.',
  })
  percentages: FixedPercentage[] | null

  @Field(() => String, { nullable: true, description: 'USE: what was measured.' })
  statistic: string | null

  @Field(() => String, { nullable: true, description: 'USE: when it was measured.' })
  period: string | null

  @Field(() => String, { nullable: true, description: 'USE: where the values are from.' })
  source: string | null

  @Field(() => [UseValue], { nullable: true, description: 'USE: the measured values.' })
  values: UseValue[] | null
}
