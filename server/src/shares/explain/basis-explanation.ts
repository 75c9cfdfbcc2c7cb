import { Field, Int, ObjectType } from 'type-graphql'
import { BasisKindType } from '../../allocation/key-enums.ts'
import { PopulationFigure } from '../../population/population-figure.entity.ts'
import { Decimal, IsoDate } from '../../scalars/index.ts'

@ObjectType({
  description:
    'What one part of a key says about a participant. Fields that do not belong to its kind are null.',
})
export class BasisExplanation {
  @Field(() => BasisKindType, { description: 'What shares are weighed by.' })
  readonly kind: BasisKindType

  @Field(() => Int, { description: 'Whole per cent of the amount that goes by this part.' })
  readonly percent: number

  @Field(() => Decimal, {
    description:
      'What the participant has, in the unit of the part: inhabitants, agreed per cent, use; "1" for EQUAL.',
  })
  readonly value: string

  @Field(() => Int, {
    nullable: true,
    description: 'The floor of the part; null when it has none.',
  })
  readonly floor: number | null

  @Field(() => Boolean, { description: 'Whether the floor lifted the value.' })
  readonly lifted: boolean

  @Field(() => Int, {
    nullable: true,
    description:
      'Months that the value was multiplied by; null when everybody takes part for the whole year.',
  })
  readonly months: number | null

  @Field(() => Decimal, { description: 'What it weighs: the value, lifted and times months.' })
  readonly weight: string

  @Field(() => Decimal, { description: 'What all who take part weigh in this part together.' })
  readonly sum: string

  @Field(() => IsoDate, { nullable: true, description: 'POPULATION: the reference date.' })
  readonly on: string | null

  @Field(() => PopulationFigure, {
    nullable: true,
    description: 'POPULATION: the figure that was used, with source, quality and revision.',
  })
  readonly population: PopulationFigure | null

  @Field(() => String, { nullable: true, description: 'USE: what was measured.' })
  readonly statistic: string | null

  @Field(() => String, { nullable: true, description: 'USE: when it was measured.' })
  readonly period: string | null

  @Field(() => String, { nullable: true, description: 'USE: where the values are from.' })
  readonly source: string | null
}
