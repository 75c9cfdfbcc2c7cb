import { computed, shallowReactive, shallowReadonly, shallowRef, watch, type Ref } from 'vue'
import type { SheetArrangement } from './arrange/useArrangement.ts'
import type { CellPlace } from './cell.ts'
import type { ChangeKind, ChangeSet } from './change.ts'
import type { SheetColumn, SheetRows } from './column.ts'
import type { SheetHandlers } from './handlers.ts'
import { isFeature, type FeatureCommand, type SheetCommand } from './keys/bindings.ts'
import { Layout, type Spot } from './layout.ts'
import type { MenuRequest } from './menu/menu-request.ts'
import { cellsIn } from './selection/cells-in.ts'
import { edgeClasses } from './selection/edges.ts'
import { isSingle, keepShown, rectsOf, selectCell, type Selection } from './selection/selection.ts'

/** Class names that a feature gives to a cell; several are parted by blanks. */
export type Dress = (place: CellPlace, spot: Spot) => string | undefined

/** What the grid on screen can be asked to do. */
export interface GridControl {
  /** Scrolls to a cell and gives it the focus. `false`: it is not shown. */
  focus(place: CellPlace): boolean
  edit(place: CellPlace): void
  /** Scrolls to a cell and leaves the focus where it is. */
  reveal(place: CellPlace): void
  revealColumn(column: string): void
  /** Scrolls to a cell that the sheet has been given as its active one, and leaves the focus outside. */
  point(place: CellPlace): void
  /** The first line that is wholly in view. */
  firstShown(): string | undefined
  /** The element of a cell that is on screen. */
  element(place: CellPlace): HTMLElement | null
  /** The element of a column's heading that is on screen. */
  header(column: string): HTMLElement | null
  /** Makes a column as wide as what is on screen of it. */
  fit(column: string): void
}

interface GridSource {
  /** In the order in which they are shown; the hidden ones too. */
  readonly columns: Readonly<Ref<readonly SheetColumn[]>>
  readonly rows: Readonly<Ref<SheetRows>>
  readonly handlers: SheetHandlers
  /** How somebody has sorted, filtered and laid out the sheet, where that can be done. */
  readonly arrangement?: SheetArrangement
}

export type GridState = ReturnType<typeof useGridState>

/**
 * A sheet as all features of the layer see it: what is shown, what is selected, what is done with it. No DOM,
 * no AG Grid; the adapter in `ag-grid/` puts it on screen.
 */
