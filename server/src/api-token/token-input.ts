import { Field, ID, InputType, Int } from 'type-graphql'

@InputType({ description: 'A token to make.' })
export class CreateTokenInput {
  @Field(() => String, { description: 'What it is for, at most 100 characters.' })
  name: string

  @Field(() => Int, { description: 'For how many days it works, from 1 to 365.' })
  days: number

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it may change what its owner may change, or only read.',
  })
  writes: boolean
}

@InputType({ description: 'A token to revoke.' })
export class RevokeTokenInput {
  @Field(() => ID, { description: 'Global id of the token.' })
  id: string
}
