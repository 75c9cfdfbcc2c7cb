import { Field, ID, Int, ObjectType } from 'type-graphql'
import { DateTime, Json } from '../scalars/index.ts'

@ObjectType({
  description:
    'Somebody else has changed the same field since the version that the edit was based on.',
})
export class EditConflict {
  @Field(() => Int, { description: 'Which edit: its index in the input.' })
  edit: number

  @Field(() => ID, { description: 'Global id of what it is about.' })
  entityId: string

  @Field(() => String, { description: 'Which field; "-" when the whole entity was to be removed.' })
  field: string

  @Field(() => Int, { description: 'The version that the edit was based on.' })
  basedOnVersion: number

  @Field(() => Int, { description: 'The version as it now is: base the edit on it to insist.' })
  currentVersion: number

  @Field(() => Json, { nullable: true, description: 'The value that the edit would have set.' })
  yours: unknown

  @Field(() => Json, { nullable: true, description: 'The value that now stands.' })
  current: unknown

  /** Own id of the person; what a program, or the source of a figure that was shipped, is called. */
  actor: string

  @Field(() => DateTime, { description: 'When it was changed.' })
  changedAt: Date
}
