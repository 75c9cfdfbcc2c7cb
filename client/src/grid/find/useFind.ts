import { computed, shallowRef, watch } from 'vue'
import { samePlace, type CellPlace } from '../cell.ts'
import { selectCell } from '../selection/selection.ts'
import type { Dress, GridState } from '../useGridState.ts'
import { useSettled } from '../useSettled.ts'
import { findMatches, searchableCells } from './matches.ts'
import { nextMatch, type FindWay } from './next-match.ts'
import { replaceInCells } from './replacement.ts'

export type SheetFind = ReturnType<typeof useFind>

/** Looking for a text in a sheet, and replacing it. The present match is the active cell, if it matches. */
export function useFind(state: GridState) {
  const { active, layout } = state
  const isOpen = shallowRef(false)
  const replaces = shallowRef(false)
  const text = shallowRef('')
  const replacement = shallowRef('')
  /** Raised whenever somebody asks to type what is sought. */
  const asked = shallowRef(0)
  /** Whether the last replacement found no cell that it could be made in. */
  const isFixed = shallowRef(false)
  /** Where the search began: while it is typed, the first match from there on is shown. */
  let origin: CellPlace | undefined

  const { value: cells, settle } = useSettled(
    () => (isOpen.value ? searchableCells(layout.value, state.column) : []),
    150,
  )
  const matches = computed(() => findMatches(text.value, cells.value))
  const keys = computed(() => new Set(matches.value.map(keyOf)))
  /** The present match, counted from 0. */
  const present = computed(() => {
    const here = active.value
    if (!here || !keys.value.has(keyOf(here))) return undefined
    return matches.value.findIndex((match) => samePlace(match, here))
  })

  state.dress(
    'find',
    computed<Dress | undefined>(() => {
      const found = keys.value
      const here = active.value
      if (found.size === 0) return undefined
      return (place) => {
        if (!found.has(keyOf(place))) return undefined
        return samePlace(place, here) ? 'found found-here' : 'found'
      }
    }),
  )

  watch(text, () => {
    isFixed.value = false
    show(nextMatch(matches.value, origin, layout.value, { stay: true }))
  })

  function show(index: number | undefined): void {
    const place = index === undefined ? undefined : matches.value[index]
    if (!place) return
    state.selection.value = selectCell(place)
    state.control.value?.point(place)
  }

  function open({ replace = false } = {}): void {
    origin = active.value
    isOpen.value = true
    if (replace) replaces.value = true
    settle()
    asked.value += 1
  }

  /** The focus goes to the cell that was found. */
  function close(): void {
    isOpen.value = false
    replaces.value = false
    settle()
    const place = active.value ?? layout.value.place({ row: 0, column: 0 })
    if (place) state.focus(place)
  }

  function step(way: FindWay): void {
    settle()
    isFixed.value = false
    show(nextMatch(matches.value, active.value, layout.value, { way }))
    origin = active.value
  }

  /** From within the sheet: the focus goes along. */
  function stepInSheet(way: FindWay): void {
    if (text.value.trim() === '') return open()
    isOpen.value = true
    step(way)
    if (active.value) state.focus(active.value)
  }

  function findText(sought: string): void {
    open()
    text.value = sought
  }

  /** Replaces in the present match and goes on to the next; without a present match it only goes on. */
  function replaceOne(): void {
    const index = present.value
    const place = index === undefined ? undefined : matches.value[index]
    if (index === undefined || !place) return step('next')
    const next = matches.value[(index + 1) % matches.value.length]
    if (!replaceIn([place])) return
    settle()
    show(matches.value.findIndex((match) => samePlace(match, next)))
  }

  function replaceAll(): void {
    replaceIn(matches.value)
    settle()
  }

  function replaceIn(places: readonly CellPlace[]): boolean {
    const set = replaceInCells(
      places,
      { sought: text.value, by: replacement.value },
      ({ row, column }) => state.column(column)?.editor(row),
    )
    isFixed.value = places.length > 0 && set.changes.length === 0
    if (set.changes.length > 0) state.change(set)
    return set.changes.length > 0
  }

  state.onCommand('find', () => open())
  state.onCommand('replace', () => open({ replace: true }))
  state.onCommand('find next', () => stepInSheet('next'))
  state.onCommand('find previous', () => stepInSheet('previous'))
  state.onEscape(() => {
    if (!isOpen.value) return false
    close()
    return true
  })

  return {
    isOpen,
    replaces,
    text,
    replacement,
    asked,
    isFixed,
    matches,
    present,
    open,
    close,
    step,
    findText,
    replaceOne,
    replaceAll,
  }
}

function keyOf({ row, column }: CellPlace): string {
  return `${row}\n${column}`
}
