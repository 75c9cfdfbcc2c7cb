import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { costLimit } from './cost.ts'

@ObjectType({
  description:
    'What an operation costs, known before it is carried out: from its text and variables, not from the data.',
})
export class RateLimit {
  @Field(() => Int, {
    description:
      'Values to work out at most: each field, times the entries of the lists it stands in. A list counts with its `first` or `last`, otherwise with its usual size or a page of 1 000.',
  })
  readonly cost: number

  @Field(() => Int, { description: 'An operation that costs more than this is refused.' })
  readonly limit: number

  @Field(() => Int, { description: 'Objects that the answer may hold, counted in the same way.' })
  readonly nodes: number

  constructor(cost: number, nodes: number) {
    this.cost = cost
    this.limit = costLimit
    this.nodes = nodes
  }
}

@Resolver()
export class RateLimitResolver {
  @Query(() => RateLimit, { description: 'What this very operation costs.' })
  rateLimit(
    @Arg('dryRun', () => Boolean, {
      defaultValue: false,
      description:
        'Whether to answer this field alone: nothing else of the operation is carried out, and nothing is refused.',
    })
    _dryRun: boolean,
    @Ctx() { cost }: RequestContext,
  ): RateLimit {
    return new RateLimit(cost?.cost ?? 0, cost?.nodes ?? 0)
  }
}
