import { computed, shallowRef } from 'vue'
import type { GridState } from '../useGridState.ts'
import { dropAt, stepMove, type Drop, type MoveWay, type ShownRows } from './row-move.ts'
import { selectedLines } from './selected-lines.ts'

/** Rows that somebody holds, and where they would come now. */
interface Held {
  readonly rows: readonly string[]
  readonly drop?: Drop | undefined
}

/** Moving rows: by key one step, by hand to where they are let go. All selected lines go together. */
export function useRowMove(state: GridState) {
  const held = shallowRef<Held>()

  const shown = (): ShownRows => ({
    lines: state.rows.value.lines,
    groups: state.rows.value.groups ?? [],
  })

  state.dress(
    'held rows',
    computed(() => {
      const rows = new Set(held.value?.rows)
      return rows.size > 0 ? ({ row }) => (rows.has(row) ? 'held' : undefined) : undefined
    }),
  )

  /** A header alone, or all selected lines when the row is one of them. */
  function rowsWith(row: string): readonly string[] {
    const selected = selectedLines(state)
    return selected.includes(row) ? selected : [row]
  }

  function mayMove(row: string): boolean {
    const isLine = state.rows.value.lines.includes(row)
    return isLine && state.handlers.rows?.mayMove(state.arrangement?.arranged.value) === true
  }

  function step(way: MoveWay): void {
    const row = state.active.value?.row
    if (row === undefined || !mayMove(row)) return
    const move = stepMove(rowsWith(row), way, shown())
    if (!move) return
    state.handlers.rows?.move(move)
    stay()
  }

  /** What is selected stays so, and the focus where it is, wherever it has come. */
  function stay(): void {
    const { value: active } = state.active
    if (active) state.control.value?.focus(active)
  }

  if (state.handlers.rows) {
    state.onCommand('move row up', () => step('up'))
    state.onCommand('move row down', () => step('down'))
  }

  return {
    /** Where they would be let go: nothing while nothing is held, or where it can come nowhere. */
    drop: computed(() => held.value?.drop),
    /** Takes hold of a row. `false`: it cannot be moved. */
    take(row: string): boolean {
      if (!mayMove(row)) return false
      held.value = { rows: rowsWith(row) }
      return true
    },
    /** The pointer is over a row. */
    over(row: string, half: 'upper' | 'lower'): void {
      const rows = held.value?.rows
      if (rows) held.value = { rows, drop: dropAt(rows, row, half, shown()) }
    },
    letGo(): void {
      const drop = held.value?.drop
      held.value = undefined
      if (!drop) return
      state.handlers.rows?.move({ rows: drop.rows, after: drop.after })
      stay()
    },
    /** Puts them back. */
    giveUp(): void {
      held.value = undefined
    },
  }
}
