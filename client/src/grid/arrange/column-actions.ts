import { computed, type Ref } from 'vue'
import type { SheetColumn } from '../column.ts'
import { frozenCount, frozenUpTo, movedOrder, orderOf } from './arrange-columns.ts'
import { withinLimits, type Arrangement } from './arrangement.ts'

interface Columns {
  readonly arrangement: Readonly<Ref<Arrangement>>
  /** As arranged. */
  readonly columns: Readonly<Ref<readonly SheetColumn[]>>
  /** As the sheet has them. */
  readonly own: Readonly<Ref<readonly SheetColumn[]>>
}

/** What can be done about where columns stand, how wide they are and which are shown. */
export function columnActions(
  { arrangement, columns, own }: Columns,
  change: (to: Partial<Arrangement>) => void,
) {
  /** Those that somebody has hidden, not those that the sheet does not show. */
  const hiddenColumns = computed(() =>
    own.value.filter(
      ({ id, hidden, numbersRows }) =>
        !hidden && !numbersRows && arrangement.value.hidden.includes(id),
    ),
  )
  /** How many columns from the left stay, besides that of row numbers. */
  const frozen = computed(() => frozenCount(own.value, arrangement.value))

  /** @param ids - of all columns, from left to right */
  function setOrder(ids: readonly string[]): void {
    const movable = own.value.filter(({ numbersRows }) => !numbersRows).map(({ id }) => id)
    const order = orderOf(movable, ids)
    const isOwn = order.every((id, index) => id === movable[index])
    change({ order: isOwn ? undefined : order })
  }

  /** Past its neighbour on screen. `false`: there is none. */
  function moveColumn(id: string, way: 'left' | 'right'): boolean {
    const order = movedOrder(columns.value, id, way)
    if (order) setOrder(order)
    return order !== undefined
  }

  function setWidth(id: string, width: number): void {
    change({ widths: { ...arrangement.value.widths, [id]: withinLimits(width) } })
  }

  function hideColumn(id: string): void {
    const { hidden } = arrangement.value
    if (!hidden.includes(id)) change({ hidden: [...hidden, id] })
  }

  function showAllColumns(): void {
    change({ hidden: [] })
  }

  /** The columns from the left to this one stay when the sheet is scrolled sideways. */
  function freezeUpTo(id: string): void {
    change({ frozen: frozenUpTo(columns.value, id) })
  }

  /** Only the row numbers stay. */
  function unfreeze(): void {
    change({ frozen: 0 })
  }

  /** Order, widths, hiding and freezing as the sheet has them. */
  function resetColumns(): void {
    change({ order: undefined, hidden: [], widths: {}, frozen: undefined })
  }

  return {
    hiddenColumns,
    frozen,
    setOrder,
    moveColumn,
    setWidth,
    hideColumn,
    showAllColumns,
    freezeUpTo,
    unfreeze,
    resetColumns,
  }
}
