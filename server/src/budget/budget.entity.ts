import { randomUUID } from 'node:crypto'
import type { Opt, Ref } from '@mikro-orm/core'
import { Entity, Enum, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Agreement } from '../agreement/agreement.entity.ts'
import { DistributionKey } from '../allocation/distribution-key.entity.ts'
import { toGlobalId } from '../connection/global-id.ts'
import { Node } from '../connection/node.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'

export enum BudgetState {
  DRAFT = 'DRAFT',
  OPEN = 'OPEN',
  LOCKED = 'LOCKED',
}

registerEnumType(BudgetState, {
  name: 'BudgetState',
  description: 'How far a budget has come.',
  valuesConfig: {
    DRAFT: { description: 'Being prepared.' },
    OPEN: { description: 'Decided, and open for changes.' },
    LOCKED: { description: 'Closed: no edit is accepted.' },
  },
})

@ObjectType({
  implements: Node,
  description:
    'What a joint service may cost in a fiscal year (1 January to 31 December), and how that is split.',
})
@Entity()
@Unique({ properties: ['jointService', 'year'] })
export class Budget implements Node {
  @PrimaryKey({ type: 'uuid' })
  readonly id: string = randomUUID()

  get globalId(): Opt<string> {
    return toGlobalId('Budget', this.id)
  }

  @ManyToOne({ entity: () => JointService, ref: true })
  jointService: Ref<JointService>

  @ManyToOne({ entity: () => Agreement, ref: true, index: true })
  agreement: Ref<Agreement>

  @Field(() => Int, { description: 'Fiscal year, which is the calendar year.' })
  @Property({ type: 'integer' })
  year: number

  @Field(() => String, { description: 'Title, e.g. "Budget 2022".' })
  @Property({ type: 'string' })
  title: string

  @Field(() => BudgetState, { description: 'How far it has come.' })
  @Enum({ items: () => BudgetState })
  state: Opt<BudgetState> = BudgetState.DRAFT

  /** The key of new lines, and of the population and share rows above the sheet. Null only while being created. */
  @ManyToOne({ entity: () => DistributionKey, ref: true, nullable: true })
  defaultKey: Ref<DistributionKey> | null = null
}
