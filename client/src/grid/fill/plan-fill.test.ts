import { describe, expect, it } from 'vitest'
import type { CellPlace } from '../cell.ts'
import { Layout, type Rect } from '../layout.ts'
import { draggedTo, toEndOfData } from './fill-rect.ts'
import { planFill, type FillPlan, type FillSheet, type FillWish } from './plan-fill.ts'
import { planRepeat } from './plan-repeat.ts'
import type { FillSource } from './series.ts'

const layout = new Layout(['top'], ['a', 'b', 'c', 'd'], ['sum'], ['x', 'y', 'z'])
const rect = (top: number, left: number, bottom = top, right = left): Rect => ({
  top,
  left,
  bottom,
  right,
})
const values: Record<string, string> = { ax: '1', bx: '2', ay: 'jan', cx: '3', dy: 'u', topx: 't' }
const isEditable = ({ row, column }: CellPlace) => row.length === 1 && column !== 'z'
const source = ({ row, column }: CellPlace): FillSource => {
  const text = values[row + column] ?? ''
  if (/^\d/.test(text)) return { content: { kind: 'number', exact: text }, text }
  return { content: text ? { kind: 'text', text } : { kind: 'empty' }, text }
}
const sheet: FillSheet = { layout, language: 'sv', source, isEditable }
const told = ({ changes, skipped }: FillPlan) =>
  [
    changes.map(({ place, text }) => `${place.row}${place.column}=${text}`).join(' '),
    skipped.map(({ row, column }) => row + column).join(' '),
  ].join(' / ')

describe('planFill', () => {
  const fill = (from: Rect, to: Rect, wish: FillWish = 'usual') =>
    told(planFill(from, to, sheet, wish))

  it('goes down, each column by itself', () => {
    expect(fill(rect(1, 0, 1, 1), rect(1, 0, 3, 1))).toBe('bx=1 cx=1 by=feb cy=mar / ')
    expect(fill(rect(1, 0, 2, 0), rect(1, 0, 4, 0))).toBe('cx=3 dx=4 / ')
  })

  it('goes up, and skips what cannot be typed in', () => {
    expect(fill(rect(2, 0, 3, 0), rect(0, 0, 3, 0))).toBe('ax=1 / topx')
  })

  it('goes right and left, each row by itself', () => {
    expect(fill(rect(1, 0), rect(1, 0, 1, 2))).toBe('ay=1 / az')
    expect(fill(rect(1, 1, 2, 1), rect(1, 0, 2, 1))).toBe('ax=dec bx= / ')
  })

  it('repeats a pattern so that it goes on across the edge', () => {
    expect(fill(rect(3, 1, 4, 1), rect(1, 1, 4, 1))).toBe('by=u ay= / ')
  })

  it('is turned round by Ctrl, or told by a menu', () => {
    expect(fill(rect(1, 0), rect(1, 0, 3, 0), 'other')).toBe('bx=2 cx=3 / ')
    expect(fill(rect(1, 1), rect(1, 1, 3, 1), 'other')).toBe('by=jan cy=jan / ')
    expect(fill(rect(1, 0), rect(1, 0, 2, 0), 'series')).toBe('bx=2 / ')
    expect(fill(rect(1, 0, 2, 0), rect(1, 0, 3, 0), 'copy')).toBe('cx=1 / ')
  })

  it('does nothing when it was drawn nowhere', () => {
    expect(fill(rect(1, 0), rect(1, 0))).toBe(' / ')
  })
})

describe('planRepeat', () => {
  const repeat = (ranges: readonly Rect[], way: 'down' | 'right') =>
    told(planRepeat(ranges, way, sheet))

  it('fills down from the first row, or from the row above', () => {
    expect(repeat([rect(1, 0, 3, 1)], 'down')).toBe('bx=1 by=jan cx=1 cy=jan / ')
    expect(repeat([rect(2, 0, 2, 1)], 'down')).toBe('bx=1 by=jan / ')
    expect(repeat([rect(1, 0)], 'down')).toBe(' / ')
    expect(repeat([rect(0, 0)], 'down')).toBe(' / ')
    expect(repeat([rect(5, 0)], 'down')).toBe(' / ')
  })

  it('fills right from the first column, or from the one to the left', () => {
    expect(repeat([rect(1, 0, 2, 2)], 'right')).toBe('ay=1 by=2 / az bz')
    expect(repeat([rect(1, 1)], 'right')).toBe('ay=1 / ')
    expect(repeat([rect(1, 0)], 'right')).toBe(' / ')
  })

  it('fills every range, and a cell once', () => {
    expect(repeat([rect(1, 0, 2, 0), rect(1, 0, 3, 0)], 'down')).toBe('bx=1 cx=1 / ')
  })
})

describe('draggedTo', () => {
  it.each([
    ['down', { row: 4, column: 1 }, rect(1, 0, 4, 1)],
    ['up', { row: 0, column: 0 }, rect(0, 0, 2, 1)],
    ['right', { row: 2, column: 3 }, rect(1, 0, 2, 3)],
    ['the way that is further', { row: 5, column: 2 }, rect(1, 0, 5, 1)],
    ['nowhere inside', { row: 2, column: 1 }, rect(1, 0, 2, 1)],
  ])('goes %s', (_way, spot, to) => {
    expect(draggedTo(rect(1, 0, 2, 1), spot)).toEqual(to)
  })

  it('goes left', () => {
    expect(draggedTo(rect(1, 2), { row: 1, column: 0 })).toEqual(rect(1, 0, 1, 2))
  })
})

describe('toEndOfData', () => {
  const filled = (names: string) => (spot: { row: number; column: number }) => {
    const place = layout.place(spot)
    return place !== undefined && names.split(' ').includes(place.row + place.column)
  }

  it('goes as far down as there is something to the left', () => {
    expect(toEndOfData(rect(1, 1), layout, filled('bx cx bz cz dz'))).toEqual(rect(1, 1, 3, 1))
  })

  it('looks to the right when there is nothing to the left', () => {
    expect(toEndOfData(rect(1, 0), layout, filled('by'))).toEqual(rect(1, 0, 2, 0))
    expect(toEndOfData(rect(1, 2), layout, filled('by'))).toEqual(rect(1, 2, 2, 2))
    expect(toEndOfData(rect(1, 1), layout, filled('cx bz'))).toEqual(rect(1, 1, 2, 1))
  })

  it('stays within the lines', () => {
    expect(toEndOfData(rect(3, 1), layout, () => true)).toEqual(rect(3, 1, 4, 1))
    expect(toEndOfData(rect(0, 1), layout, () => true)).toEqual(rect(0, 1))
    expect(toEndOfData(rect(1, 1), layout, () => false)).toEqual(rect(1, 1))
  })
})
