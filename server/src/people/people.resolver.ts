import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Args,
  Ctx,
  Extensions,
  FieldResolver,
  Info,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import { authorize } from '../access/authorize.ts'
import { connectRows } from '../connection/connect-rows.ts'
import { type Connection, PageArgs, connectionOf } from '../connection/connection.ts'
import { type Order, inDatabase, orderText } from '../connection/orders.ts'
import type { RequestContext } from '../context.ts'
import { Grant } from '../person/grant.entity.ts'
import { Person } from '../person/person.entity.ts'
import { DateTime } from '../scalars/index.ts'
import { SignInWay } from '../sign-in/session.entity.ts'
import {
  PersonFilter,
  PersonOrder,
  type PersonOrderField,
  personColumns,
  personConditions,
} from './person-filter.ts'
import { PersonState, isLocal, stateOf } from './person-state.ts'

const PersonConnection = connectionOf('Person', () => Person)

@Resolver(() => Person)
export class PeopleResolver {
  @Extensions({ varies: true })
  @Query(() => PersonConnection, {
    description:
      'Everybody who has or had an account, by name unless an order is given. For administrators.',
  })
  people(
    @Arg('filter', () => PersonFilter, { nullable: true, description: 'Which people to list.' })
    filter: PersonFilter | undefined,
    @Arg('orderBy', () => [PersonOrder], { nullable: true, description: orderText })
    orderBy: Order<PersonOrderField>[] | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { em, actor }: RequestContext,
  ): Promise<Connection<Person>> {
    authorize(actor, 'people.read')
    return connectRows(em, {
      entity: Person,
      where: personConditions(filter ?? undefined),
      orderBy: inDatabase<PersonOrderField, object>(orderBy, personColumns, [
        { name: 'asc' },
        { id: 'asc' },
      ]),
      page,
      info,
    })
  }

  @FieldResolver(() => [Grant], { description: 'What the person may do, the oldest grant first.' })
  async grants(
    @Root() { id }: Person,
    @Ctx() { accounts }: RequestContext,
  ): Promise<readonly Grant[]> {
    return (await accounts.load(id)).grants
  }

  @Extensions({ varies: true })
  @FieldResolver(() => Int, { description: 'In how many browsers the person is signed in now.' })
  async sessions(@Root() { id }: Person, @Ctx() { accounts }: RequestContext): Promise<number> {
    return (await accounts.load(id)).sessions
  }

  @Extensions({ varies: true })
  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      'Until when an invitation that has not been used is good; null when there is none.',
  })
  async invitedUntil(
    @Root() { id }: Person,
    @Ctx() { accounts }: RequestContext,
  ): Promise<Date | null> {
    return (await accounts.load(id)).invitedUntil
  }

  @Extensions({ varies: true })
  @FieldResolver(() => PersonState, { description: 'How it stands with the account.' })
  async state(
    @Root() person: Person,
    @Ctx() { accounts, installation }: RequestContext,
  ): Promise<PersonState> {
    return stateOf(person, await accounts.load(person.id), installation.demo)
  }

  @FieldResolver(() => SignInWay, { description: 'How the person signs in.' })
  way(@Root() person: Person, @Ctx() { installation }: RequestContext): SignInWay {
    if (!isLocal(person)) return SignInWay.OIDC
    return installation.demo && person.passwordHash === null ? SignInWay.DEMO : SignInWay.LOCAL
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Host of the provider where the person signs in; null for who signs in here.',
  })
  provider(@Root() { issuer }: Person): string | null {
    return issuer === null ? null : (URL.parse(issuer)?.host ?? null)
  }
}
