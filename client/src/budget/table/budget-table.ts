import type { SheetColumn } from '../../grid/column.ts'
import { kronorText } from '../cells/number-text.ts'
import { rowsAbove, type ColumnContext } from '../columns/context.ts'
import { columnCode } from '../columns/column-code.ts'
import type { SheetView } from '../figures/sheet-view.ts'
import { footnotesOf, type Footnotes } from './footnotes.ts'
import { columnRoom, partColumns } from './part-columns.ts'
import { rowGroups, type RowGroup } from './row-groups.ts'
import { tableColumns } from './table-columns.ts'

/** Some columns of the sheet, side by side on one page. The first two are the number and the name of the line. */
export interface TableBlock {
  readonly columns: readonly SheetColumn[]
  /** Its first and its last participant, numbered from 1. */
  readonly from: number
  readonly to: number
}

/** The sheet as tables that fit on paper. */
export interface BudgetTable {
  /** Of the type on paper, in points. */
  readonly size: number
  readonly blocks: readonly TableBlock[]
  readonly groups: readonly RowGroup[]
  readonly footnotes: Footnotes
  /** What a section sums up to in a column. */
  subtotal(group: RowGroup, column: SheetColumn): string
}

/** The rows that stand above the lines, and those below them; nothing is unsaved here. */
export const tableHead = rowsAbove
export const tableFoot = ['sum', 'perInhabitant'] as const

/** A4 landscape between its margins, in points: 277 mm. */
const pageWidth = 785
/** The largest that fits is taken; where not even the smallest does, the participants are parted. */
const sizes = [9, 8.5, 8, 7.5]
const partedSize = 8
/** The least room for names of lines, in the font's size: beside all that is typed, and otherwise. */
const nameRoom = { first: 13, later: 18 }

/** Lays out what the sheet shows as one table, or as several with a part of the participants each. */
export function budgetTable(view: SheetView, voice: ColumnContext['voice']): BudgetTable {
  const { typed, shares } = tableColumns(view, voice)
  const groups = rowGroups(view, voice)
  const rows = [...tableHead, ...view.sheet.lines.map(({ id }) => id), ...tableFoot]
  const roomOf = ({ heading, cell }: SheetColumn): number =>
    columnRoom(
      heading,
      rows.map((row) => cell(row).text),
    )
  const [number, name, ...others] = typed
  if (!number || !name) throw new Error('A table needs a number and a name for each line.')

  const measured = shares.map((column) => ({ column, room: roomOf(column) }))
  const first = nameRoom.first + [number, ...others].reduce((sum, one) => sum + roomOf(one), 0)
  const whole = measured.reduce((sum, { room }) => sum + room, first)
  const fitting = sizes.find((points) => whole <= pageWidth / points)
  const size = fitting ?? partedSize
  const width = pageWidth / size
  const parts = partColumns(measured, width - first, width - nameRoom.later - roomOf(number))
  let from = 1
  return {
    size,
    groups,
    footnotes: footnotesOf(view, [...typed, ...shares], voice),
    blocks: parts.map((part, index) => {
      const block = {
        columns: [...(index === 0 ? typed : [number, name]), ...part.map(({ column }) => column)],
        from,
        to: from + part.length - 1,
      }
      from += part.length
      return block
    }),
    subtotal: (group, column) => subtotal(group, column, view, voice),
  }
}

function subtotal(
  { sums }: RowGroup,
  { id }: SheetColumn,
  { figures, withOre }: SheetView,
  { language }: ColumnContext['voice'],
): string {
  if (!sums) return ''
  const code = columnCode(id)
  const ore =
    code !== undefined
      ? sums.totals[figures.codes.indexOf(code)]
      : id === 'amount'
        ? sums.total
        : id === 'difference' && sums.difference !== 0
          ? sums.difference
          : undefined
  return ore === undefined ? '' : kronorText(ore, language, withOre)
}
