import { valueOf } from '../file/cell.ts'
import { lineColumns } from './exported-sheets.ts'
import { mark } from './layout.ts'
import type { KnownRow } from './sheet-rows.ts'

/** The section that each row stands in, by the headings and subtotals above it. */
export function sectionsOf(rows: readonly KnownRow[]): ReadonlyMap<string, string> {
  let section = ''
  return new Map(
    rows.map((row) => {
      if (row.id === mark.section)
        section = String(valueOf(row.cell(lineColumns.description)) ?? '').trim()
      if (row.id === mark.subtotal || row.id === mark.noSection) section = ''
      return [row.key, section]
    }),
  )
}
