import { randomUUID } from 'node:crypto'
import type { Opt, Ref } from '@mikro-orm/core'
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ObjectType } from 'type-graphql'
import { toGlobalId } from '../connection/global-id.ts'
import { Node } from '../connection/node.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { DateTime } from '../scalars/index.ts'
import { Person } from './person.entity.ts'
import { Role } from './role-enums.ts'

@ObjectType({
  implements: Node,
  description: 'What a person may do: a role, in a joint service and for a municipality.',
})
@Entity()
export class Grant implements Node {
  @PrimaryKey({ type: 'uuid' })
  readonly id: string = randomUUID()

  get globalId(): Opt<string> {
    return toGlobalId('Grant', this.id)
  }

  @ManyToOne({ entity: () => Person, ref: true, index: true })
  readonly person: Ref<Person>

  @Field(() => Role, { description: 'As what the person takes part.' })
  @Enum({ items: () => Role })
  readonly role: Role

  /** Null for the whole installation: of an ADMIN, and of nobody else. */
  @ManyToOne({
    entity: () => JointService,
    ref: true,
    nullable: true,
    index: true,
    deleteRule: 'restrict',
  })
  readonly jointService: Ref<JointService> | null

  @ManyToOne({
    entity: () => Municipality,
    ref: true,
    nullable: true,
    index: true,
    deleteRule: 'restrict',
  })
  readonly municipality: Ref<Municipality> | null

  @Field(() => DateTime, { description: 'When it was granted.' })
  @Property({ type: 'datetime' })
  readonly since: Opt<Date> = new Date()
}
