import { describe, expect, it } from 'vitest'
import type { Filter } from './arrangement.ts'
import { filterForm, filterKinds, readFilterForm } from './filter-form.ts'

const all = ['', 'number 1', 'number 2']
const written = (exact: string) => exact.replace('.', ',')
const form = (filter?: Filter) => filterForm(filter, all, written)
const read = (changes: Partial<ReturnType<typeof form>>) =>
  readFilterForm({ ...form(), ...changes }, all, 'sv')

describe('a filter and its form', () => {
  it.each<Filter>([
    { kind: 'values', values: ['', 'number 2'] },
    { kind: 'contains', text: 'hyra' },
    { kind: 'equal', exact: '1.5' },
    { kind: 'less', exact: '-3' },
    { kind: 'more', exact: '0' },
    { kind: 'between', from: '1', to: '2.5' },
    { kind: 'empty' },
    { kind: 'filled' },
  ])('give each other: %j', (filter) =>
    expect(readFilterForm(form(filter), all, 'sv')).toEqual({ filter }),
  )

  it('choose everything when nothing is filtered', () => {
    expect(form()).toMatchObject({ kind: 'values', chosen: all })
    expect(readFilterForm(form(), all, 'sv')).toEqual({ filter: undefined })
  })

  it('leave out values that there are no more', () => {
    expect(form({ kind: 'values', values: ['gone', ''] }).chosen).toEqual([''])
  })
})

describe('a form', () => {
  it('reads numbers as people type them', () => {
    expect(read({ kind: 'more', value: '12 600,50 kr' })).toEqual({
      filter: { kind: 'more', exact: '12600.5' },
    })
  })

  it('takes the ends of a range in either order', () => {
    expect(read({ kind: 'between', from: '10', to: '9,5' })).toEqual({
      filter: { kind: 'between', from: '9.5', to: '10' },
    })
  })

  it('says what is wrong, and where', () => {
    expect(read({ chosen: [] })).toEqual({ problem: 'noneChosen', field: 'chosen' })
    expect(read({ kind: 'contains', text: ' ' })).toEqual({ problem: 'noText', field: 'text' })
    expect(read({ kind: 'equal', value: 'x' })).toEqual({ problem: 'noNumber', field: 'value' })
    expect(read({ kind: 'between', to: '1' })).toEqual({ problem: 'noNumber', field: 'from' })
    expect(read({ kind: 'between', from: '1', to: '1.234' })).toEqual({
      problem: 'noNumber',
      field: 'to',
    })
  })
})

it('compares numbers only where there are any', () => {
  expect(filterKinds(true)).toContain('between')
  expect(filterKinds(false)).toEqual(['values', 'contains', 'empty', 'filled'])
})
