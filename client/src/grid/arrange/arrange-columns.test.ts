import { describe, expect, it } from 'vitest'
import { notArranged, withinLimits, type Arrangement } from './arrangement.ts'
import { arrangeColumns, frozenUpTo, movedOrder, orderOf } from './arrange-columns.ts'

const own = [
  { id: 'number', width: 40, fixed: true, numbersRows: true },
  { id: 'name', width: 200, fixed: true },
  { id: 'amount', width: 90 },
  { id: 'key', width: 120, grows: true },
  { id: 'note', width: 180, hidden: true },
]

const arrange = (arrangement: Partial<Arrangement>) =>
  arrangeColumns(own, { ...notArranged, ...arrangement })
const ids = (arrangement: Partial<Arrangement>) => arrange(arrangement).map(({ id }) => id)
const fixed = (arrangement: Partial<Arrangement>) =>
  arrange(arrangement).flatMap((column) => (column.fixed ? [column.id] : []))
const hidden = (arrangement: Partial<Arrangement>) =>
  arrange(arrangement).flatMap((column) => (column.hidden ? [column.id] : []))

describe('columns', () => {
  it('are as the sheet has them when nothing is arranged', () => {
    const [numbers, ...others] = own
    expect(arrange({})).toEqual([
      numbers,
      ...others.map((column) => ({ hidden: false, fixed: false, ...column })),
    ])
  })

  it('stand in the order chosen, that of row numbers first', () => {
    expect(ids({ order: ['key', 'number', 'amount', 'name', 'note'] })).toEqual([
      'number',
      'key',
      'amount',
      'name',
      'note',
    ])
  })

  it('are hidden by the sheet or by whoever looks at it', () => {
    expect(hidden({ hidden: ['amount', 'number', 'gone'] })).toEqual(['amount', 'note'])
  })

  it('are as wide as chosen, and then take no more room', () => {
    const [, name, , key] = arrange({ widths: { key: 150, number: 90 } })
    expect(key).toMatchObject({ width: 150, grows: false })
    expect(name).toMatchObject({ width: 200 })
    expect(arrange({ widths: { number: 90 } })[0]?.width).toBe(40)
  })

  it('stay from the left, whichever stand there', () => {
    expect(fixed({})).toEqual(['number', 'name'])
    expect(fixed({ order: ['amount', 'name', 'key', 'note'] })).toEqual(['number', 'amount'])
    expect(fixed({ frozen: 2 })).toEqual(['number', 'name', 'amount'])
    expect(fixed({ frozen: 0 })).toEqual(['number'])
  })
})

describe('the order of columns', () => {
  it('passes over what is not there and puts what is new where it belongs', () => {
    expect(orderOf(['a', 'b', 'c', 'd'], ['d', 'gone', 'b'])).toEqual(['a', 'd', 'b', 'c'])
    expect(orderOf(['a', 'b', 'c'], [])).toEqual(['a', 'b', 'c'])
    expect(orderOf(['a', 'new', 'b', 'c'], ['c', 'a', 'b'])).toEqual(['c', 'a', 'new', 'b'])
  })

  it('changes with the neighbour on screen', () => {
    const columns = [...own, { id: 'last', width: 10 }]
    expect(movedOrder(columns, 'amount', 'left')).toEqual(['amount', 'name', 'key', 'note', 'last'])
    expect(movedOrder(columns, 'key', 'right')).toEqual(['name', 'amount', 'note', 'last', 'key'])
    expect(movedOrder(columns, 'last', 'left')).toEqual(['name', 'amount', 'last', 'key', 'note'])
  })

  it('does not change at the edge, nor for what is not shown or numbers the rows', () => {
    expect(movedOrder(own, 'name', 'left')).toBeUndefined()
    expect(movedOrder(own, 'key', 'right')).toBeUndefined()
    expect(movedOrder(own, 'note', 'left')).toBeUndefined()
    expect(movedOrder(own, 'number', 'right')).toBeUndefined()
  })
})

it('freezes up to a column', () => {
  expect(frozenUpTo(own, 'amount')).toBe(2)
  expect(frozenUpTo(own, 'gone')).toBe(0)
})

it('keeps widths within what can be used', () => {
  expect([10, 99.6, 5000].map(withinLimits)).toEqual([40, 100, 1000])
})
