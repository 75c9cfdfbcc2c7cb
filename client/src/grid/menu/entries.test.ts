import { effectScope, shallowRef } from 'vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { memoryStorage } from '../arrange/memory-storage.ts'
import { useArrangement } from '../arrange/useArrangement.ts'
import { emptyContent, textContent, type CellContent } from '../cell.ts'
import type { ChangeSet } from '../change.ts'
import type { SheetColumn } from '../column.ts'
import type { SheetFind } from '../find/useFind.ts'
import { selectCell } from '../selection/selection.ts'
import { useGridState } from '../useGridState.ts'
import { cellEntries } from './cell-entries.ts'
import { columnEntries } from './column-entries.ts'
import type { MenuSections } from './menu-request.ts'

const scopes: ReturnType<typeof effectScope>[] = []
afterEach(() => scopes.splice(0).forEach((scope) => scope.stop()))

/** Two lines with a name that can be typed in and a size that cannot; below them a sum. */
function sheet(name: Partial<SheetColumn> = {}) {
  const column = (
    id: string,
    content: (row: string) => CellContent,
    more: Partial<SheetColumn> = {},
  ): SheetColumn => ({
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
    column('name', (row) => (row === 'b' ? emptyContent : textContent(row)), {
      fixed: true,
      editor: (row) => (row === 'sum' ? undefined : { kind: 'line', text: row }),
      ...name,
    }),
    column('size', (row) => ({ kind: 'number', exact: row === 'a' ? '1' : '2' })),
  ])
  const rows = shallowRef({ above: [], lines: ['a', 'b'], below: ['sum'] })
  const change = vi.fn<(set: ChangeSet) => void>()
  const handlers = {
    typing: () => undefined,
    commit: () => true,
    stopped: () => undefined,
    focused: () => undefined,
    opens: () => false,
    open: () => undefined,
    change,
    key: () => false,
  }
  const scope = effectScope()
  scopes.push(scope)
  return scope.run(() => {
    const arrangement = useArrangement({ columns, rows, sheet: 's', storage: memoryStorage() })
    const state = useGridState({ columns: arrangement.columns, rows, handlers, arrangement })
    return { arrangement, state, change }
  })!
}

const labels = (sections: MenuSections) =>
  sections.map((section) => section.map(({ label }) => label.replace('grid.menu.', '')))
function entry(sections: MenuSections, label: string) {
  return sections.flat().find((one) => one.label === `grid.menu.${label}`)
}

describe('the entries of a column', () => {
  function column(id: string, { arrangement, state } = sheet()) {
    const doings = {
      openFilter: vi.fn(),
      openWidth: vi.fn(),
      fit: vi.fn(),
      move: vi.fn(),
      hide: vi.fn(),
    }
    const sections = () => columnEntries(state.column(id)!, arrangement, doings, (key) => key)
    return { sections, doings, arrangement }
  }

  it('sort, filter, move, freeze, widen and hide', () => {
    expect(labels(column('size').sections())).toEqual([
      ['sortAscending', 'sortDescending'],
      ['filter'],
      ['moveLeft', 'moveRight', 'freeze', 'unfreeze'],
      ['fit', 'width'],
      ['hide', 'showAll', 'reset'],
    ])
  })

  it('say how the column is sorted, and take it back', () => {
    const { sections, arrangement } = column('size')
    entry(sections(), 'sortDescending')!.run()
    expect(arrangement.arrangement.value.sort).toEqual({ column: 'size', direction: 'descending' })
    expect(entry(sections(), 'sortAscending')!.checked).toBe(false)
    expect(entry(sections(), 'sortDescending')!.checked).toBe(true)
    entry(sections(), 'sortAscending')!.run()
    expect(entry(sections(), 'sortAscending')!.checked).toBe(true)
    entry(sections(), 'unsort')!.run()
    expect(arrangement.arrangement.value.sort).toBeUndefined()
  })

  it('take a filter away where there is one', () => {
    const { sections, arrangement } = column('size')
    arrangement.filterBy('size', { kind: 'empty' })
    entry(sections(), 'unfilter')!.run()
    expect(arrangement.arrangement.value.filters).toEqual({})
    expect(entry(sections(), 'unfilter')).toBeUndefined()
  })

  it('move only where there is a neighbour', () => {
    const { sections, doings } = column('size')
    expect(entry(sections(), 'moveRight')!.disabled).toBe(true)
    entry(sections(), 'moveLeft')!.run()
    expect(doings.move).toHaveBeenLastCalledWith('left')
    const first = column('name')
    expect(entry(first.sections(), 'moveLeft')!.disabled).toBe(true)
    entry(first.sections(), 'moveRight')!.run()
    expect(first.doings.move).toHaveBeenLastCalledWith('right')
  })

  it('do not hide what names the rows', () => {
    const made = sheet({ namesRow: true })
    expect(entry(column('name', made).sections(), 'hide')!.disabled).toBe(true)
    expect(entry(column('size', made).sections(), 'hide')!.disabled).toBe(false)
  })

  it('freeze, unfreeze, hide, show and reset', () => {
    const { sections, arrangement, doings } = column('size')
    entry(sections(), 'freeze')!.run()
    expect(arrangement.frozen.value).toBe(2)
    entry(sections(), 'unfreeze')!.run()
    expect(arrangement.frozen.value).toBe(0)
    expect(entry(sections(), 'unfreeze')!.disabled).toBe(true)
    entry(sections(), 'reset')!.run()
    expect(arrangement.frozen.value).toBe(1)
    entry(sections(), 'hide')!.run()
    expect(doings.hide).toHaveBeenCalled()
    expect(entry(sections(), 'showAll')!.disabled).toBe(true)
    arrangement.hideColumn('name')
    expect(entry(sections(), 'hide')!.disabled).toBe(true)
    entry(sections(), 'showAll')!.run()
    expect(arrangement.hiddenColumns.value).toEqual([])
  })
})

