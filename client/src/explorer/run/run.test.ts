import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { costQuestion } from './cost.ts'
import { operationAt, prettyQuery, titleOf } from './operation.ts'
import { placeOfError } from './place-of-error.ts'
import { readVariables } from './read-variables.ts'

describe('variables', () => {
  it('are an object, or nothing at all', () => {
    expect(readVariables('')).toEqual({})
    expect(readVariables(' {"a": [1]} ')).toEqual({ a: [1] })
    for (const text of ['[]', 'null', '"a"', '3', '{', '{a: 1}']) {
      expect(readVariables(text), text).toBeUndefined()
    }
  })
})

describe('an operation', () => {
  const two = 'query A { a }\n\nquery B { b }\nfragment F on T { c }'

  it('is named where there are several: the one at the cursor', () => {
    expect(operationAt('query A { a }', 3)).toBeUndefined()
    expect(operationAt(two, 3)).toBe('A')
    expect(operationAt(two, two.indexOf('b }'))).toBe('B')
    expect(operationAt(two, two.length)).toBe('B')
    expect(operationAt('query A {', 3)).toBeUndefined()
  })

  it('is called by its name or its first field', () => {
    expect(titleOf('query NewMoney($a: Int) { a }')).toBe('NewMoney')
    expect(titleOf('# about\nmutation Edit { a }')).toBe('Edit')
    expect(titleOf('{ budgets { id } }')).toBe('budgets')
  })

  it('is set anew with the comments above it, but not where others would be lost', () => {
    expect(prettyQuery('# why\n{a(b:"#") c}')).toEqual({
      text: '# why\n{\n  a(b: "#")\n  c\n}\n',
    })
    expect(prettyQuery('{ a # why\n }')).toEqual({ problem: 'comments' })
    expect(prettyQuery('{ a ')).toEqual({ problem: 'unreadable' })
  })

  it('asks for its cost when it is a query', () => {
    const variables = { a: 1 }
    const question = costQuestion({ query: 'query A($a: Int) { b(a: $a) }', variables })
    expect(question).toMatchObject({ variables })
    expect(question!.query).toContain('andelCost: rateLimit(dryRun: true)')
    expect(() => parse(question!.query)).not.toThrow()
    expect(costQuestion({ query: 'mutation { a }', variables: {} })).toBeUndefined()
    expect(costQuestion({ query: '{ a', variables: {} })).toBeUndefined()
  })
})

describe('the place of an error', () => {
  const query = `{
  a {
    ...F
    x: b {
      ... on T { c }
    }
  }
}
fragment F on T { d }`

  it('is that of its path, through aliases, lists and fragments', () => {
    const at = (...path: (string | number)[]) =>
      placeOfError(query, { message: '', path, locations: [{ line: 99, column: 1 }] })
    expect(at('a', 3, 'x', 0)).toEqual({ line: 4, column: 5 })
    expect(at('a', 'x', 'c')).toEqual({ line: 5, column: 18 })
    expect(at('a', 'd')).toEqual({ line: 9, column: 19 })
    expect(at('a', 'nothing')).toBeUndefined()
  })

  it('is the one that was told, where there is no path', () => {
    const locations = [{ line: 2, column: 3 }]
    expect(placeOfError('{', { message: '', locations })).toEqual({ line: 2, column: 3 })
    expect(placeOfError('{', { message: '' })).toBeUndefined()
  })
})
