import { effectScope, shallowRef } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'
import { emptyContent, textContent, type CellContent } from '../cell.ts'
import type { SheetColumn } from '../column.ts'
import { memoryStorage } from './memory-storage.ts'
import { useArrangement } from './useArrangement.ts'

/** A sheet of names and sizes whose cells can change. */
function sheet(
  cells: Record<string, readonly [name: string, size: string]>,
  storage = memoryStorage(),
) {
  const held = shallowRef(cells)
  const sizes = (row: string): CellContent => {
    const exact = held.value[row]?.[1]
    return exact ? { kind: 'number', exact } : emptyContent
  }
  const column = (id: string, content: (row: string) => CellContent, more = {}): SheetColumn => ({
    id,
    heading: id,
    align: 'start',
    width: 100,
    cell: (row) => ({ text: `${id} of ${row}`, editable: false }),
    content,
    editor: () => undefined,
    ...more,
  })
  const columns = shallowRef<readonly SheetColumn[]>([
    column('number', () => emptyContent, { numbersRows: true, fixed: true }),
    column('name', (row) => textContent(held.value[row]?.[0] ?? ''), { fixed: true }),
    column('size', sizes),
    column('more', () => emptyContent, { hidden: true }),
  ])
  const rows = shallowRef({ above: ['top'], lines: Object.keys(cells), below: ['sum'] })
  const scope = effectScope()
  scopes.push(scope)
  const use = () => scope.run(() => useArrangement({ columns, rows, sheet: 'test', storage }))!
  return { held, columns, rows, storage, arrangement: use() }
}

const scopes: ReturnType<typeof effectScope>[] = []
afterEach(() => scopes.splice(0).forEach((scope) => scope.stop()))

const three = { a: ['Ö', '3'], b: ['A', '1'], c: ['A', '2'] } as const
const descending = { column: 'size', direction: 'descending' } as const
const onlyA = { kind: 'contains', text: 'a' } as const

describe('an arrangement', () => {
  it('sorts and filters the lines alone', () => {
    const { arrangement } = sheet(three)
    arrangement.sortBy(descending)
    expect(arrangement.rows.value).toEqual({
      above: ['top'],
      lines: ['a', 'c', 'b'],
      below: ['sum'],
    })
    arrangement.filterBy('name', onlyA)
    expect(arrangement.rows.value.lines).toEqual(['c', 'b'])
    expect(arrangement.count.value).toEqual({ all: 3, shown: 2 })
  })

  it('says how lines are arranged', () => {
    const { arrangement } = sheet(three)
    const said = [arrangement.arranged.value]
    arrangement.sortBy(descending)
    said.push(arrangement.arranged.value)
    arrangement.filterBy('name', onlyA)
    said.push(arrangement.arranged.value)
    arrangement.sortBy(undefined)
    said.push(arrangement.arranged.value)
    arrangement.filterBy('name', { kind: 'filled' }) // passed by all
    said.push(arrangement.arranged.value)
    arrangement.sortBy({ column: 'gone', direction: 'ascending' })
    said.push(arrangement.arranged.value)
    expect(said).toEqual([
      undefined,
      'sorted',
      'filtered and sorted',
      'filtered',
      undefined,
      undefined,
    ])
  })

  it('is cleared at once, or filter by filter', () => {
    const { arrangement } = sheet(three)
    arrangement.sortBy(descending)
    arrangement.filterBy('name', onlyA)
    arrangement.filterBy('size', { kind: 'equal', exact: '2' })
    arrangement.filterBy('size', undefined)
    expect(arrangement.rows.value.lines).toEqual(['c', 'b'])
    arrangement.clearLines()
    expect(arrangement.rows.value.lines).toEqual(['a', 'b', 'c'])
    expect(arrangement.arranged.value).toBeUndefined()
  })

  it('does not move lines while they change, and says that it is stale', () => {
    const { arrangement, held } = sheet(three)
    arrangement.sortBy(descending)
    arrangement.filterBy('name', onlyA)
    held.value = { ...three, b: ['A', '9'] }
    expect(arrangement.rows.value.lines).toEqual(['c', 'b'])
    expect(arrangement.isStale.value).toBe(true)
    arrangement.applyAgain()
    expect(arrangement.rows.value.lines).toEqual(['b', 'c'])
    expect(arrangement.isStale.value).toBe(false)
    held.value = { ...three, b: ['Ö', '9'] }
    expect(arrangement.isStale.value).toBe(true)
    expect(arrangement.rows.value.lines).toEqual(['b', 'c'])
  })

  it('is never stale while nothing is sorted or filtered', () => {
    const { arrangement, held } = sheet(three)
    held.value = { ...three, b: ['B', '9'] }
    expect(arrangement.isStale.value).toBe(false)
  })

  it('shows a new line that does not pass, until it is applied again', () => {
    const { arrangement, held, rows } = sheet(three)
    arrangement.filterBy('name', onlyA)
    held.value = { ...three, d: ['Ö', '7'] }
    rows.value = { ...rows.value, lines: ['a', 'b', 'c', 'd'] }
    expect(arrangement.rows.value.lines).toEqual(['b', 'c', 'd'])
    expect(arrangement.isStale.value).toBe(true)
    arrangement.applyAgain()
    expect(arrangement.rows.value.lines).toEqual(['b', 'c'])
  })

  it('lists the values of a column among the lines that the other filters let pass', () => {
    const { arrangement } = sheet(three)
    arrangement.filterBy('size', { kind: 'less', exact: '3' })
    arrangement.filterBy('name', { kind: 'contains', text: 'ö' })
    expect(arrangement.valuesOf('name')).toEqual([{ key: 'text A', label: 'name of b', count: 2 }])
    expect(arrangement.valuesOf('size').map(({ key }) => key)).toEqual(['number 3'])
    expect(arrangement.valuesOf('gone')).toEqual([])
  })

  it('lists the values of all lines when nothing else is filtered', () => {
    const { arrangement } = sheet(three)
    expect(arrangement.valuesOf('name').map(({ count }) => count)).toEqual([2, 1])
  })
})

