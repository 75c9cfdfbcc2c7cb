import { Field, ID, InputType } from 'type-graphql'
import { Json } from '../scalars/index.ts'

const idText = 'Global id of the view.'

@InputType({ description: 'A view to save.' })
export class SaveViewInput {
  @Field(() => String, { description: 'What to call it, at most 200 characters.' })
  name: string

  @Field(() => String, {
    description: 'The query, at most 20 000 characters. It must become a table.',
  })
  query: string

  @Field(() => Json, { nullable: true, description: 'The variables of the query, an object.' })
  variables?: unknown
}

@InputType({ description: 'What to change of a view. What is left out stays as it is.' })
export class UpdateViewInput {
  @Field(() => ID, { description: idText })
  id: string

  @Field(() => String, { nullable: true, description: 'What to call it from now on.' })
  name?: string

  @Field(() => String, { nullable: true, description: 'The query. It must become a table.' })
  query?: string

  @Field(() => Json, { nullable: true, description: 'The variables of the query, an object.' })
  variables?: unknown
}

@InputType({ description: 'The view to remove.' })
export class RemoveViewInput {
  @Field(() => ID, { description: idText })
  id: string
}

@InputType({ description: 'The view that gets a new token.' })
export class RenewViewTokenInput {
  @Field(() => ID, { description: idText })
  id: string
}

@InputType({ description: 'The view whose token stops working.' })
export class RevokeViewTokenInput {
  @Field(() => ID, { description: idText })
  id: string
}
