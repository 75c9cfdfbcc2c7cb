/**
 * How many entries a list is taken to have before anybody has looked, by "Type.field".
 *
 * `usual` counts where the request does not say how many it wants, `most` where there cannot be more whatever it says.
 * A list that is not named here counts as a page of 1 000 when it has pages, and as `plainList` otherwise.
 */
export const listSizes: Readonly<Record<string, { usual?: number; most?: number }>> = {
  'Query.municipalities': { most: 300 },
  'Query.jointServices': { usual: 100 },
  'Query.agreements': { usual: 100 },
  'Municipality.populations': { usual: 100 },
  'Budget.lines': { usual: 100 },
  'BudgetSection.lines': { usual: 100 },
  'Budget.commentThreads': { usual: 100 },
  'Budget.mentionable': { usual: 30 },
  'BudgetDiff.lines': { usual: 100 },
  'BudgetDiff.populations': { usual: 30 },
  'Budget.versions': { usual: 30 },
  'Budget.populations': { usual: 30 },
  'CostShareConnection.groupBy': { usual: 100 },
  'BudgetLineConnection.groupBy': { usual: 100 },
  'PopulationFigure.revisions': { usual: 3 },
}

/**
 * Arguments that have a whole budget worked out as it was, by "Type.field", and what each costs: as much time as that many values
 * of what stands now.
 */
export const pastMoments: Readonly<Record<string, readonly string[]>> = {
  'Query.budget': ['asOf'],
  'Query.budgetDiff': ['from', 'to'],
}
export const costOfMoment = 1_000_000

/** Participants, shares, keys, years: what is not many. */
export const plainList = 10
