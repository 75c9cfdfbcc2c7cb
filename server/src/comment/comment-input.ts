import { Field, ID, InputType } from 'type-graphql'

@InputType({ description: 'What to say, and where.' })
export class AddCommentInput {
  @Field(() => ID, { description: 'Global id of the budget.' })
  budgetId: string

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the thread to go on in, which is then open again; else a line.',
  })
  threadId?: string | null

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the line that a new thread is about.',
  })
  lineId?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Field of that line, e.g. "amount", or code of a participant, whose share it is; left out for the whole line.',
  })
  field?: string | null

  @Field(() => String, { description: 'Plain text of 1 to 5000 characters.' })
  text: string

  @Field(() => [ID], {
    nullable: true,
    description: 'Global ids of the people named in it, at most 50: of those who can be.',
  })
  mentions?: string[] | null

  @Field(() => ID, {
    nullable: true,
    description:
      'A UUID made by whoever sends it, as own id of the comment: sent once more, it is stored once.',
  })
  commentId?: string | null
}

@InputType({ description: 'A thread that is done with, or is not.' })
export class ResolveThreadInput {
  @Field(() => ID, { description: 'Global id of the thread.' })
  threadId: string

  @Field(() => Boolean, { description: 'Whether it is resolved.' })
  resolved: boolean
}

@InputType({ description: 'A comment that is taken back.' })
export class WithdrawCommentInput {
  @Field(() => ID, { description: 'Global id of the comment.' })
  commentId: string
}
