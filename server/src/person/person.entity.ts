import { randomUUID } from 'node:crypto'
import { Collection, type Opt } from '@mikro-orm/core'
import { Entity, OneToMany, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Extensions, Field, ObjectType } from 'type-graphql'
import { toGlobalId } from '../connection/global-id.ts'
import { Node } from '../connection/node.ts'
import { DateTime } from '../scalars/index.ts'
import { Grant } from './grant.entity.ts'

@ObjectType({ implements: Node, description: 'Somebody who has an account.' })
@Entity()
@Unique({ properties: ['issuer', 'subject'] })
export class Person implements Node {
  @PrimaryKey({ type: 'uuid' })
  readonly id: string = randomUUID()

  get globalId(): Opt<string> {
    return toGlobalId('Person', this.id)
  }

  @Field(() => String, { description: 'Full name; a pseudonym when it has been erased.' })
  @Property({ type: 'text' })
  name: string

  @Field(() => String, { description: 'Work e-mail; empty when it has been erased.' })
  @Property({ type: 'text' })
  email: string

  /** What a local account signs in with: the e-mail in lower case. Null for who signs in elsewhere. */
  @Property({ type: 'string', nullable: true, unique: true })
  login: string | null = null

  /** As `sign-in/password.ts` writes it; null until one has been chosen. */
  @Property({ type: 'text', nullable: true })
  passwordHash: string | null = null

  /** Who vouches for a person that signs in elsewhere, and by which name: OpenID Connect's `iss` and `sub`. */
  @Property({ type: 'string', nullable: true })
  issuer: string | null = null

  @Property({ type: 'string', nullable: true })
  subject: string | null = null

  @Field(() => DateTime, { description: 'When the account was made.' })
  @Property({ type: 'datetime' })
  readonly createdAt: Opt<Date> = new Date()

  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when nobody can sign in with it; null while it is in use.',
  })
  @Property({ type: 'datetime', nullable: true })
  suspendedAt: Date | null = null

  @Field(() => DateTime, {
    nullable: true,
    description: 'When name and e-mail were erased; null while they are kept.',
  })
  @Property({ type: 'datetime', nullable: true })
  erasedAt: Date | null = null

  @Extensions({ varies: true })
  @Field(() => DateTime, { nullable: true, description: 'Last sign-in; null before the first.' })
  @Property({ type: 'datetime', nullable: true })
  signedInAt: Date | null = null

  @OneToMany({ entity: () => Grant, mappedBy: 'person' })
  readonly grants = new Collection<Grant>(this)
}
