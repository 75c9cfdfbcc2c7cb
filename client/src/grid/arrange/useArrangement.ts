import { computed, shallowRef, watch, type Ref } from 'vue'
import type { CellContent, CellPlace } from '../cell.ts'
import type { ChangeSet } from '../change.ts'
import type { SheetColumn, SheetRows } from '../column.ts'
import { apply, arrangedLines, type Applied, type LineGroup } from './applied.ts'
import { arrangeColumns } from './arrange-columns.ts'
import { filtersBut, type Arrangement } from './arrangement.ts'
import { arrangementStore } from './arrangement-store.ts'
import { columnActions } from './column-actions.ts'
import { columnValues, type ColumnValue } from './column-values.ts'
import { lineActions } from './line-actions.ts'

interface ArrangementSource {
  /** The columns and rows of the sheet itself. */
  readonly columns: Readonly<Ref<readonly SheetColumn[]>>
  readonly rows: Readonly<Ref<SheetRows>>
  /** The lines, where they stand in groups. */
  readonly groups?: Readonly<Ref<readonly LineGroup[]>>
  /** Names what is arranged alike: the arrangement is kept under it. */
  readonly sheet: string
  readonly storage: Storage
}

export type SheetArrangement = ReturnType<typeof useArrangement>

/**
 * How a sheet is sorted, filtered and its columns are laid out; kept from visit to visit. Lines stay where
 * they are while they change, until the arrangement is applied again.
 */
export function useArrangement(source: ArrangementSource) {
  const store = arrangementStore(source.storage, source.sheet)
  const arrangement = shallowRef(store.read())
  watch(arrangement, store.write, { flush: 'sync' })

  const groups = computed(() => source.groups?.value ?? [{ lines: source.rows.value.lines }])
  const own = computed(() => new Map(source.columns.value.map((column) => [column.id, column])))
  const content = ({ row, column }: CellPlace): CellContent | undefined =>
    own.value.get(column)?.content(row)
  const arrangeNow = (): Applied | undefined => apply(groups.value, arrangement.value, content)

  const applied = shallowRef(arrangeNow())
  const hasLines = computed(() => groups.value.some(({ lines }) => lines.length > 0))
  function applyAgain(): void {
    applied.value = arrangeNow()
  }
  watch([() => arrangement.value.sort, () => arrangement.value.filters, hasLines], applyAgain, {
    flush: 'sync',
  })

  const columns = computed(() => arrangeColumns(source.columns.value, arrangement.value))
  const lines = computed(() => arrangedLines(groups.value, applied.value))
  const rows = computed<SheetRows>(() => ({ ...source.rows.value, lines: lines.value }))
  /** How many lines there are, and how many of them are shown. */
  const count = computed(() => {
    const headers = new Set(groups.value.map(({ header }) => header))
    const all = groups.value.reduce((sum, group) => sum + group.lines.length, 0)
    return { all, shown: lines.value.filter((line) => !headers.has(line)).length }
  })
  const isSorted = computed(() => own.value.has(arrangement.value.sort?.column ?? ''))
  const arranged = computed<ChangeSet['arranged']>(() => {
    const isFiltered = count.value.shown < count.value.all
    if (isFiltered) return isSorted.value ? 'filtered and sorted' : 'filtered'
    return isSorted.value ? 'sorted' : undefined
  })
  /** The lines have changed since they were sorted and filtered, so that they would stand otherwise now. */
  const isStale = computed(() => {
    if (!applied.value) return false
    const fresh = arrangedLines(groups.value, arrangeNow())
    return fresh.length !== lines.value.length || fresh.some((id, at) => id !== lines.value[at])
  })

  function change(to: Partial<Arrangement>): void {
    arrangement.value = { ...arrangement.value, ...to }
  }

  /** What a column holds in the lines that pass the filters of the other columns. */
  function valuesOf(id: string): readonly ColumnValue[] {
    const column = own.value.get(id)
    if (!column) return []
    const filters = filtersBut(id, arrangement.value)
    const passed = apply(groups.value, { filters }, content)?.passed
    const all = groups.value.flatMap((group) => group.lines)
    return columnValues(passed ? all.filter((line) => passed.has(line)) : all, column)
  }

  return {
    arrangement,
    columns,
    rows,
    count,
    arranged,
    isStale,
    applyAgain,
    valuesOf,
    ...lineActions(arrangement, change),
    ...columnActions({ arrangement, columns, own: source.columns }, change),
  }
}
