import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { addComment } from './add-comment.ts'
import { AddCommentInput, ResolveThreadInput, WithdrawCommentInput } from './comment-input.ts'
import {
  AddCommentPayload,
  ResolveThreadPayload,
  WithdrawCommentPayload,
} from './comment-payload.ts'
import type { CommentThread } from './comment-thread.entity.ts'
import { resolveThread } from './resolve-thread.ts'
import { withdrawComment } from './withdraw-comment.ts'

@Resolver()
export class EditCommentsResolver {
  @Mutation(() => AddCommentPayload, {
    description:
      'Says something about a cell or a line of a budget, also of a locked one. Faults: BAD_TEXT, BAD_INPUT, LINE_REMOVED, ALREADY_EXISTS, THREAD_FULL.',
  })
  async addComment(
    @Arg('input', () => AddCommentInput, { description: 'What to say, and where.' })
    input: AddCommentInput,
    @Ctx() context: RequestContext,
  ): Promise<AddCommentPayload> {
    context.forget()
    return { thread: told(context, await addComment(context, input)) }
  }

  @Mutation(() => ResolveThreadPayload, {
    description: 'Resolves a thread, or opens it again; it stays as it is when it is so already.',
  })
  async resolveThread(
    @Arg('input', () => ResolveThreadInput, { description: 'Which one, and what to make of it.' })
    input: ResolveThreadInput,
    @Ctx() context: RequestContext,
  ): Promise<ResolveThreadPayload> {
    context.forget()
    return { thread: told(context, await resolveThread(context.em, context.actor, input)) }
  }

  @Mutation(() => WithdrawCommentPayload, {
    description:
      'Takes back what one has said oneself: its text is gone for good, its place stays. A thread with nothing left in it is resolved.',
  })
  async withdrawComment(
    @Arg('input', () => WithdrawCommentInput, { description: 'Which one it is about.' })
    { commentId }: WithdrawCommentInput,
    @Ctx() context: RequestContext,
  ): Promise<WithdrawCommentPayload> {
    context.forget()
    return { thread: told(context, await withdrawComment(context.em, context.actor, commentId)) }
  }
}

/** Whoever listens is told once it is stored. */
function told({ bell }: RequestContext, thread: CommentThread): CommentThread {
  bell.ring({ kind: 'comment', budget: thread.budget.id, thread: thread.id })
  return thread
}
