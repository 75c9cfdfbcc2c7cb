import { type Opt, PrimaryKeyProp, type Ref } from '@mikro-orm/core'
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ObjectType } from 'type-graphql'
import { toGlobalId } from '../connection/global-id.ts'
import { Node } from '../connection/node.ts'
import { County } from './county.entity.ts'

@ObjectType({ implements: Node, description: 'A Swedish municipality (kommun).' })
@Entity()
export class Municipality implements Node {
  [PrimaryKeyProp]?: 'code'

  get globalId(): Opt<string> {
    return toGlobalId('Municipality', this.code)
  }

  @Field(() => String, {
    description: "SCB's municipality code: four digits, as text, leading zero kept.",
  })
  @PrimaryKey({ type: 'string', length: 4 })
  readonly code: string

  @Field(() => String, { description: 'Short name in Swedish, e.g. "Östersund".' })
  @Property({ type: 'string' })
  name: string

  @Field(() => String, { description: 'Name of the organisation, e.g. "Östersunds kommun".' })
  @Property({ type: 'string' })
  fullName: string

  @ManyToOne({ entity: () => County, ref: true, index: true })
  county: Ref<County>
}
