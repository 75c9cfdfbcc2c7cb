import { Arg, Ctx, Extensions, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { Budget } from '../budget/budget.entity.ts'
import { SheetLine, sheetLine } from '../budget/sheet-line.ts'
import { toGlobalId } from '../connection/global-id.ts'
import type { RequestContext } from '../context.ts'
import { PersonName, personName } from '../person/person-name.ts'
import { Comment } from './comment.entity.ts'
import { CommentThread } from './comment-thread.entity.ts'

@Resolver(() => CommentThread)
export class CommentThreadResolver {
  @FieldResolver(() => Budget, { description: 'The budget it is about.' })
  budget(@Root() thread: CommentThread, @Ctx() { budgetById }: RequestContext): Promise<Budget> {
    return budgetById.load(thread.budget.id)
  }

  @FieldResolver(() => ID, {
    description: 'Global id of the line it is about, which may have been removed.',
  })
  lineId(@Root() thread: CommentThread): string {
    return toGlobalId('BudgetLine', thread.lineId)
  }

  @FieldResolver(() => SheetLine, {
    nullable: true,
    description: 'The line it is about; null when it has been removed.',
  })
  async line(
    @Root() thread: CommentThread,
    @Ctx() { sheets }: RequestContext,
  ): Promise<SheetLine | undefined> {
    return sheetLine(await sheets.load(thread.budget.id), thread.lineId)
  }

  @Extensions({ varies: true })
  @FieldResolver(() => PersonName, {
    nullable: true,
    description: 'Who resolved it; null while it is open.',
  })
  resolvedBy(
    @Root() { resolvedBy }: CommentThread,
    @Ctx() { names }: RequestContext,
  ): Promise<PersonName> | null {
    return resolvedBy === null ? null : personName(names, resolvedBy)
  }

  @Extensions({ varies: true })
  @FieldResolver(() => [Comment], {
    description: 'What has been said, in the order of writing; also what has been withdrawn.',
  })
  comments(@Root() thread: CommentThread, @Ctx() { comments }: RequestContext): Promise<Comment[]> {
    return comments.load(thread.id)
  }
}

@Resolver(() => Budget)
export class BudgetCommentsResolver {
  @Extensions({ varies: true })
  @FieldResolver(() => [CommentThread], {
    description:
      'What is said about its lines: threads by their first comment, the oldest first. As they now stand, also in a past budget.',
  })
  async commentThreads(
    @Root() budget: Budget,
    @Arg('resolved', () => Boolean, {
      nullable: true,
      description: 'Only those that are resolved, or only those that are not.',
    })
    resolved: boolean | null | undefined,
    @Ctx() { commentThreads }: RequestContext,
  ): Promise<CommentThread[]> {
    const threads = await commentThreads.load(budget.id)
    return resolved == null
      ? threads
      : threads.filter(({ resolvedAt }) => (resolvedAt !== null) === resolved)
  }

  @Extensions({ varies: true })
  @FieldResolver(() => [PersonName], {
    description: 'Who can be named in a comment: those who may read it, by name.',
  })
  async mentionable(
    @Root() budget: Budget,
    @Ctx() { mentionable }: RequestContext,
  ): Promise<PersonName[]> {
    const people = await mentionable.load(budget.jointService.id)
    return people.map(({ globalId, name }) => ({ id: globalId, name }))
  }
}
