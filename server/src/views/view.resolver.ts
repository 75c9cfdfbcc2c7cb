import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Args,
  Ctx,
  Extensions,
  Field,
  FieldResolver,
  ID,
  Info,
  InputType,
  Query,
  Resolver,
  Root,
  registerEnumType,
} from 'type-graphql'
import { nameHolds } from '../connection/conditions.ts'
import { type Connection, PageArgs, connectList, connectionOf } from '../connection/connection.ts'
import { ownId } from '../connection/global-id.ts'
import { byCode, byText, inMemory, orderOf, orderText } from '../connection/orders.ts'
import type { RequestContext } from '../context.ts'
import { TableOutline, outlineTable } from '../table/table-outline.ts'
import { SavedView } from './saved-view.entity.ts'

const SavedViewConnection = connectionOf('SavedView', () => SavedView)

@InputType({ description: 'Which views. Conditions that are left out do not limit.' })
export class SavedViewFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Only those whose name holds this text, whatever its case.',
  })
  nameContains?: string

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that a token opens, or only those that none does.',
  })
  open?: boolean
}

enum SavedViewOrderField {
  NAME = 'NAME',
  CREATED_AT = 'CREATED_AT',
  CHANGED_AT = 'CHANGED_AT',
  LAST_USED_AT = 'LAST_USED_AT',
}

registerEnumType(SavedViewOrderField, {
  name: 'SavedViewOrderField',
  description: 'What views can be ordered by.',
  valuesConfig: {
    NAME: { description: 'Name, as Swedish orders it.' },
    CREATED_AT: { description: 'When it was saved.' },
    CHANGED_AT: { description: 'When it was changed last.' },
    LAST_USED_AT: { description: 'When it was read last; never is last.' },
  },
})

const SavedViewOrder = orderOf('SavedView', SavedViewOrderField)

const comparisons: Record<SavedViewOrderField, (a: SavedView, b: SavedView) => number> = {
  NAME: (a, b) => byText(a.name, b.name),
  CREATED_AT: (a, b) => Number(a.createdAt) - Number(b.createdAt),
  CHANGED_AT: (a, b) => Number(a.changedAt) - Number(b.changedAt),
  LAST_USED_AT: (a, b) => byCode(moment(a.lastUsedAt), moment(b.lastUsedAt)),
}

const moment = (at: Date | null): string | null => at?.toISOString() ?? null

@Resolver(() => SavedView)
export class SavedViewResolver {
  @Extensions({ varies: true })
  @Query(() => SavedViewConnection, {
    description: 'Saved views, by name unless an order is given.',
  })
  async savedViews(
    @Arg('filter', () => SavedViewFilter, { nullable: true, description: 'Which views to list.' })
    filter: SavedViewFilter | undefined,
    @Arg('orderBy', () => [SavedViewOrder], { nullable: true, description: orderText })
    orderBy: InstanceType<typeof SavedViewOrder>[] | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { em, actor }: RequestContext,
  ): Promise<Connection<SavedView>> {
    const found = (await em.find(SavedView, { actor: actor.id })).filter(
      ({ name, tokenHash }) =>
        nameHolds(name, filter?.nameContains) &&
        (filter?.open == null || filter.open === (tokenHash !== null)),
    )
    const otherwise = (a: SavedView, b: SavedView): number =>
      byText(a.name, b.name) || byCode(a.id, b.id)
    return connectList(inMemory(found, orderBy, comparisons, otherwise), page)
  }

  @Extensions({ varies: true })
  @Query(() => SavedView, {
    nullable: true,
    description: 'The view with this id; null when there is none.',
  })
  savedView(
    @Arg('id', () => ID, { description: 'Global id of what is looked for.' }) id: string,
    @Ctx() { em, actor }: RequestContext,
  ): Promise<SavedView | null> {
    return em.findOne(SavedView, { id: ownId(id, 'SavedView'), actor: actor.id })
  }

  @FieldResolver(() => String, {
    description: 'Name of who saved it; it is read with the rights of that person.',
  })
  async actor(@Root() view: SavedView, @Ctx() { names }: RequestContext): Promise<string> {
    return (await names.load(view.actor)).name
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: 'Global id of the person who saved it; null when it was Andel itself.',
  })
  async actorId(@Root() view: SavedView, @Ctx() { names }: RequestContext): Promise<string | null> {
    return (await names.load(view.actor)).personId
  }

  @FieldResolver(() => String, {
    description:
      'Its address on this server; add ".csv", ".xlsx", ".ndjson" or ".json", and the token as "?token=…".',
  })
  path(@Root() view: SavedView): string {
    return `/views/${view.globalId}`
  }

  @FieldResolver(() => TableOutline, {
    description: 'Its columns, or why it cannot be read any more.',
  })
  table(@Root() view: SavedView, @Info() { schema }: GraphQLResolveInfo): TableOutline {
    return outlineTable(schema, view.query, view.variables)
  }
}
