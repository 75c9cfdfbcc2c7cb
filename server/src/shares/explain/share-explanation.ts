import { Field, Int, ObjectType } from 'type-graphql'
import { Agreement } from '../../agreement/agreement.entity.ts'
import { DistributionKey } from '../../allocation/distribution-key.entity.ts'
import { LineKind } from '../../budget/budget-line.entity.ts'
import { CostShare } from '../../budget/cost-share.ts'
import { Municipality } from '../../municipality/municipality.entity.ts'
import { Decimal, Money, Percent } from '../../scalars/index.ts'
import { BasisExplanation } from './basis-explanation.ts'
import { AmountStepExplanation, ShareStepExplanation } from './step-explanation.ts'

@ObjectType({
  description: 'How a position comes to its amount: workload × months × monthly cost.',
})
export class PositionExplanation {
  @Field(() => Int, { description: 'Per cent of full time: 100 is one post.' })
  readonly workload: number

  @Field(() => Decimal, { description: 'Months of the position.' })
  readonly months: string

  @Field(() => Money, { description: 'Cost of one post in one month.' })
  readonly monthlyCost: number
}

@ObjectType({ description: 'What was shared out, and how it comes to its amount.' })
export class LineExplanation {
  @Field(() => Money, { description: 'What the line adds to the budget: negative for a revenue.' })
  readonly amount: number

  @Field(() => LineKind, { description: 'Cost or revenue.' })
  readonly kind: LineKind

  @Field(() => PositionExplanation, {
    nullable: true,
    description: 'What the amount follows from; null when it was typed.',
  })
  readonly position: PositionExplanation | null

  @Field(() => Money, {
    nullable: true,
    description: 'The amount as typed; null for a position, and when nothing was typed.',
  })
  readonly typedAmount: number | null

  @Field(() => [Municipality], { description: 'Participants whom the line leaves out.' })
  readonly leftOut: Municipality[]

  @Field(() => Money, {
    description: 'What EACH_ALONE leaves over of the line, and nobody bears.',
  })
  readonly difference: number

  @Field(() => String, { description: 'Decision that the line rests on; "" for none of its own.' })
  readonly decision: string

  @Field(() => String, { description: 'Note of the line.' })
  readonly note: string
}

@ObjectType({
  description:
    'Why a share is what it is, as figures: amount ← line ← rounded share ← weight ← what weighed ← key ← agreement. A share of a whole budget is the sum of its `parts`, and has no line, key or bases.',
})
export class ShareExplanation {
  @Field(() => Municipality, { description: 'The municipality whose share it is.' })
  readonly municipality: Municipality

  @Field(() => Money, { description: 'What the share comes to.' })
  readonly amount: number

  @Field(() => Percent, { description: 'The share in per cent, as `share` of it.' })
  readonly share: string

  @Field(() => String, { description: 'Exact weight, as a whole number.' })
  readonly weight: string

  @Field(() => String, {
    description: 'Sum of the weights of all who take part, as a whole number.',
  })
  readonly sumOfWeights: string

  @Field(() => String, { description: 'Weight and sum as an exact fraction: "5210/124919".' })
  readonly exactShare: string

  @Field(() => LineExplanation, {
    nullable: true,
    description: 'What was shared out. Null for a share of a whole budget.',
  })
  readonly line: LineExplanation | null

  @Field(() => DistributionKey, {
    nullable: true,
    description: 'By what it was split. Null for a share of a whole budget.',
  })
  readonly key: DistributionKey | null

  @Field(() => [BasisExplanation], {
    description: 'What weighed: one for each part of the key. None for a share of a whole budget.',
  })
  readonly bases: BasisExplanation[]

  @Field(() => ShareStepExplanation, {
    nullable: true,
    description:
      'How the share was rounded to whole steps; null when the key does not round shares.',
  })
  readonly shareStep: ShareStepExplanation | null

  @Field(() => AmountStepExplanation, {
    nullable: true,
    description: 'How the amount was rounded to whole units. Null for a share of a whole budget.',
  })
  readonly amountStep: AmountStepExplanation | null

  @Field(() => Agreement, { description: 'The agreement that it all rests on.' })
  readonly agreement: Agreement

  @Field(() => [CostShare], {
    description:
      'Of a share of a whole budget: the shares of lines that it is the sum of, as in the sheet. Otherwise none.',
  })
  readonly parts: CostShare[]
}
