import { Field, ObjectType } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { Money } from '../scalars/index.ts'
import { groupShares } from './groups.ts'
import type { Part } from './statement.ts'

@ObjectType({ description: 'What the shares of a municipality bear of what rounding left over.' })
export class SharesResidualBearer {
  @Field(() => Municipality, { description: 'The municipality that it is about.' })
  readonly municipality: Municipality

  @Field(() => Money, {
    description: 'How much, beyond its shares rounded down. Revenues count as negative.',
  })
  readonly amount: bigint
}

@ObjectType({
  description: 'What shares of several lines bear of what rounding left over, and who bears it.',
})
export class SharesResidual {
  @Field(() => Money, {
    description: 'Together. Revenues count as negative; EACH_ALONE counts as 0.',
  })
  readonly amount: bigint

  @Field(() => [SharesResidualBearer], {
    description: 'By municipality code. Whoever bears nothing is left out.',
  })
  readonly bornBy: SharesResidualBearer[]
}

/** What the shares that meet some conditions bear of what rounding left over. */
export async function sharesResidual(
  context: RequestContext,
  where: readonly Part[],
): Promise<SharesResidual> {
  const grouping = { fields: ['MUNICIPALITY'], having: null, orderBy: null, first: null } as const
  const groups = await groupShares(context, where, grouping)
  const bornBy = groups
    .map(({ municipality, aggregate }) => ({
      municipality: municipality!,
      amount: aggregate.residual,
    }))
    .filter(({ amount }) => amount !== 0n)
  return { amount: bornBy.reduce((sum, { amount }) => sum + amount, 0n), bornBy }
}
