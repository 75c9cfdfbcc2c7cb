import type { review as sv } from '../sv/review.ts'

export const review: typeof sv = {
  effects: 'What it means for the budgets',
  calculating: 'Calculating …',
  asking: 'Calculating the budgets …',
  notKnown: 'The budgets are calculated once nothing stands in the way.',
  noBudget: 'No budget is affected.',
  noEffect:
    'One budget uses the figures, but no municipality’s amount changes. | {n} budgets use the figures, but no municipality’s amount changes.',
  changedShares:
    'the amount of {n} municipality changes | the amounts of {n} municipalities change',
  noPart: 'takes no part',
  problems: 'It cannot be saved',
  changes: 'Changes',
  before: 'Saved',
  after: 'New',
  difference: 'Difference',
  percent: 'Per cent',
  drop: 'Remove the change: {what}',
  dropShort: 'Remove',
  dropAll: 'Remove all changes',
  save: 'Save {n} change | Save {n} changes',
  unreadable: 'Cannot be read',
  fixFirst: 'Correct or remove what cannot be read.',
  chooseFirst: 'First choose what shall hold where somebody else has changed it.',
  overtaken: 'Somebody else has saved {present} since you typed {mine}.',
  mine: 'Keep mine',
  theirs: 'Take what is saved',
}
