import { randomUUID } from 'node:crypto'
import { Collection, type Opt, type Ref } from '@mikro-orm/core'
import { Entity, ManyToOne, OneToMany, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, Int, ObjectType } from 'type-graphql'
import { DistributionKey } from '../allocation/distribution-key.entity.ts'
import { toGlobalId } from '../connection/global-id.ts'
import { Node } from '../connection/node.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'
import { Duration, IsoDate } from '../scalars/index.ts'
import { Participation } from './participation.entity.ts'

@ObjectType({
  implements: Node,
  description: 'What municipalities have agreed about a joint service (samverkansavtal).',
})
@Entity()
export class Agreement implements Node {
  @PrimaryKey({ type: 'uuid' })
  readonly id: string = randomUUID()

  get globalId(): Opt<string> {
    return toGlobalId('Agreement', this.id)
  }

  @Field(() => Int, {
    description:
      'Grows with each change of it, its participations or its default key. Send it back with an edit.',
  })
  @Property({ type: 'integer' })
  version: Opt<number> = 1

  @ManyToOne({ entity: () => JointService, ref: true, index: true })
  jointService: Ref<JointService>

  @Field(() => String, { description: 'Title of the document.' })
  @Property({ type: 'string' })
  title: string

  @Field(() => IsoDate, { description: 'First day in force.' })
  @Property({ type: 'string', length: 10 })
  validFrom: string

  @Field(() => IsoDate, {
    nullable: true,
    description: 'Last day in force; null until further notice.',
  })
  @Property({ type: 'string', length: 10, nullable: true })
  validTo: string | null = null

  @Field(() => Duration, {
    description: 'Time from a written notice to the last liable day: "P1Y" is one year.',
  })
  @Property({ type: 'string' })
  noticePeriod: string

  @Field(() => String, { description: 'Body, date and paragraph of the decision behind it.' })
  @Property({ type: 'string' })
  decision: string

  @Field(() => String, { nullable: true, description: 'What one should know about it.' })
  @Property({ type: 'text', nullable: true })
  note: string | null = null

  @Field(() => Boolean, {
    description: 'Whether a participation that covers part of a year weighs by its months.',
  })
  @Property({ type: 'boolean' })
  weighsPartYear: Opt<boolean> = true

  @ManyToOne({ entity: () => DistributionKey, ref: true })
  defaultKey: Ref<DistributionKey>

  @OneToMany({ entity: () => Participation, mappedBy: 'agreement' })
  participations = new Collection<Participation>(this)
}
