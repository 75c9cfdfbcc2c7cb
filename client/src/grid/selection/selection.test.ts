import { describe, expect, it } from 'vitest'
import { Layout } from '../layout.ts'
import { cellsIn } from './cells-in.ts'
import { edgeClasses } from './edges.ts'
import { at, nameOf, sheet } from './example.ts'
import {
  addRange,
  extendTo,
  isSingle,
  keepShown,
  rectsOf,
  selectAll,
  selectCell,
  selectWhole,
  widen,
  type Selection,
} from './selection.ts'

const cells = (selection: Selection, layout = sheet) =>
  [...cellsIn(rectsOf(selection, layout), layout)].map(nameOf)

describe('a selection', () => {
  it('is one cell to begin with', () => {
    const one = selectCell(at('b2'))
    expect(isSingle(one)).toBe(true)
    expect(cells(one)).toEqual(['b2'])
  })

  it('grows from its anchor in any direction', () => {
    const grown = extendTo(selectCell(at('c3')), at('b2'))
    expect(cells(grown)).toEqual(['b2', 'c2', 'b3', 'c3'])
    expect(grown.active).toEqual(at('c3'))
    expect(isSingle(grown)).toBe(false)
    expect(cells(extendTo(grown, at('d3')))).toEqual(['c3', 'd3'])
  })

  it('has several ranges, and each cell once', () => {
    const two = addRange(extendTo(selectCell(at('a1')), at('b1')), {
      anchor: at('b1'),
      head: at('b2'),
    })
    expect(cells(two)).toEqual(['a1', 'b1', 'b2'])
    expect(two.active).toEqual(at('b1'))
    expect(cells(extendTo(two, at('c1')))).toEqual(['a1', 'b1', 'c1'])
  })

  it('takes whole rows, across every column', () => {
    const rows = extendTo(selectWhole('rows', at('a2')), at('a3'))
    expect(rectsOf(rows, sheet)).toEqual([{ top: 3, bottom: 4, left: 0, right: 4 }])
    expect(isSingle(selectWhole('rows', at('a2')))).toBe(false)
  })

  it('takes whole columns of lines, not of the sums', () => {
    const columns = selectWhole('columns', at('b1'), at('c1'))
    expect(rectsOf(columns, sheet)).toEqual([{ top: 2, bottom: 6, left: 1, right: 2 }])
  })

  it('widens to rows or columns, and to everything by both', () => {
    const range = extendTo(selectCell(at('b2')), at('c3'))
    expect(rectsOf(widen(range, 'rows'), sheet)).toEqual([{ top: 3, bottom: 4, left: 0, right: 4 }])
    expect(rectsOf(widen(widen(range, 'rows'), 'columns'), sheet)).toEqual([
      { top: 0, bottom: 8, left: 0, right: 4 },
    ])
    expect(widen(range, 'rows').active).toEqual(at('b2'))
  })

  it('takes all lines, and the second time the rest as well', () => {
    const lines = selectAll(selectCell(at('b2')))
    expect(rectsOf(lines, sheet)).toEqual([{ top: 2, bottom: 6, left: 0, right: 4 }])
    expect(rectsOf(selectAll(lines), sheet)).toEqual([{ top: 0, bottom: 8, left: 0, right: 4 }])
  })

  it('takes every row where there are no lines', () => {
    const empty = new Layout(['head'], [], ['sum'], ['a'])
    const all = selectAll(selectCell({ row: 'sum', column: 'a' }))
    expect(cells(all, empty)).toEqual(['ahead', 'asum'])
    const none = new Layout([], [], [], [])
    expect(rectsOf(all, none)).toEqual([])
  })

  it('stays with its cells when lines are sorted otherwise', () => {
    const sorted = new Layout(['head', 'share'], ['5', '4', '3', '2', '1'], ['sum', 'each'], ['a'])
    const range = extendTo(selectCell(at('a1')), at('a2'))
    expect(cells(range, sorted)).toEqual(['a2', 'a1'])
  })

  it('lets go of what is shown no more', () => {
    const two = addRange(selectCell(at('a1')), { anchor: at('b5'), head: at('b5') })
    const fewer = new Layout(['head', 'share'], ['2', '5'], ['sum', 'each'], ['a', 'b'])
    expect(keepShown(two, fewer)?.ranges).toEqual([{ anchor: at('b5'), head: at('b5') }])
    expect(keepShown(two, sheet)).toBe(two)
    expect(keepShown(selectCell(at('a1')), fewer)).toBeUndefined()
    const headGone = extendTo(selectCell(at('a2')), at('c3'))
    expect(keepShown(headGone, fewer)).toEqual(selectCell(at('a2')))
  })
})

describe('the outline of ranges', () => {
  const rects = [
    { top: 1, bottom: 2, left: 1, right: 3 },
    { top: 5, bottom: 5, left: 0, right: 0 },
  ]
  it.each([
    [{ row: 1, column: 1 }, 'range range-top range-left'],
    [{ row: 2, column: 2 }, 'range range-bottom'],
    [{ row: 1, column: 3 }, 'range range-top range-right'],
    [{ row: 5, column: 0 }, 'range range-top range-bottom range-left range-right'],
    [{ row: 0, column: 0 }, undefined],
  ])('at %o is %s', (spot, classes) => {
    expect(edgeClasses('range', rects, spot)).toBe(classes)
  })
})
