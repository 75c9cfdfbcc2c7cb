import { Field, Int, ObjectType } from 'type-graphql'
import { AmountStepType, ResidualRuleType, ShareStepType } from '../../allocation/key-enums.ts'
import { Municipality } from '../../municipality/municipality.entity.ts'
import { Money, Percent } from '../../scalars/index.ts'

@ObjectType({ description: 'Who got what was left over when everybody was rounded down, and why.' })
export class ResidualExplanation {
  @Field(() => ResidualRuleType, { description: 'The rule by which it was given out.' })
  readonly rule: ResidualRuleType

  @Field(() => Int, { description: 'Whole steps or units that were left over.' })
  readonly spare: number

  @Field(() => String, {
    description:
      'What the participant had beyond its whole steps or units, as an exact fraction of one: "103/124919".',
  })
  readonly remainder: string

  @Field(() => Int, {
    description:
      "The participant's place by remainder, from 1; equal ones by municipality code. It decides under LARGEST_REMAINDER.",
  })
  readonly place: number

  @Field(() => Boolean, {
    description:
      'Whether somebody with the same remainder got something else: the municipality code decided.',
  })
  readonly tied: boolean

  @Field(() => [Municipality], {
    description: 'All who got something, in the order in which they did.',
  })
  readonly receivers: Municipality[]
}

@ObjectType({ description: 'How a share was rounded to whole steps.' })
export class ShareStepExplanation {
  @Field(() => ShareStepType, { description: 'The step that was rounded to.' })
  readonly step: ShareStepType

  @Field(() => Int, { description: 'Steps in all: 1000 of 0.1 %.' })
  readonly inAll: number

  @Field(() => Int, { description: 'Whole steps that the participant had to begin with.' })
  readonly floor: number

  @Field(() => Int, { description: 'Steps it got beyond them.' })
  readonly received: number

  @Field(() => Int, { description: 'Steps it has in the end.' })
  readonly steps: number

  @Field(() => Percent, { description: 'The same in per cent.' })
  readonly share: string

  @Field(() => ResidualExplanation, { description: 'What was left over, and who got it.' })
  readonly residual: ResidualExplanation
}

@ObjectType({
  description:
    'How an amount was rounded to whole units. A negative amount is followed without its sign.',
})
export class AmountStepExplanation {
  @Field(() => AmountStepType, { description: 'The step that was rounded to.' })
  readonly step: AmountStepType

  @Field(() => Money, { description: 'One unit of it.' })
  readonly unit: number

  @Field(() => Money, { description: 'What was shared out.' })
  readonly whole: number

  @Field(() => Money, { description: 'What the participant had in whole units to begin with.' })
  readonly floor: number

  @Field(() => Money, { description: 'What it got beyond that.' })
  readonly received: number

  @Field(() => Money, {
    description: 'The part of what was shared out that is smaller than a unit, and goes to one.',
  })
  readonly rest: number

  @Field(() => ResidualExplanation, { description: 'What was left over, and who got it.' })
  readonly residual: ResidualExplanation
}
