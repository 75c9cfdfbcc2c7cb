import { describe, expect, it } from 'vitest'
import { notArranged, type Arrangement } from './arrangement.ts'
import { arrangementStore, readArrangement } from './arrangement-store.ts'
import { memoryStorage } from './memory-storage.ts'

const arranged: Arrangement = {
  order: ['b', 'a'],
  hidden: ['c'],
  widths: { a: 120 },
  frozen: 2,
  sort: { column: 'a', direction: 'descending' },
  filters: {
    a: { kind: 'values', values: ['', 'number 1'] },
    b: { kind: 'contains', text: 'x' },
    c: { kind: 'less', exact: '-1.5' },
    d: { kind: 'between', from: '0', to: '10' },
    e: { kind: 'empty' },
    f: { kind: 'filled' },
    g: { kind: 'equal', exact: '1' },
    h: { kind: 'more', exact: '1' },
  },
}

describe('the store', () => {
  it('gives back what it was given, to its own sheet', () => {
    const storage = memoryStorage()
    arrangementStore(storage, 'one').write(arranged)
    expect(arrangementStore(storage, 'one').read()).toEqual(arranged)
    expect(arrangementStore(storage, 'other').read()).toEqual(notArranged)
  })

  it('leaves nothing behind of a sheet as it was made', () => {
    const storage = memoryStorage()
    const store = arrangementStore(storage, 'one')
    store.write(arranged)
    store.write(notArranged)
    expect(storage.length).toBe(0)
  })
})

describe('what was stored', () => {
  it.each([null, '', 'x', '7', 'null', '[]', '"text"'])('says nothing when it is %s', (stored) =>
    expect(readArrangement(stored)).toEqual(notArranged),
  )

  it.each([
    { order: 'a', hidden: 'b', widths: [], frozen: '1', sort: 'a', filters: 'x' },
    { order: [1], hidden: [null], widths: { a: '9', b: null }, frozen: 1.5, sort: { column: 1 } },
    { frozen: -1, sort: { column: 'a', direction: 'up' }, filters: { a: 1, b: {}, c: null } },
    { filters: { a: { kind: 'values', values: [1] }, b: { kind: 'values' } } },
    { filters: { a: { kind: 'contains' }, b: { kind: 'less', exact: 'x' }, c: { kind: 'other' } } },
    { filters: { a: { kind: 'between', from: '1' }, b: { kind: 'between', to: '1' } } },
    { filters: { a: { kind: 'equal', exact: 1 }, b: { kind: 'more', exact: '1,5' } } },
  ])('is left out where it cannot be understood: %j', (stored) =>
    expect(readArrangement(JSON.stringify(stored))).toEqual(notArranged),
  )

  it('is kept where it can', () => {
    const stored = { widths: { a: 5, b: 90.4, c: 'x' }, filters: { a: { kind: 'empty' }, b: 0 } }
    expect(readArrangement(JSON.stringify(stored))).toEqual({
      ...notArranged,
      widths: { a: 40, b: 90 },
      filters: { a: { kind: 'empty' } },
    })
  })
})
