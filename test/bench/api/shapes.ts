/** What is asked, in the words of each server: the same fields, and as many rows. */
export const shapes = {
  small: {
    andel: '{ municipality(code: "2303") { code name latestPopulation { on inhabitants } } }',
    plain: '{ municipality(code: "2303") { code name latestPopulation { on inhabitants } } }',
    postgraphile: `{ municipalityByCode(code: "2303") { code name
      populationsByMunicipalityCodeList(first: 1, orderBy: ON_DESC) { on inhabitants } } }`,
  },
  list: {
    andel: '{ municipalities(first: 290) { nodes { code name county { code name } } } }',
    plain: '{ municipalities { code name county { code name } } }',
    postgraphile: '{ allMunicipalitiesList { code name countyByCountyCode { code name } } }',
  },
  heavy: {
    andel: `{ budgets(first: 100) { nodes { id title lines { id description amount
      shares { amount municipality { code name } } } } } }`,
    plain: `{ budgets { id title lines { id description amount
      shares { amount municipality { code name } } } } }`,
    postgraphile: `{ allBudgetsList { id title budgetLinesByBudgetIdList { id description amount
      lineSharesByLineIdList { amount municipalityByMunicipalityCode { code name } } } } }`,
  },
} as const

export type Shape = keyof typeof shapes
export type Dialect = keyof (typeof shapes)[Shape]
