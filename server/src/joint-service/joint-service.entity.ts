import { randomUUID } from 'node:crypto'
import type { Opt } from '@mikro-orm/core'
import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ObjectType } from 'type-graphql'
import { toGlobalId } from '../connection/global-id.ts'
import { Node } from '../connection/node.ts'

@ObjectType({
  implements: Node,
  description: 'Something that municipalities run together: its agreements and its budgets.',
})
@Entity()
export class JointService implements Node {
  @PrimaryKey({ type: 'uuid' })
  readonly id: string = randomUUID()

  get globalId(): Opt<string> {
    return toGlobalId('JointService', this.id)
  }

  @Field(() => String, { description: 'Name in addresses, e.g. "familjehemscentrum".' })
  @Property({ type: 'string' })
  @Unique()
  slug: string

  @Field(() => String, { description: 'Name, e.g. "Familjehemscentrum".' })
  @Property({ type: 'string' })
  name: string

  @Field(() => String, {
    description: 'The body in which the municipalities meet about it, e.g. "SocSam".',
  })
  @Property({ type: 'string' })
  body: string

  @Field(() => String, { description: 'What it does.' })
  @Property({ type: 'text' })
  description: string

  @Field(() => String, { description: 'ISO 4217 code of the currency of its budgets.' })
  @Property({ type: 'string', length: 3 })
  currency: Opt<string> = 'SEK'
}
