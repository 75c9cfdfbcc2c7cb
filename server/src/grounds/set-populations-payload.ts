import { Field, ObjectType } from 'type-graphql'
import { Budget } from '../budget/budget.entity.ts'
import { BudgetEffect } from '../budget/reach/budget-effect.ts'
import { editPayload } from '../history/edit-payload.ts'
import { PopulationFigure } from '../population/population-figure.entity.ts'

const Payload = editPayload({
  applied: 'Whether the figures are stored: all of them, or none.',
  changes: 'What was changed, in order.',
  problems: 'Why figures cannot be set; `edit` is the index of a figure in the input.',
  conflicts: 'Where somebody else was first; a version here is a revision.',
})

@ObjectType({ description: 'What came of setting population figures.' })
export class SetPopulationsPayload extends Payload {
  @Field(() => [PopulationFigure], {
    description:
      'The new revisions, in order; none when nothing is stored. A figure that stays as it was has no new one.',
  })
  figures: PopulationFigure[]

  @Field(() => [Budget], {
    description:
      'The budgets that use any of the figures: that of a participant, on a date of one of their keys.',
  })
  budgets: Budget[]

  @Field(() => [BudgetEffect], {
    description:
      'The budgets whose shares the figures change, or would change; none when it was all stored before.',
  })
  effects: BudgetEffect[]
}
