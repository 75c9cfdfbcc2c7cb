import type { SheetColumn } from '../../grid/column.ts'
import type { LiveSheet } from './useLive.ts'

/** A column whose cells say, when pointed at and read aloud, who else is there and who has just changed them. */
export function withLive(
  column: SheetColumn,
  { titleAt }: Pick<LiveSheet, 'titleAt'>,
): SheetColumn {
  return {
    ...column,
    cell(row) {
      const view = column.cell(row)
      const told = titleAt({ row, column: column.id })
      if (told === undefined) return view
      return { ...view, title: view.title ? `${told}\n${view.title}` : told }
    },
  }
}
