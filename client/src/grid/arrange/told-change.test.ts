import { expect, it } from 'vitest'
import { notArranged, type Arrangement } from './arrangement.ts'
import { toldChange } from './told-change.ts'

const told = (after: Partial<Arrangement>, before: Partial<Arrangement> = {}) =>
  toldChange({ ...notArranged, ...before }, { ...notArranged, ...after })
const sort = { column: 'a', direction: 'descending' } as const

it.each([
  [{ sort }, {}, { kind: 'sorted', ...sort }],
  [{}, { sort }, { kind: 'unsorted' }],
  [{ filters: { a: { kind: 'empty' as const } } }, {}, { kind: 'filtered' }],
  [{ sort: undefined, filters: {} }, { sort }, { kind: 'filtered' }],
  [{ hidden: ['a', 'b'] }, { hidden: ['a'] }, { kind: 'hidden', column: 'b' }],
  [{}, { hidden: ['a'] }, { kind: 'shown' }],
  [{ frozen: 0 }, {}, { kind: 'frozen' }],
  [{ widths: { a: 50, b: 60 } }, { widths: { a: 50 } }, { kind: 'width', column: 'b', width: 60 }],
  [{ order: ['a'] }, {}, undefined],
  [{}, { widths: { a: 50 } }, undefined],
])('tells %j after %j', (after, before, expected) => {
  expect(told(after, before)).toEqual(expected)
})
