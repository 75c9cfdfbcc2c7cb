import { describe, expect, it } from 'vitest'
import type { CellPlace } from '../cell.ts'
import { isNewRow } from '../change.ts'
import { Layout, type Rect } from '../layout.ts'
import { planMove } from './plan-move.ts'
import { planPaste, type PastePlan, type PasteTarget } from './plan-paste.ts'

const layout = new Layout(['top', 'top2'], ['a', 'b', 'c', 'd'], ['sum'], ['x', 'y', 'z'])
const rect = (top: number, left: number, bottom = top, right = left): Rect => ({
  top,
  left,
  bottom,
  right,
})
const target = (selected: readonly Rect[], more: Partial<PasteTarget> = {}): PasteTarget => ({
  selected,
  layout,
  mayAddRows: true,
  isEditable: ({ row }) => isNewRow(row) || row.length === 1,
  ...more,
})
const planned = (
  block: readonly (readonly string[])[],
  selected: readonly Rect[],
  more: Partial<PasteTarget> = {},
): PastePlan => {
  const plan = planPaste(block, target(selected, more))
  if (typeof plan === 'string') throw new Error(plan)
  return plan
}
const told = ({ changes }: Pick<PastePlan, 'changes'>) =>
  changes.map(({ place, text }) => `${place.row}${place.column}=${text}`).join(' ')
const names = (places: readonly CellPlace[]) =>
  places.map(({ row, column }) => row + column).join(' ')

describe('planPaste', () => {
  it('puts one value into every cell of every range, once', () => {
    const plan = planned([['1']], [rect(2, 0, 3, 0), rect(3, 0, 3, 1)])
    expect(told(plan)).toBe('ax=1 bx=1 by=1')
    expect(plan.area).toEqual(rect(3, 0, 3, 1))
  })

  it('repeats a block when the range is a multiple of it both ways', () => {
    const plan = planned([['1', '2']], [rect(2, 0, 3, 1)])
    expect(told(plan)).toBe('ax=1 ay=2 bx=1 by=2')
    expect(told(planned([['1'], ['2']], [rect(2, 0, 5, 0)]))).toBe('ax=1 bx=2 cx=1 dx=2')
  })

  it('takes a range one cell wide or high for as wide or high as the block', () => {
    const plan = planned([['1', '2']], [rect(2, 0, 3, 0)])
    expect(told(plan)).toBe('ax=1 ay=2 bx=1 by=2')
    expect(plan.area).toEqual(rect(2, 0, 3, 1))
  })

  it('goes from the top left at its own size otherwise', () => {
    const block = [
      ['1', '2'],
      ['3', '4'],
    ]
    expect(told(planned(block, [rect(2, 0, 4, 1)]))).toBe('ax=1 ay=2 bx=3 by=4')
    expect(told(planned(block, [rect(3, 1)]))).toBe('by=1 bz=2 cy=3 cz=4')
    expect(planned(block, [rect(3, 1)]).area).toEqual(rect(3, 1, 4, 2))
  })

  it('leaves cells alone where a row of the block has ended', () => {
    expect(told(planned([['1', '2'], ['3']], [rect(2, 0)]))).toBe('ax=1 ay=2 bx=3')
  })

  it('skips what cannot be typed in, and tells', () => {
    const isEditable = ({ column }: CellPlace) => column !== 'y'
    const plan = planned([['1', '2', '3']], [rect(2, 0)], { isEditable })
    expect(told(plan)).toBe('ax=1 az=3')
    expect(names(plan.skipped)).toBe('ay')
  })

  it('says nothing of an empty text for a cell that cannot be typed in', () => {
    const isEditable = ({ column }: CellPlace) => column !== 'y'
    const plan = planned([['1', '', '']], [rect(2, 0)], { isEditable })
    expect(told(plan)).toBe('ax=1 az=')
    expect(plan.skipped).toEqual([])
  })

  it('adds rows below the last line, and leaves the rows below alone', () => {
    const plan = planned([['1'], ['2'], ['3']], [rect(5, 0)])
    expect(told(plan)).toBe('dx=1 new row 0x=2 new row 1x=3')
    expect(plan).toMatchObject({ newRows: 2, area: rect(5, 0, 7, 0), skipped: [] })
  })

  it('reaches what is selected below the lines, without adding', () => {
    const plan = planned([['1']], [rect(5, 0, 6, 0)])
    expect(told(plan)).toBe('dx=1')
    expect(names(plan.skipped)).toBe('sumx')
    expect(plan.newRows).toBe(0)
  })

  it('tells what there is no room for', () => {
    const block = [
      ['1', '2'],
      ['3', '4'],
    ]
    const right = planned(block, [rect(2, 2)])
    expect(told(right)).toBe('az=1 bz=3')
    expect(right).toMatchObject({ lost: { rows: 0, columns: 1 }, area: rect(2, 2, 3, 2) })
    const down = planned(block, [rect(5, 0)], { mayAddRows: false })
    expect(told(down)).toBe('dx=1 dy=2')
    expect(down).toMatchObject({ lost: { rows: 1, columns: 0 }, newRows: 0 })
  })

  it('goes on from the rows above into the lines, and adds none', () => {
    const column = ['1', '2', '3', '4', '5', '6'].map((text) => [text])
    const plan = planned(column, [rect(1, 0)])
    expect(told(plan)).toBe('ax=2 bx=3 cx=4 dx=5')
    expect(names(plan.skipped)).toBe('top2x')
    expect(plan).toMatchObject({ newRows: 0, lost: { rows: 1, columns: 0 } })
  })

  it('never leaves the rows below', () => {
    const plan = planned([['1'], ['2']], [rect(6, 0)])
    expect(plan).toMatchObject({ changes: [], newRows: 0, lost: { rows: 1, columns: 0 } })
    expect(names(plan.skipped)).toBe('sumx')
  })

  it('refuses a block for several ranges, and nothing', () => {
    expect(planPaste([['1', '2']], target([rect(2, 0), rect(4, 0)]))).toBe('SEVERAL_RANGES')
    expect(planPaste([], target([rect(2, 0)]))).toBe('NOTHING_TO_PASTE')
    expect(planPaste([['1']], target([]))).toBe('NOTHING_TO_PASTE')
  })
})

describe('planMove', () => {
  const source = [
    { row: 'a', column: 'x' },
    { row: 'b', column: 'x' },
    { row: 'top', column: 'x' },
  ]

  it('empties where it stood, but not where it stands now, and skips what cannot be emptied', () => {
    const plan = planMove([['1'], ['2']], source, target([rect(3, 0, 4, 1)])) as PastePlan
    expect(told(plan)).toBe('bx=1 cx=2 ax=')
    expect(names(plan.skipped)).toBe('topx')
  })

  it('is never repeated', () => {
    const plan = planMove([['1']], source.slice(0, 1), target([rect(4, 1, 5, 2)])) as PastePlan
    expect(told(plan)).toBe('cy=1 ax=')
  })

  it('refuses nothing', () => {
    expect(planMove([], source, target([rect(2, 0)]))).toBe('NOTHING_TO_PASTE')
    expect(planMove([['1']], source, target([]))).toBe('NOTHING_TO_PASTE')
  })
})
