/** The lines of a budget and what each participant bears of them: the sheet as a table. */
export const sheetViewQuery = `query RaderOchAndelar($budget: ID!) {
  budget(id: $budget) {
    year
    lines {
      section
      description
      workload
      months
      monthlyCost
      amount
      key { name }
      moneySource
      decision
      note
      shares {
        municipality { code name }
        share
        amount
      }
    }
  }
}
`
