import { Field, ID, InputType } from 'type-graphql'

@InputType({ description: 'A new joint service.' })
export class CreateJointServiceInput {
  @Field(() => String, { description: 'Name, e.g. "Familjehemscentrum"; at most 200 characters.' })
  name: string

  @Field(() => String, {
    description:
      'Name in addresses, which cannot be changed: at most 60 of a–z, 0–9 and single hyphens between them.',
  })
  slug: string

  @Field(() => String, {
    description:
      'The body in which the municipalities meet about it, e.g. "SocSam"; at most 200 characters.',
  })
  body: string

  @Field(() => String, { defaultValue: '', description: 'What it does; at most 2000 characters.' })
  description: string

  @Field(() => String, {
    defaultValue: 'SEK',
    description: 'ISO 4217 code of the currency of its budgets, one with two decimals.',
  })
  currency: string
}

@InputType({ description: 'Changes what a joint service is called. What is left out stays.' })
export class UpdateJointServiceInput {
  @Field(() => ID, { description: 'Global id of the joint service.' })
  jointServiceId: string

  @Field(() => String, { nullable: true, description: 'Name; at most 200 characters.' })
  name?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'The body in which the municipalities meet about it; at most 200 characters.',
  })
  body?: string | null

  @Field(() => String, { nullable: true, description: 'What it does; at most 2000 characters.' })
  description?: string | null
}
