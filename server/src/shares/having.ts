import { Field, InputType, Int } from 'type-graphql'
import { Money } from '../scalars/index.ts'

const told = {
  equals: 'It is exactly this.',
  greaterThan: 'It is more than this.',
  atLeast: 'It is this or more.',
  lessThan: 'It is less than this.',
  atMost: 'It is this or less.',
}

@InputType({ description: 'What a sum must be. All conditions that are given must hold.' })
export class MoneyCondition {
  @Field(() => Money, { nullable: true, description: told.equals })
  equals?: number | null

  @Field(() => Money, { nullable: true, description: told.greaterThan })
  greaterThan?: number | null

  @Field(() => Money, { nullable: true, description: told.atLeast })
  atLeast?: number | null

  @Field(() => Money, { nullable: true, description: told.lessThan })
  lessThan?: number | null

  @Field(() => Money, { nullable: true, description: told.atMost })
  atMost?: number | null
}

@InputType({ description: 'What a count must be. All conditions that are given must hold.' })
export class CountCondition {
  @Field(() => Int, { nullable: true, description: told.equals })
  equals?: number | null

  @Field(() => Int, { nullable: true, description: told.greaterThan })
  greaterThan?: number | null

  @Field(() => Int, { nullable: true, description: told.atLeast })
  atLeast?: number | null

  @Field(() => Int, { nullable: true, description: told.lessThan })
  lessThan?: number | null

  @Field(() => Int, { nullable: true, description: told.atMost })
  atMost?: number | null
}

@InputType({ description: 'Which groups, by their figures. All conditions must hold.' })
export class GroupConditions {
  @Field(() => CountCondition, { nullable: true, description: 'How many are in it.' })
  count?: CountCondition | null

  @Field(() => MoneyCondition, { nullable: true, description: 'Sum of the amounts.' })
  sum?: MoneyCondition | null

  @Field(() => MoneyCondition, { nullable: true, description: 'The smallest amount.' })
  min?: MoneyCondition | null

  @Field(() => MoneyCondition, { nullable: true, description: 'The largest amount.' })
  max?: MoneyCondition | null

  @Field(() => MoneyCondition, {
    nullable: true,
    description: 'The average amount, rounded to öre as `average` is.',
  })
  average?: MoneyCondition | null
}
