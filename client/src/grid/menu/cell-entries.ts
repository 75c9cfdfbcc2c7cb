import type { TextKey } from '../../text/useText.ts'
import type { MenuEntry } from '../../ui/menu-entry.ts'
import { valueKey } from '../arrange/filter-lines.ts'
import type { SheetFind } from '../find/useFind.ts'
import type { FeatureCommand, SheetCommand } from '../keys/bindings.ts'
import type { GridState } from '../useGridState.ts'
import type { MenuSections } from './menu-request.ts'

interface CellMenuSource {
  readonly state: GridState
  readonly find: SheetFind
  /** What the sheet itself can do, besides. */
  readonly own: MenuSections
  t(key: TextKey): string
  shortcut(command: SheetCommand): string | undefined
}

/** What can be done with the selected cells, in sections. What the sheet does not perform is not offered. */
export function cellEntries({ state, find, own, t, shortcut }: CellMenuSource): MenuSections {
  const takesText = state.selectedCells().some(state.isEditable)
  const command = (
    name: FeatureCommand,
    label: TextKey,
    { types = false }: { readonly types?: boolean } = {},
  ): MenuEntry[] =>
    state.performs(name)
      ? [
          {
            label: t(label),
            shortcut: shortcut(name),
            disabled: types && !takesText,
            run: () => void state.run(name),
          },
        ]
      : []
  return [
    [
      ...command('cut', 'grid.menu.cut', { types: true }),
      ...command('copy', 'grid.menu.copy'),
      ...command('paste', 'grid.menu.paste', { types: true }),
    ],
    [
      ...command('fill down', 'grid.menu.fillDown', { types: true }),
      ...command('fill right', 'grid.menu.fillRight', { types: true }),
      {
        label: t('grid.menu.clear'),
        shortcut: shortcut('clear'),
        disabled: !takesText,
        run: () => state.fillSelection('clear', ''),
      },
    ],
    sameValue(),
    ...own,
  ].filter((section) => section.length > 0)

  function sameValue(): MenuEntry[] {
    const place = state.active.value
    const column = place && state.column(place.column)
    if (!place || !column) return []
    const content = column.content(place.row)
    const { arrangement } = state
    const isLine = state.rows.value.lines.includes(place.row)
    const filter = { kind: 'values', values: [valueKey(content)] } as const
    return [
      {
        label: t('grid.menu.findSame'),
        disabled: content.kind === 'empty',
        run: () => find.findText(column.cell(place.row).text),
      },
      {
        label: t('grid.menu.filterSame'),
        disabled: !arrangement || !isLine,
        run: () => arrangement?.filterBy(column.id, filter),
      },
    ]
  }
}
