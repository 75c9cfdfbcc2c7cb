import { randomUUID } from 'node:crypto'
import type { Opt, Ref } from '@mikro-orm/core'
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ObjectType } from 'type-graphql'
import { oneOf, said } from '../connection/conditions.ts'
import { toGlobalId } from '../connection/global-id.ts'
import { Node } from '../connection/node.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { IsoDate } from '../scalars/index.ts'
import { Agreement } from './agreement.entity.ts'

@ObjectType({
  implements: Node,
  description: 'A municipality in an agreement, from a date to a date.',
})
@Entity()
export class Participation implements Node {
  @PrimaryKey({ type: 'uuid' })
  readonly id: string = randomUUID()

  get globalId(): Opt<string> {
    return toGlobalId('Participation', this.id)
  }

  @ManyToOne({ entity: () => Agreement, ref: true, index: true })
  agreement: Ref<Agreement>

  @ManyToOne({ entity: () => Municipality, ref: true, index: true })
  municipality: Ref<Municipality>

  @Field(() => IsoDate, { name: 'from', description: 'First day of the participation.' })
  @Property({ type: 'string', length: 10 })
  fromDate: string

  @Field(() => IsoDate, {
    name: 'to',
    nullable: true,
    description: 'Last day; null until further notice.',
  })
  @Property({ type: 'string', length: 10, nullable: true })
  toDate: string | null = null
}

/** Who takes part in what, and when; what is left out does not limit. */
interface ParticipationWanted {
  readonly municipalityCodes?: readonly string[] | null | undefined
  readonly jointServiceSlugs?: readonly string[] | null | undefined
  readonly agreementIds?: readonly string[] | null | undefined
  readonly on?: string | null | undefined
}

/** A `where` for participations. */
export function participationConditions(wanted: ParticipationWanted): object {
  const { municipalityCodes, jointServiceSlugs, agreementIds, on } = wanted
  return {
    ...said({ municipality: oneOf(municipalityCodes) }),
    ...(jointServiceSlugs && { agreement: { jointService: { slug: oneOf(jointServiceSlugs) } } }),
    ...(agreementIds && { $and: [{ agreement: oneOf(agreementIds) }] }),
    ...(on != null && {
      fromDate: { $lte: on },
      $or: [{ toDate: null }, { toDate: { $gte: on } }],
    }),
  }
}
