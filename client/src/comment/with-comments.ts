import type { CellView } from '../grid/cell.ts'
import type { SheetColumn } from '../grid/column.ts'
import type { Comments } from './useComments.ts'

/** The column with a mark in the cells that people talk about; what was said last is read with the cell. */
export function withComments(
  column: SheetColumn,
  { titleAt }: Pick<Comments, 'titleAt'>,
): SheetColumn {
  return {
    ...column,
    cell: (row) => marked(column.cell(row), titleAt(row, column.id)),
  }
}

function marked(cell: CellView, told: string | undefined): CellView {
  if (told === undefined) return cell
  const title = cell.title ? `${cell.title}\n${told}` : told
  return { ...cell, look: `${cell.look ?? ''} said`.trim(), title }
}
