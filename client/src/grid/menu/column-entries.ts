import type { TextKey } from '../../text/useText.ts'
import type { MenuEntry } from '../../ui/menu-entry.ts'
import type { SheetArrangement } from '../arrange/useArrangement.ts'
import type { Direction } from '../arrange/arrangement.ts'
import type { SheetColumn } from '../column.ts'
import type { MenuSections } from './menu-request.ts'

/** What a column's menu does besides changing the arrangement. */
export interface ColumnDoings {
  openFilter(): void
  openWidth(): void
  fit(): void
  move(way: 'left' | 'right'): void
  hide(): void
}

/** What can be done with a column, in sections. */
export function columnEntries(
  column: SheetColumn,
  arrangement: SheetArrangement,
  doings: ColumnDoings,
  t: (key: TextKey) => string,
): MenuSections {
  const { id } = column
  const { sort, filters } = arrangement.arrangement.value
  const shown = arrangement.columns.value.filter(
    ({ hidden, numbersRows }) => !hidden && !numbersRows,
  )
  const place = shown.findIndex((other) => other.id === id)
  const sorted = sort?.column === id ? sort.direction : undefined
  const sortEntry = (direction: Direction, label: TextKey): MenuEntry => ({
    label: t(label),
    checked: sorted === direction,
    run: () => arrangement.sortBy({ column: id, direction }),
  })
  return [
    [
      sortEntry('ascending', 'grid.menu.sortAscending'),
      sortEntry('descending', 'grid.menu.sortDescending'),
      ...when(sorted, { label: t('grid.menu.unsort'), run: () => arrangement.sortBy(undefined) }),
    ],
    [
      { label: t('grid.menu.filter'), run: doings.openFilter },
      ...when(filters[id], {
        label: t('grid.menu.unfilter'),
        run: () => arrangement.filterBy(id, undefined),
      }),
    ],
    [
      { label: t('grid.menu.moveLeft'), disabled: place <= 0, run: () => doings.move('left') },
      {
        label: t('grid.menu.moveRight'),
        disabled: place === shown.length - 1,
        run: () => doings.move('right'),
      },
      { label: t('grid.menu.freeze'), run: () => arrangement.freezeUpTo(id) },
      {
        label: t('grid.menu.unfreeze'),
        disabled: arrangement.frozen.value === 0,
        run: arrangement.unfreeze,
      },
    ],
    [
      { label: t('grid.menu.fit'), run: doings.fit },
      { label: t('grid.menu.width'), run: doings.openWidth },
    ],
    [
      {
        label: t('grid.menu.hide'),
        // without their names rows cannot be told apart
        disabled: shown.length < 2 || column.namesRow === true,
        run: doings.hide,
      },
      {
        label: t('grid.menu.showAll'),
        disabled: arrangement.hiddenColumns.value.length === 0,
        run: arrangement.showAllColumns,
      },
      { label: t('grid.menu.reset'), run: arrangement.resetColumns },
    ],
  ]
}

function when(holds: unknown, entry: MenuEntry): MenuEntry[] {
  return holds ? [entry] : []
}
