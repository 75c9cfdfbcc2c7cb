import { Field, ObjectType } from 'type-graphql'
import { ApiToken } from './api-token.entity.ts'

@ObjectType({ description: 'The token that was made.' })
export class CreateTokenPayload {
  @Field(() => ApiToken, { description: 'What is known of it from now on.' })
  token: ApiToken

  @Field(() => String, {
    description:
      'The token itself, as `Authorization: Bearer …` takes it. Shown this once: only a digest is kept.',
  })
  text: string
}

@ObjectType({ description: 'The token that was revoked.' })
export class RevokeTokenPayload {
  @Field(() => ApiToken, { description: 'The token, as it is now.' })
  token: ApiToken
}
