import { randomUUID } from 'node:crypto'
import type { Opt, Ref } from '@mikro-orm/core'
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ObjectType } from 'type-graphql'
import { toGlobalId } from '../connection/global-id.ts'
import { Node } from '../connection/node.ts'
import { Person } from '../person/person.entity.ts'
import { DateTime } from '../scalars/index.ts'

@ObjectType({
  implements: Node,
  description: 'What a program signs in with, as `Authorization: Bearer …`, in place of a person.',
})
@Entity()
export class ApiToken implements Node {
  @PrimaryKey({ type: 'uuid' })
  readonly id: string = randomUUID()

  get globalId(): Opt<string> {
    return toGlobalId('ApiToken', this.id)
  }

  @ManyToOne({ entity: () => Person, ref: true, index: true })
  readonly person: Ref<Person>

  @Field(() => String, { description: 'What it is for, in the words of its owner.' })
  @Property({ type: 'text' })
  readonly name: string

  @Field(() => String, { description: 'Its first characters, to know it by.' })
  @Property({ type: 'string' })
  readonly prefix: string

  /** SHA-256 of the token, in hexadecimal. */
  @Property({ type: 'string', unique: true })
  readonly tokenHash: string

  @Field(() => Boolean, { description: 'Whether it may change anything, or only read.' })
  @Property({ type: 'boolean' })
  readonly writes: boolean

  @Field(() => DateTime, { description: 'When it was made.' })
  @Property({ type: 'datetime' })
  readonly createdAt: Opt<Date> = new Date()

  @Field(() => DateTime, { description: 'When it stops working.' })
  @Property({ type: 'datetime' })
  readonly expiresAt: Date

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was revoked; null when it is not.',
  })
  @Property({ type: 'datetime', nullable: true })
  revokedAt: Date | null = null

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was last used, to the minute; null when it never was.',
  })
  @Property({ type: 'datetime', nullable: true })
  usedAt: Date | null = null
}
