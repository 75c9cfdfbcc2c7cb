import { PrimaryKeyProp, type Ref } from '@mikro-orm/core'
import { Entity, ManyToOne } from '@mikro-orm/decorators/legacy'
import { Budget } from '../budget/budget.entity.ts'
import { Change } from './change.entity.ts'

/** A budget whose figures follow from a change that was made elsewhere, as of a population figure. */
@Entity()
export class ReachedBudget {
  readonly [PrimaryKeyProp]?: ['budget', 'change']

  @ManyToOne({
    entity: () => Budget,
    ref: true,
    primary: true,
    deleteRule: 'restrict',
    updateRule: 'restrict',
  })
  budget: Ref<Budget>

  @ManyToOne({
    entity: () => Change,
    ref: true,
    primary: true,
    index: true,
    deleteRule: 'restrict',
    updateRule: 'restrict',
  })
  change: Ref<Change>
}
