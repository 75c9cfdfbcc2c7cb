import { randomUUID } from 'node:crypto'
import type { Opt, Ref } from '@mikro-orm/core'
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { toGlobalId } from '../connection/global-id.ts'
import { Node } from '../connection/node.ts'
import { Person } from '../person/person.entity.ts'
import { DateTime } from '../scalars/index.ts'

/** How somebody signed in. */
export enum SignInWay {
  LOCAL = 'LOCAL',
  OIDC = 'OIDC',
  DEMO = 'DEMO',
}

registerEnumType(SignInWay, {
  name: 'SignInWay',
  description: 'How somebody signs in.',
  valuesConfig: {
    LOCAL: { description: 'With e-mail and password.' },
    OIDC: { description: 'At an OpenID Connect provider.' },
    DEMO: { description: 'By a link of the demo.' },
  },
})

@ObjectType({ implements: Node, description: 'A browser in which somebody is signed in.' })
@Entity()
export class Session implements Node {
  @PrimaryKey({ type: 'uuid' })
  readonly id: string = randomUUID()

  get globalId(): Opt<string> {
    return toGlobalId('Session', this.id)
  }

  @ManyToOne({ entity: () => Person, ref: true, index: true })
  readonly person: Ref<Person>

  /** SHA-256 of the cookie, in hexadecimal. */
  @Property({ type: 'string', unique: true })
  readonly tokenHash: string

  @Field(() => SignInWay, { description: 'How it began.' })
  @Enum({ items: () => SignInWay })
  readonly way: SignInWay

  @Field(() => String, { description: 'Which browser, as it calls itself.' })
  @Property({ type: 'text' })
  readonly browser: string

  @Field(() => DateTime, { description: 'When it began; it ends 12 hours later at the latest.' })
  @Property({ type: 'datetime' })
  readonly createdAt: Opt<Date> = new Date()

  @Field(() => DateTime, {
    description: 'When it was last used, to the minute; it ends when it is idle for 60 minutes.',
  })
  @Property({ type: 'datetime' })
  seenAt: Opt<Date> = new Date()
}
