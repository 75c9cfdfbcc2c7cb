import { Field, Int, ObjectType } from 'type-graphql'
import { Decimal, Money } from '../scalars/index.ts'

/** Sums as the database gives them: whole öre, exact however large. */
export interface Sums {
  readonly count: number
  readonly sum: bigint
  /** Null when there is nothing. */
  readonly min: bigint | null
  readonly max: bigint | null
}

@ObjectType({ description: 'Figures of several amounts.' })
export class MoneyAggregate {
  constructor(private readonly sums: Sums) {}

  @Field(() => Money, { description: 'Their sum, exact. "0.00" when there is none.' })
  get sum(): bigint {
    return this.sums.sum
  }

  @Field(() => Money, { nullable: true, description: 'The smallest; null when there is none.' })
  get min(): bigint | null {
    return this.sums.min
  }

  @Field(() => Money, { nullable: true, description: 'The largest; null when there is none.' })
  get max(): bigint | null {
    return this.sums.max
  }

  @Field(() => Money, {
    nullable: true,
    description:
      'Sum divided by count, exact and then rounded to öre, half away from zero; null when there is none.',
  })
  get average(): bigint | null {
    return quotient(this.sums.sum, this.sums.count)
  }
}

@ObjectType()
abstract class Aggregate {
  constructor(protected readonly sums: Sums) {}

  @Field(() => Int, { description: 'How many there are.' })
  get count(): number {
    return this.sums.count
  }

  @Field(() => MoneyAggregate, { description: 'Their amounts. A revenue is negative.' })
  get amount(): MoneyAggregate {
    return new MoneyAggregate(this.sums)
  }
}

export interface LineSums extends Sums {
  readonly difference: bigint
  readonly workload: bigint
}

@ObjectType({ description: 'Figures of several lines, whatever the page.' })
export class BudgetLineAggregate extends Aggregate {
  constructor(protected override readonly sums: LineSums) {
    super(sums)
  }

  @Field(() => Money, { description: 'Sum of what EACH_ALONE leaves over.' })
  get difference(): bigint {
    return this.sums.difference
  }

  @Field(() => Decimal, {
    description: 'Sum of the workloads in per cent of full time: "600" is six posts.',
  })
  get workload(): string {
    return String(this.sums.workload)
  }
}

export interface ShareSums extends Sums {
  readonly residual: bigint
}

@ObjectType({ description: 'Figures of several shares, whatever the page.' })
export class CostShareAggregate extends Aggregate {
  constructor(protected override readonly sums: ShareSums) {
    super(sums)
  }

  @Field(() => Money, {
    description:
      'Sum of what they bear of what rounding left over: the amounts beyond the shares rounded down. EACH_ALONE counts as 0.',
  })
  get residual(): bigint {
    return this.sums.residual
  }
}

/** Rounded half away from zero; null for nothing by nothing. */
export function quotient(sum: bigint, count: number): bigint | null {
  if (count === 0) return null
  const divisor = BigInt(count)
  const size = sum < 0n ? -sum : sum
  const rounded = (2n * size + divisor) / (2n * divisor)
  return sum < 0n ? -rounded : rounded
}