export function useGridState({ columns, rows, handlers: told, arrangement }: GridSource) {
  const edits: ((kind: ChangeKind | 'type') => void)[] = []
  /** Lets a feature know when somebody types or changes cells, before the sheet does. */
  function onEdit(listener: (kind: ChangeKind | 'type') => void): void {
    edits.push(listener)
  }
  function edited(kind: ChangeKind | 'type'): void {
    for (const listener of edits) listener(kind)
  }
  const handlers: SheetHandlers = {
    ...told,
    typing(place, text) {
      edited('type')
      told.typing(place, text)
    },
    commit(place, text) {
      edited('type')
      return told.commit(place, text)
    },
  }

  const control = shallowRef<GridControl>()
  /** The grid on screen puts itself here. */
  function attach(grid: GridControl | undefined): void {
    control.value = grid
  }
  const selection = shallowRef<Selection>()
  const byId = computed(() => new Map(columns.value.map((column) => [column.id, column])))
  const shownIds = computed(() => {
    const shown = columns.value.filter(({ hidden, numbersRows }) => !hidden && !numbersRows)
    return shown.map(({ id }) => id).join('\n')
  })
  const layout = computed(() => {
    const { above, lines, below } = rows.value
    return new Layout(above, lines, below, shownIds.value.split('\n').filter(Boolean))
  })
  const rects = computed(() => (selection.value ? rectsOf(selection.value, layout.value) : []))
  const active = computed(() => selection.value?.active)
  /** The rows and columns that have a selected cell. */
  const crossed = computed(() => {
    const { rows: ids, columns: columnIds } = layout.value
    return {
      rows: new Set(rects.value.flatMap(({ top, bottom }) => ids.slice(top, bottom + 1))),
      columns: new Set(rects.value.flatMap(({ left, right }) => columnIds.slice(left, right + 1))),
    }
  })

  // what has gone is selected no more
  watch(
    layout,
    (now) => {
      if (selection.value) selection.value = keepShown(selection.value, now)
    },
    { flush: 'sync' },
  )

  watch(active, (place) => place && handlers.focused(place), { flush: 'sync' })

  const dresses = shallowReactive(new Map<string, Readonly<Ref<Dress | undefined>>>())
  /** Lets a feature dress cells; painted again whenever the ref changes. */
  function dress(feature: string, how: Readonly<Ref<Dress | undefined>>): void {
    dresses.set(feature, how)
  }
  const worn = computed(() => [...dresses.values()].flatMap((how) => how.value ?? []))
  /** All class names that features give to a cell. */
  const dressOf = computed(() => {
    const now = worn.value
    const { rows: across } = crossed.value
    return (place: CellPlace): string => {
      const spot = layout.value.spot(place)
      if (!spot) return across.has(place.row) && column(place.column)?.numbersRows ? 'crossed' : ''
      return now.map((how) => how(place, spot) ?? '').join(' ')
    }
  })

  const isRange = computed(() => selection.value !== undefined && !isSingle(selection.value))
  dress(
    'range',
    computed(() => {
      const around = rects.value
      return isRange.value ? (_place, spot) => edgeClasses('range', around, spot) : undefined
    }),
  )

  const commands = new Map<FeatureCommand, () => void>()
  /** Says what a key or a menu entry does; the latest word counts. */
  function onCommand(command: FeatureCommand, run: () => void): void {
    commands.set(command, run)
  }
  /** `false`: nobody performs it here. */
  function run(command: FeatureCommand): boolean {
    const found = commands.get(command)
    found?.()
    return found !== undefined
  }

  /** Whether a command does something in this sheet. */
  function performs(command: SheetCommand): boolean {
    return !isFeature(command) || commands.has(command)
  }

  const menu = shallowRef<MenuRequest>()
  /** Asks for a menu, or, by whoever shows it, takes it away. */
  function showMenu(request: MenuRequest | undefined): void {
    menu.value = request
  }

  const escapes: (() => boolean)[] = []
  /** Lets a feature end something with Escape, before those that asked earlier; `true`: it did. */
  function onEscape(end: () => boolean): void {
    escapes.unshift(end)
  }
  function escape(): boolean {
    return escapes.some((end) => end())
  }

  function column(id: string): SheetColumn | undefined {
    return byId.value.get(id)
  }

  function isEditable({ row, column: id }: CellPlace): boolean {
    return column(id)?.editor(row) !== undefined
  }

  /** Every selected cell, once. */
  function selectedCells(): readonly CellPlace[] {
    return [...cellsIn(rects.value, layout.value)]
  }

  /** Has the same text stand in every selected cell that takes it. */
  function fillSelection(kind: ChangeKind, text: string): void {
    const cells = selectedCells()
    const changes = cells.filter(isEditable).map((place) => ({ place, text }))
    change({ kind, changes, skipped: cells.filter((place) => !isEditable(place)), newRows: 0 })
  }

  /** Hands a set of changes to the sheet. */
  function change(set: ChangeSet): void {
    edited(set.kind)
    handlers.change({ ...set, arranged: arrangement?.arranged.value })
  }

  /** Selects one cell and gives it the focus. `false`: it is not shown, and everything stays as it is. */
  function focus(place: CellPlace): boolean {
    if (!layout.value.spot(place)) return false
    selection.value = selectCell(place)
    control.value?.focus(place)
    return true
  }

  return {
    control: shallowReadonly(control),
    attach,
    columns,
    rows,
    handlers,
    layout,
    selection,
    rects,
    active,
    crossed,
    isRange,
    dress,
    dressOf,
    onCommand,
    run,
    performs,
    arrangement,
    menu: shallowReadonly(menu),
    showMenu,
    onEscape,
    onEdit,
    escape,
    column,
    isEditable,
    selectedCells,
    fillSelection,
    change,
    focus,
  }
}
