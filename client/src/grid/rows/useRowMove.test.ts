import { shallowRef } from 'vue'
import { beforeEach, describe, expect, it } from 'vitest'
import type { SheetRows } from '../column.ts'
import { addRange, extendTo, selectCell } from '../selection/selection.ts'
import { useGridState } from '../useGridState.ts'
import type { RowMove } from './row-move.ts'
import { useFoldCommands } from './useFoldCommands.ts'
import { useFolds } from './useFolds.ts'
import { useRowMove } from './useRowMove.ts'

const rows: SheetRows = {
  above: ['head'],
  lines: ['A', 'a1', 'a2', 'a3', 'B', 'b1'],
  below: ['sum'],
  groups: [
    { header: 'A', lines: ['a1', 'a2', 'a3'] },
    { header: 'B', lines: ['b1'] },
  ],
}
const at = (row: string) => ({ row, column: 'name' })

let told: RowMove[]
let may: boolean
beforeEach(() => {
  told = []
  may = true
})

function open() {
  const state = useGridState({
    columns: shallowRef([
      {
        id: 'name',
        heading: 'Name',
        align: 'start',
        width: 1,
        namesRow: true,
        cell: () => ({ text: '', editable: false }),
        content: () => ({ kind: 'empty' }),
        editor: () => undefined,
      },
    ]),
    rows: shallowRef(rows),
    handlers: {
      typing: () => undefined,
      commit: () => true,
      stopped: () => undefined,
      focused: () => undefined,
      opens: () => false,
      open: () => undefined,
      change: () => undefined,
      key: () => false,
      rows: {
        mayMove: () => may,
        move: (move) => told.push(move),
        toggle: () => undefined,
        rename: () => undefined,
      },
    },
  })
  return { state, move: useRowMove(state) }
}

describe('moving rows by key', () => {
  it('takes all selected lines along, and none of the headers between them', () => {
    const { state } = open()
    state.selection.value = extendTo(selectCell(at('a3')), at('b1'))
    state.run('move row up')
    expect(told).toEqual([{ rows: ['a3', 'b1'], after: 'a1' }])
  })

  it('takes lines of several ranges in their order', () => {
    const { state } = open()
    state.selection.value = addRange(selectCell(at('a3')), { anchor: at('a1'), head: at('a1') })
    state.run('move row down')
    expect(told).toEqual([{ rows: ['a1', 'a3'], after: 'B' }])
  })

  it('moves a header alone, with its group', () => {
    const { state } = open()
    state.selection.value = extendTo(selectCell(at('B')), at('b1'))
    state.run('move row up')
    expect(told).toEqual([{ rows: ['B'], after: undefined }])
  })

  it('leaves rows where they are at the ends, beside the lines, and where they may not', () => {
    const { state } = open()
    for (const row of ['a1', 'head']) {
      state.selection.value = selectCell(at(row))
      state.run('move row up')
    }
    may = false
    state.selection.value = selectCell(at('a2'))
    state.run('move row up')
    expect(told).toEqual([])
  })
})

describe('moving rows by hand', () => {
  it('shows where they would come, and moves them when they are let go', () => {
    const { state, move } = open()
    expect(move.take('a1')).toBe(true)
    expect(state.dressOf.value(at('a1'))).toContain('held')
    move.over('b1', 'lower')
    expect(move.drop.value?.gap).toBe(6)
    move.letGo()
    expect(told).toEqual([{ rows: ['a1'], after: 'b1' }])
    expect(move.drop.value).toBeUndefined()
    expect(state.dressOf.value(at('a1'))).not.toContain('held')
  })

  it('moves the row that is held alone when it is not among the selected', () => {
    const { state, move } = open()
    state.selection.value = extendTo(selectCell(at('a1')), at('a2'))
    move.take('a3')
    move.over('a1', 'upper')
    move.letGo()
    move.take('a2')
    move.over('B', 'lower')
    move.letGo()
    expect(told.map((one) => one.rows)).toEqual([['a3'], ['a1', 'a2']])
  })

  it('puts them back, and takes nothing that may not move', () => {
    const { move } = open()
    move.take('a1')
    move.over('b1', 'upper')
    move.giveUp()
    move.letGo()
    move.over('b1', 'upper')
    may = false
    expect(move.take('a1')).toBe(false)
    expect(told).toEqual([])
  })
})

describe('folding by key', () => {
  it('folds the group of the active cell, whose header gets it', () => {
    const { state } = open()
    let stored: readonly string[] = []
    const store = { read: () => stored, write: (now: readonly string[]) => (stored = now) }
    const folds = useFolds({ groups: shallowRef(rows.groups!), store })
    useFoldCommands(state, folds)
    state.run('collapse')
    state.selection.value = selectCell(at('a2'))
    state.run('collapse')
    expect([stored, state.active.value]).toEqual([['A'], at('A')])
    state.run('expand')
    expect(stored).toEqual([])
    state.selection.value = selectCell(at('b1'))
    folds.foldAll()
    expect([stored, state.active.value]).toEqual([['A', 'B'], at('B')])
  })
})
