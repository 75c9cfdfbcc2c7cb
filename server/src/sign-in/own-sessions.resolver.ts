import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql'
import type { RequestContext } from '../context.ts'
import { endOtherSessions, endOwnSession, ownSessions } from './own-sessions.ts'
import { Session } from './session.entity.ts'
import { Viewer } from './viewer.ts'

@InputType({ description: 'A session to end.' })
export class EndSessionInput {
  @Field(() => ID, { description: 'Global id of the session.' })
  id: string
}

@ObjectType({ description: 'The session that was ended.' })
export class EndSessionPayload {
  @Field(() => ID, { description: 'Global id of what was the session.' })
  id: string
}

@ObjectType({ description: 'The sessions that were ended.' })
export class EndOtherSessionsPayload {
  @Field(() => Int, { description: 'How many there were.' })
  ended: number
}

@Resolver(() => Viewer)
export class OwnSessionsResolver {
  @FieldResolver(() => [Session], {
    description:
      'Where one is signed in, the last used first. In a session alone, never with a token.',
  })
  sessions(@Ctx() { em, actor }: RequestContext): Promise<Session[]> {
    return ownSessions(em, actor)
  }

  @Mutation(() => EndSessionPayload, {
    description: 'Signs out one of one’s own browsers. In a session alone. Fault: NOT_FOUND.',
  })
  async endSession(
    @Arg('input', () => EndSessionInput, { description: 'Which one it is about.' })
    { id }: EndSessionInput,
    @Ctx() context: RequestContext,
  ): Promise<EndSessionPayload> {
    await endOwnSession(context, id)
    return { id }
  }

  @Mutation(() => EndOtherSessionsPayload, {
    description: 'Signs out all of one’s own browsers but the one that asks. In a session alone.',
  })
  async endOtherSessions(@Ctx() context: RequestContext): Promise<EndOtherSessionsPayload> {
    return { ended: await endOtherSessions(context) }
  }
}

@Resolver(() => Session)
export class SessionResolver {
  @FieldResolver(() => Boolean, { description: 'Whether it is the one that asks.' })
  isCurrent(@Root() { id }: Session, @Ctx() { actor }: RequestContext): boolean {
    return id === actor.through
  }
}
