import Database from 'better-sqlite3'

/** Plain resolvers over better-sqlite3: a statement for each parent, prepared once. */
export const typeDefs = `
  type Query {
    municipality(code: String!): Municipality
    municipalities: [Municipality!]!
    budgets: [Budget!]!
  }
  type County { code: String! name: String! }
  type Municipality { code: String! name: String! county: County! latestPopulation: Population }
  type Population { on: String! inhabitants: Int! }
  type Budget { id: Int! title: String! lines: [Line!]! }
  type Line { id: Int! description: String! amount: Float! shares: [Share!]! }
  type Share { amount: Float! municipality: Municipality! }
`

/** @param {string} file - of the database */
export function resolvers(file) {
  const database = new Database(file)
  const one = (sql) => {
    const statement = database.prepare(sql)
    return (value) => statement.get(value)
  }
  const many = (sql) => {
    const statement = database.prepare(sql)
    return (...values) => statement.all(...values)
  }
  const municipality = one('select * from municipality where code = ?')
  const municipalities = many('select * from municipality order by code')
  const county = one('select * from county where code = ?')
  const latest = one(
    'select * from population where municipality_code = ? order by "on" desc limit 1',
  )
  const budgets = many('select * from budget order by id')
  const lines = many('select * from budget_line where budget_id = ? order by id')
  const shares = many('select * from line_share where line_id = ? order by municipality_code')
  return {
    Query: {
      municipality: (_, { code }) => municipality(code),
      municipalities: () => municipalities(),
      budgets: () => budgets(),
    },
    Municipality: {
      county: ({ county_code }) => county(county_code),
      latestPopulation: ({ code }) => latest(code),
    },
    Budget: { lines: ({ id }) => lines(id) },
    Line: { shares: ({ id }) => shares(id) },
    Share: { municipality: ({ municipality_code }) => municipality(municipality_code) },
  }
}
