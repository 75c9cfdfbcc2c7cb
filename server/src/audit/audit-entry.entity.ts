import type { Opt } from '@mikro-orm/core'
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { toGlobalId } from '../connection/global-id.ts'
import { Node } from '../connection/node.ts'
import { DateTime, Json } from '../scalars/index.ts'

@ObjectType({
  implements: Node,
  description:
    'One thing that somebody did, or tried, that is no edit of a budget: signing in, granting, exporting.',
})
@Entity()
@Index({ properties: ['action', 'sequence'] })
export class AuditEntry implements Node {
  get globalId(): Opt<string> {
    return toGlobalId('AuditEntry', this.sequence)
  }

  @Field(() => Int, { description: 'Its number; a later entry has a higher one.' })
  @PrimaryKey({ type: 'integer', autoincrement: true })
  readonly sequence: Opt<number>

  @Field(() => DateTime, { description: 'When it was done, or tried.' })
  @Property({ type: 'datetime' })
  readonly at: Opt<Date> = new Date()

  /** Who, by the own id of the person; null when nobody was signed in. */
  @Property({ type: 'string', nullable: true, index: true })
  readonly actor: string | null

  /** An `AuditAction`. */
  @Property({ type: 'string' })
  readonly action: string

  @Field(() => Boolean, { description: 'Whether it was done, or only tried.' })
  @Property({ type: 'boolean' })
  readonly succeeded: boolean

  /** What it was done to. */
  @Field(() => ID, {
    nullable: true,
    description: 'Global id of what it was done to; null when it is nothing that has one.',
  })
  @Property({ type: 'string', nullable: true, index: true })
  readonly subject: string | null

  @Field(() => Json, {
    description:
      'What else is worth knowing: numbers, yes and no, and known words. No names, e-mails, secrets or whole addresses.',
  })
  @Property({ type: 'json' })
  readonly details: Readonly<Record<string, string | number | boolean | null>>
}
