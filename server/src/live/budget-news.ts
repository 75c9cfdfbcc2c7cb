import { Field, Int, ObjectType } from 'type-graphql'
import { Change } from '../history/change.entity.ts'

@ObjectType({ description: 'What has happened to a budget.' })
export class BudgetNews {
  @Field(() => Int, {
    description: 'Sequence of the last change: where to go on from when the line is cut.',
  })
  readonly sequence: number

  @Field(() => [Change], {
    description:
      'Edits of it, and those made elsewhere that reach it, in the order they were made.',
  })
  readonly changes: readonly Change[]

  /** @param changes - at least one, in order */
  constructor(changes: readonly Change[]) {
    this.changes = changes
    this.sequence = changes.at(-1)!.sequence
  }

  /** The same without what is known already; undefined when nothing is left. */
  after(sequence: number): BudgetNews | undefined {
    if (this.changes[0]!.sequence > sequence) return this
    const later = this.changes.filter((change) => change.sequence > sequence)
    return later.length === 0 ? undefined : new BudgetNews(later)
  }
}
