import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { IsoDate } from '../scalars/index.ts'
import { Budget } from './budget.entity.ts'
import { createBudget } from './create-budget.ts'

@InputType({ description: 'A new budget.' })
export class CreateBudgetInput {
  @Field(() => String, { description: 'Slug of the joint service that it is for.' })
  jointServiceSlug: string

  @Field(() => Int, { description: 'Fiscal year. A joint service has one budget a year.' })
  year: number

  @Field(() => String, { description: 'Title; at most 200 characters.' })
  title: string

  @Field(() => ID, {
    nullable: true,
    description: 'A budget of the same joint service whose lines and keys are copied.',
  })
  copyFromBudgetId?: string | null

  @Field(() => IsoDate, {
    nullable: true,
    description: 'Reference date of all population keys of the new budget.',
  })
  populationDate?: string | null
}

@ObjectType({ description: 'What came of it.' })
export class CreateBudgetPayload {
  @Field(() => Budget, { description: 'The new budget.' })
  budget: Budget
}

@Resolver()
export class CreateBudgetResolver {
  @Mutation(() => CreateBudgetPayload, {
    description: 'Creates a budget, empty or as a copy of another one.',
  })
  async createBudget(
    @Arg('input', () => CreateBudgetInput, { description: 'What to create.' })
    input: CreateBudgetInput,
    @Ctx() context: RequestContext,
  ): Promise<CreateBudgetPayload> {
    context.forget()
    return { budget: await createBudget(context.em, context.actor, input) }
  }
}
