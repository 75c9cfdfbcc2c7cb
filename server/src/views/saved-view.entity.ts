import { randomUUID } from 'node:crypto'
import type { Opt } from '@mikro-orm/core'
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Extensions, Field, ObjectType } from 'type-graphql'
import { toGlobalId } from '../connection/global-id.ts'
import { Node } from '../connection/node.ts'
import { DateTime, Json } from '../scalars/index.ts'

@ObjectType({
  implements: Node,
  description:
    'A query saved under a name, with an address of its own that gives it as a table to whoever has the token.',
})
@Entity()
export class SavedView implements Node {
  @PrimaryKey({ type: 'uuid' })
  readonly id: string = randomUUID()

  get globalId(): Opt<string> {
    return toGlobalId('SavedView', this.id)
  }

  @Field(() => String, { description: 'What it is called; also the name of its files.' })
  @Property({ type: 'text' })
  name: string

  @Field(() => String, { description: 'The query, a text in GraphQL.' })
  @Property({ type: 'text' })
  query: string

  @Field(() => Json, { description: 'The variables of the query, an object.' })
  @Property({ type: 'json' })
  variables: Opt<Readonly<Record<string, unknown>>> = {}

  /** Own id of the person who saved it. */
  @Property({ type: 'string' })
  actor: string

  @Field(() => DateTime, { description: 'When it was saved.' })
  @Property({ type: 'datetime' })
  createdAt: Opt<Date> = new Date()

  @Field(() => DateTime, { description: 'When its name or its query was changed last.' })
  @Property({ type: 'datetime' })
  changedAt: Opt<Date> = new Date()

  /** SHA-256 of the token, in hexadecimal; null when it has been revoked. */
  @Property({ type: 'string', nullable: true })
  tokenHash: string | null

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When its token was made; null when it has been revoked and nothing opens the address.',
  })
  @Property({ type: 'datetime', nullable: true })
  tokenSince: Date | null

  @Extensions({ varies: true })
  @Field(() => DateTime, {
    nullable: true,
    description: 'When its address was read last, to the minute; null when it never was.',
  })
  @Property({ type: 'datetime', nullable: true })
  lastUsedAt: Date | null = null
}
