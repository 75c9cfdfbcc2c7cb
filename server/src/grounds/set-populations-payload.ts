import { Field, ObjectType } from 'type-graphql'
import { Budget } from '../budget/budget.entity.ts'
import { BudgetEffect } from '../budget/reach/budget-effect.ts'
import { Change } from '../history/change.entity.ts'
import { EditConflict } from '../history/edit-conflict.ts'
import { EditProblem } from '../history/edit-problem.ts'
import { PopulationFigure } from '../population/population-figure.entity.ts'

@ObjectType({ description: 'What came of setting population figures.' })
export class SetPopulationsPayload {
  @Field(() => Boolean, { description: 'Whether the figures are stored: all of them, or none.' })
  applied: boolean

  @Field(() => Boolean, {
    description: 'Whether they had been stored before, by an earlier try with the same key.',
  })
  replayed: boolean

  @Field(() => [PopulationFigure], {
    description:
      'The new revisions, in order; none when nothing is stored. A figure that stays as it was has no new one.',
  })
  figures: PopulationFigure[]

  @Field(() => [Change], { description: 'What was changed, in order.' })
  changes: Change[]

  @Field(() => [EditProblem], {
    description: 'Why figures cannot be set; `edit` is the index of a figure in the input.',
  })
  problems: EditProblem[]

  @Field(() => [EditConflict], {
    description: 'Where somebody else was first; a version here is a revision.',
  })
  conflicts: EditConflict[]

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
