/**
 * Fields of a line that the municipalities it has been opened to may write: what its figures are made of, and the note.
 * Key, exclusions and everything else stay with whoever prepares the budget.
 */
export const openFields = [
  'workload',
  'workloadFormula',
  'months',
  'monthsFormula',
  'monthlyCost',
  'monthlyCostFormula',
  'amount',
  'amountFormula',
  'note',
] as const
