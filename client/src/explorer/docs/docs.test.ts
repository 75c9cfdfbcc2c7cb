import { buildSchema, isInputObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { defaultText } from './default-text.ts'
import { docPlaceOf } from './doc-place.ts'
import { searchSchema, typesOf } from './search-schema.ts'

const schema = buildSchema(`
  type Query { budgets(filter: BudgetFilter): [Budget!]! total: Int }
  "A year's plan."
  type Budget { "What it comes to." total: Int! budgetState: State }
  input BudgetFilter { years: [Int!] = [2022], state: State = DRAFT }
  enum State { "Not decided." DRAFT DECIDED }
`)

describe('searching the schema', () => {
  const names = (text: string) =>
    searchSchema(schema, text).map(({ type, field }) => (field ? `${type}.${field}` : type))

  it('finds names first, then what begins so, contains it, or is about it', () => {
    expect(names('Budget')).toEqual([
      'Budget',
      'Budget.budgetState',
      'BudgetFilter',
      'Query.budgets',
    ])
    expect(names('state')).toEqual(['BudgetFilter.state', 'State', 'Budget.budgetState'])
    expect(names('not DECIDED')).toEqual(['State.DRAFT'])
    expect(names('budget.total')).toEqual(['Budget.total'])
    expect(names('comes to')).toEqual(['Budget.total'])
  })

  it('finds nothing for nothing', () => {
    expect(names('  ')).toEqual([])
    expect(names('zzz')).toEqual([])
  })

  it('leaves out what is about the schema itself', () => {
    expect(typesOf(schema).filter(({ name }) => name.startsWith('__'))).toEqual([])
  })
})

it('describes a field in its type, and anything else by the type that it gives', () => {
  expect(docPlaceOf('total', 'Int!', 'Budget')).toEqual({ type: 'Budget', field: 'total' })
  expect(docPlaceOf(undefined, '[Budget!]!', 'Query')).toEqual({ type: 'Budget' })
  expect(docPlaceOf('__typename', 'String!', 'Budget')).toEqual({ type: 'String' })
  expect(docPlaceOf(undefined, undefined, undefined)).toEqual({ type: 'Query' })
})

it('writes default values as GraphQL does', () => {
  const filter = schema.getType('BudgetFilter')
  const fields = isInputObjectType(filter) ? filter.getFields() : {}
  expect(defaultText(fields['years']!)).toBe('[2022]')
  expect(defaultText(fields['state']!)).toBe('DRAFT')
})