describe('the entries of a cell', () => {
  function cell(row: string, column: string, own: MenuSections = []) {
    const made = sheet()
    const { state } = made
    const findText = vi.fn()
    const find = { findText } as unknown as SheetFind
    state.selection.value = selectCell({ row, column })
    const sections = () =>
      cellEntries({ state, find, own, t: (key) => key, shortcut: (command) => `key: ${command}` })
    return { ...made, findText, sections }
  }

  it('offer what the sheet performs, each with its key', () => {
    const { sections, state } = cell('a', 'name')
    expect(labels(sections())).toEqual([['clear'], ['findSame', 'filterSame']])
    const ran = vi.fn()
    state.onCommand('copy', () => ran('copy'))
    state.onCommand('fill down', () => ran('fill down'))
    expect(labels(sections())).toEqual([
      ['copy'],
      ['fillDown', 'clear'],
      ['findSame', 'filterSame'],
    ])
    entry(sections(), 'copy')!.run()
    expect(ran).toHaveBeenLastCalledWith('copy')
    expect(entry(sections(), 'copy')!.shortcut).toBe('key: copy')
    expect(entry(sections(), 'clear')!.shortcut).toBe('key: clear')
  })

  it('are refused where nothing can be typed', () => {
    const { sections, state } = cell('a', 'size')
    state.onCommand('copy', () => undefined)
    state.onCommand('paste', () => undefined)
    expect(entry(sections(), 'clear')!.disabled).toBe(true)
    expect(entry(sections(), 'paste')!.disabled).toBe(true)
    expect(entry(sections(), 'copy')!.disabled).toBe(false)
  })

  it('clear what is selected', () => {
    const { sections, change } = cell('a', 'name')
    entry(sections(), 'clear')!.run()
    expect(change).toHaveBeenCalledWith(
      expect.objectContaining({
        kind: 'clear',
        changes: [{ place: { row: 'a', column: 'name' }, text: '' }],
      }),
    )
  })

  it('find the same value, and show only lines that have it', () => {
    const { sections, findText, arrangement } = cell('a', 'size')
    entry(sections(), 'findSame')!.run()
    expect(findText).toHaveBeenCalledWith('size of a')
    entry(sections(), 'filterSame')!.run()
    expect(arrangement.rows.value.lines).toEqual(['a'])
  })

  it('find nothing by an empty cell, and filter by nothing but lines', () => {
    const empty = cell('b', 'name')
    expect(entry(empty.sections(), 'findSame')!.disabled).toBe(true)
    expect(entry(empty.sections(), 'filterSame')!.disabled).toBe(false)
    expect(entry(cell('sum', 'size').sections(), 'filterSame')!.disabled).toBe(true)
  })

  it('end with those of the sheet, and say nothing of a cell that is not there', () => {
    const own = [[{ label: 'grid.menu.own', run: () => undefined }]]
    const { sections, state } = cell('a', 'name', own)
    expect(labels(sections()).at(-1)).toEqual(['own'])
    state.selection.value = undefined
    expect(labels(sections())).toEqual([['clear'], ['own']])
  })
})