it('is kept from visit to visit, and applied as soon as there are lines', () => {
  const { storage, arrangement } = sheet(three)
  arrangement.sortBy(descending)
  arrangement.hideColumn('size')
  const later = sheet({}, storage)
  expect(later.arrangement.rows.value.lines).toEqual([])
  later.held.value = three
  later.rows.value = { ...later.rows.value, lines: ['a', 'b', 'c'] }
  expect(later.arrangement.rows.value.lines).toEqual(['a', 'c', 'b'])
  expect(later.arrangement.hiddenColumns.value.map(({ id }) => id)).toEqual(['size'])
})

it('keeps lines in their groups, whose headers do not count as lines', () => {
  const { columns, rows, storage } = sheet(three)
  const groups = shallowRef([{ header: 'h', lines: ['a', 'b'] }, { lines: ['c'] }])
  const scope = effectScope()
  scopes.push(scope)
  const arrangement = scope.run(() =>
    useArrangement({ columns, rows, groups, sheet: 'groups', storage }),
  )!
  arrangement.sortBy({ column: 'size', direction: 'ascending' })
  expect(arrangement.rows.value.lines).toEqual(['h', 'b', 'a', 'c'])
  expect(arrangement.count.value).toEqual({ all: 3, shown: 3 })
  arrangement.filterBy('size', { kind: 'equal', exact: '2' })
  expect(arrangement.rows.value.lines).toEqual(['c'])
})

describe('columns', () => {
  const shown = ({ arrangement }: ReturnType<typeof sheet>) =>
    arrangement.columns.value.flatMap(({ id, hidden }) => (hidden ? [] : [id]))

  it('change places with their neighbours, and back', () => {
    const it = sheet(three)
    expect(it.arrangement.moveColumn('size', 'left')).toBe(true)
    expect(shown(it)).toEqual(['number', 'size', 'name'])
    expect(it.arrangement.moveColumn('size', 'left')).toBe(false)
    expect(it.arrangement.moveColumn('size', 'right')).toBe(true)
    expect(it.storage.length).toBe(0)
  })

  it('stand in an order told, row numbers first', () => {
    const it = sheet(three)
    it.arrangement.setOrder(['size', 'number', 'name', 'more'])
    expect(shown(it)).toEqual(['number', 'size', 'name'])
  })

  it('are hidden and shown; what the sheet does not show is not counted', () => {
    const it = sheet(three)
    it.arrangement.hideColumn('size')
    it.arrangement.hideColumn('size')
    it.arrangement.hideColumn('more')
    expect(shown(it)).toEqual(['number', 'name'])
    expect(it.arrangement.arrangement.value.hidden).toEqual(['size', 'more'])
    expect(it.arrangement.hiddenColumns.value.map(({ id }) => id)).toEqual(['size'])
    it.arrangement.showAllColumns()
    expect(shown(it)).toEqual(['number', 'name', 'size'])
  })

  it('are frozen up to one, or none at all', () => {
    const { arrangement } = sheet(three)
    const fixed = () =>
      arrangement.columns.value.flatMap((column) => (column.fixed ? [column.id] : []))
    expect(arrangement.frozen.value).toBe(1)
    arrangement.freezeUpTo('size')
    expect([fixed(), arrangement.frozen.value]).toEqual([['number', 'name', 'size'], 2])
    arrangement.unfreeze()
    expect([fixed(), arrangement.frozen.value]).toEqual([['number'], 0])
  })

  it('take a width within limits', () => {
    const { arrangement } = sheet(three)
    arrangement.setWidth('size', 3)
    arrangement.setWidth('name', 250)
    expect(arrangement.columns.value.map(({ width }) => width)).toEqual([100, 250, 40, 100])
  })

  it('are as the sheet has them again, while lines stay as they are', () => {
    const it = sheet(three)
    it.arrangement.sortBy(descending)
    it.arrangement.hideColumn('name')
    it.arrangement.moveColumn('size', 'left')
    it.arrangement.setWidth('size', 70)
    it.arrangement.unfreeze()
    it.arrangement.resetColumns()
    expect(it.arrangement.columns.value).toEqual(
      it.columns.value.map((column) => expect.objectContaining({ id: column.id, width: 100 })),
    )
    expect(it.arrangement.frozen.value).toBe(1)
    expect(it.arrangement.rows.value.lines).toEqual(['a', 'c', 'b'])
  })
})
