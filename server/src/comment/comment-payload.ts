import { Field, ObjectType } from 'type-graphql'
import { CommentThread } from './comment-thread.entity.ts'

@ObjectType({ description: 'What came of it.' })
export class AddCommentPayload {
  @Field(() => CommentThread, { description: 'The thread with the comment.' })
  readonly thread: CommentThread
}

@ObjectType({ description: 'What came of it.' })
export class ResolveThreadPayload {
  @Field(() => CommentThread, { description: 'The thread as it now is.' })
  readonly thread: CommentThread
}

@ObjectType({ description: 'What came of it.' })
export class WithdrawCommentPayload {
  @Field(() => CommentThread, { description: 'The thread as it now is.' })
  readonly thread: CommentThread
}
