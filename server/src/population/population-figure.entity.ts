import { randomUUID } from 'node:crypto'
import type { Opt, Ref } from '@mikro-orm/core'
import { Entity, Enum, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { toGlobalId } from '../connection/global-id.ts'
import { Node } from '../connection/node.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { DateTime, IsoDate } from '../scalars/index.ts'

export enum PopulationQuality {
  PUBLISHED = 'PUBLISHED',
  DERIVED = 'DERIVED',
  SECONDARY = 'SECONDARY',
  CORRECTED = 'CORRECTED',
}

registerEnumType(PopulationQuality, {
  name: 'PopulationQuality',
  description: 'How sure a population figure is.',
  valuesConfig: {
    PUBLISHED: { description: 'As published by the statistics office, or a faithful copy of it.' },
    DERIVED: { description: 'Calculated exactly from published figures; the note says how.' },
    SECONDARY: {
      description:
        'From a source that quotes the statistics office, or set first by a user of Andel.',
    },
    CORRECTED: {
      description: 'Set by a user of Andel in place of another, with a source of its own.',
    },
  },
})

@ObjectType({
  implements: Node,
  description:
    'Inhabitants of a municipality at a reference date. Never overwritten: a correction is a new revision.',
})
@Entity()
@Unique({ properties: ['municipality', 'on', 'revision'] })
export class PopulationFigure implements Node {
  @PrimaryKey({ type: 'uuid' })
  readonly id: string = randomUUID()

  get globalId(): Opt<string> {
    return toGlobalId('PopulationFigure', this.id)
  }

  @ManyToOne({ entity: () => Municipality, ref: true })
  municipality: Ref<Municipality>

  @Field(() => IsoDate, { description: 'Reference date (mätdatum).' })
  @Property({ type: 'string', length: 10, index: true })
  on: string

  @Field(() => Int, { description: 'Number of inhabitants.' })
  @Property({ type: 'integer' })
  inhabitants: number

  @Field(() => String, { description: 'Where the figure is from.' })
  @Property({ type: 'text' })
  source: string

  @Field(() => PopulationQuality, { description: 'How sure it is.' })
  @Enum({ items: () => PopulationQuality })
  quality: PopulationQuality

  @Field(() => String, {
    nullable: true,
    description: 'How it was derived, or what is known to be wrong with it.',
  })
  @Property({ type: 'text', nullable: true })
  note: string | null = null

  @Field(() => Int, {
    description: '1 for the first figure of a date; a correction has the next number.',
  })
  @Property({ type: 'integer' })
  revision: Opt<number> = 1

  /** Whether this is the newest revision: the one that counts. */
  @Property({ type: 'boolean' })
  current: Opt<boolean> = true

  @Field(() => DateTime, { description: 'When it was entered here.' })
  @Property({ type: 'datetime' })
  recordedAt: Opt<Date> = new Date()
}
