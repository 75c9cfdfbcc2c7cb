import { PrimaryKeyProp } from '@mikro-orm/core'
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ObjectType } from 'type-graphql'

@ObjectType({ description: 'A Swedish county (län).' })
@Entity()
export class County {
  [PrimaryKeyProp]?: 'code'

  @Field(() => String, { description: "SCB's county code: two digits, as text." })
  @PrimaryKey({ type: 'string', length: 2 })
  readonly code: string

  @Field(() => String, { description: 'Name in Swedish, e.g. "Jämtlands län".' })
  @Property({ type: 'string' })
  readonly name: string
}
