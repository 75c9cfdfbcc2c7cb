import type { CellContent } from '../cell.ts'
import { sortLines } from './sort-lines.ts'
import { valueKey } from './filter-lines.ts'

/** One of the values that a column holds. */
export interface ColumnValue {
  /** As `valueKey` gives it. */
  readonly key: string
  /** As it is shown; nothing for empty cells. */
  readonly label: string
  /** How many lines have it. */
  readonly count: number
}

/** What a column holds in some lines, in order, the empty cells last. */
export function columnValues(
  lines: readonly string[],
  column: {
    readonly cell: (row: string) => { readonly text: string }
    readonly content: (row: string) => CellContent
  },
): readonly ColumnValue[] {
  const firsts = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const line of lines) {
    const key = valueKey(column.content(line))
    if (!firsts.has(key)) firsts.set(key, line)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return sortLines([...firsts.values()], column.content, 'ascending').map((line) => {
    const key = valueKey(column.content(line))
    const label = key === '' ? '' : column.cell(line).text
    return { key, label, count: counts.get(key)! }
  })
}
