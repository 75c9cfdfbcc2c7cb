import type { Ref } from 'vue'
import { filtersBut, type Arrangement, type Filter, type Sort } from './arrangement.ts'

/** What can be done about which lines are shown, and in which order. */
export function lineActions(
  arrangement: Readonly<Ref<Arrangement>>,
  change: (to: Partial<Arrangement>) => void,
) {
  /** By one column; nothing: in the lines' own order. */
  function sortBy(sort: Sort | undefined): void {
    change({ sort })
  }

  /** Shows the lines that pass; nothing: whatever the column holds. */
  function filterBy(column: string, filter: Filter | undefined): void {
    const others = filtersBut(column, arrangement.value)
    change({ filters: filter ? { ...others, [column]: filter } : others })
  }

  /** All lines in their own order. */
  function clearLines(): void {
    change({ sort: undefined, filters: {} })
  }

  return { sortBy, filterBy, clearLines }
}
