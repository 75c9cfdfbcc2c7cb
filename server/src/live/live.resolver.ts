/* eslint-disable @typescript-eslint/no-unused-vars -- arguments are named for the contract; streams begin with them */
import { Fault } from '@andel/schema/fault'
import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Ctx,
  Extensions,
  FieldResolver,
  ID,
  Int,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql'
import { readable } from '../access/readable.ts'
import { Budget } from '../budget/budget.entity.ts'
import { CommentThread } from '../comment/comment-thread.entity.ts'
import { ownId } from '../connection/global-id.ts'
import type { RequestContext } from '../context.ts'
import { HistoryHead } from '../history/history-head.entity.ts'
import { PersonName, personName } from '../person/person-name.ts'
import { BudgetNews } from './budget-news.ts'
import type { ThreadNews } from './comment-tail.ts'
import { BudgetPresence, Presence } from './presence.ts'
import { readClientId } from './set-presence.ts'

/** What TypeGraphQL hands to whoever begins a stream. */
interface Beginning<T> {
  readonly args: T
  readonly context: RequestContext
  readonly info: GraphQLResolveInfo
}

const budgetText = 'Global id of the budget.'

@Resolver()
export class LiveResolver {
  @Subscription(() => BudgetNews, {
    subscribe: async ({
      args,
      context,
    }: Beginning<{ budgetId: string; afterSequence: number }>) => {
      const budget = await readableBudget(context, args.budgetId)
      await requireToldOf(context, args.afterSequence)
      return context.live.changes.listen(budget, args.afterSequence)
    },
    description:
      'What happens to a budget after a change: at once what has happened already, then what happens, in order, without gap or repeat.',
  })
  budgetChanges(
    @Root() news: BudgetNews,
    @Arg('budgetId', () => ID, { description: budgetText }) _budgetId: string,
    @Arg('afterSequence', () => Int, {
      description:
        'Sequence of the last change that is known: of the budget as it was read, or of the last news.',
    })
    _afterSequence: number,
  ): BudgetNews {
    return news
  }

  @Subscription(() => BudgetPresence, {
    subscribe: async ({ args, context }: Beginning<{ budgetId: string; clientId: string }>) => {
      const budget = await readableBudget(context, args.budgetId)
      const client = readClientId(args.clientId)
      const stream = context.live.presence.listen(budget, context.actor.id, client)
      if (!stream) throw new Fault('BAD_INPUT', { clientId: client })
      return stream
    },
    description:
      'Who is in a budget, at once and whenever it changes. To listen is to be there; see `setPresence` for where.',
  })
  budgetPresence(
    @Root() presence: BudgetPresence,
    @Arg('budgetId', () => ID, { description: budgetText }) _budgetId: string,
    @Arg('clientId', () => String, {
      description: 'What the page calls itself: 1 to 100 characters, another for each tab.',
    })
    _clientId: string,
  ): BudgetPresence {
    return presence
  }

  @Subscription(() => CommentThread, {
    subscribe: async ({ args, context }: Beginning<{ budgetId: string }>) =>
      context.live.comments.listen(await readableBudget(context, args.budgetId)),
    description: 'Each thread of a budget in which something has been said, withdrawn or resolved.',
  })
  budgetComments(
    @Root() { thread }: ThreadNews,
    @Arg('budgetId', () => ID, { description: budgetText }) _budgetId: string,
    @Ctx() { em }: RequestContext,
  ): Promise<CommentThread> {
    return em.findOneOrFail(CommentThread, { id: thread })
  }
}

@Resolver(() => Presence)
export class PresenceResolver {
  @Extensions({ varies: true })
  @FieldResolver(() => PersonName, { description: 'Who it is.' })
  person(@Root() { personId }: Presence, @Ctx() { names }: RequestContext): Promise<PersonName> {
    return personName(names, personId)
  }
}

/**
 * A number that the log has not come to is of another log, as before a backup was put back: what it is of cannot be told on.
 *
 * @throws {Fault} `BAD_INPUT`, `BAD_MOMENT`
 */
async function requireToldOf({ em }: RequestContext, afterSequence: number): Promise<void> {
  if (afterSequence < 0) throw new Fault('BAD_INPUT', { afterSequence })
  const { sequence: newest } = await em.findOneOrFail(HistoryHead, { id: 1 })
  if (afterSequence > newest) throw new Fault('BAD_MOMENT', { sequence: afterSequence, newest })
}

/** Own id of a budget that somebody may read. @throws {Fault} `NOT_FOUND`, `BAD_INPUT` */
async function readableBudget({ em, actor }: RequestContext, globalId: string): Promise<string> {
  const id = ownId(globalId, 'Budget')
  if (await em.count(Budget, { id, ...readable(actor, 'jointService') })) return id
  throw new Fault('NOT_FOUND', { budget: id })
}
