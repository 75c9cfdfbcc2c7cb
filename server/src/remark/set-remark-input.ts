import { Field, ID, InputType } from 'type-graphql'

@InputType({ description: 'What a municipality notes about a line for itself.' })
export class SetRemarkInput {
  @Field(() => ID, { description: 'Global id of the line.' })
  lineId: string

  @Field(() => String, { description: 'Code of the municipality whose people see it.' })
  municipalityCode: string

  @Field(() => String, {
    description: 'What to note, at most 5000 characters; an empty text removes the remark.',
  })
  text: string
}
