import type { CellContent, CellPlace } from '../cell.ts'
import type { Arrangement } from './arrangement.ts'
import { passes } from './filter-lines.ts'
import { sortLines } from './sort-lines.ts'

/** Lines that stay together, below a row that heads them if there is one. */
export interface LineGroup {
  readonly header?: string | undefined
  readonly lines: readonly string[]
}

/** What came of sorting and filtering when it was applied. Lines do not move until it is applied again. */
export interface Applied {
  /** Every line there was, by its place after sorting. */
  readonly rank: ReadonlyMap<string, number>
  readonly passed: ReadonlySet<string>
  readonly isFiltered: boolean
}

/**
 * Sorts and filters the lines as they are now. A filter or sort of a column that there is not says nothing.
 *
 * @param content - `undefined` when there is no such column
 * @returns nothing when there is nothing to sort or filter by
 */
export function apply(
  groups: readonly LineGroup[],
  { sort, filters }: Pick<Arrangement, 'sort' | 'filters'>,
  content: (place: CellPlace) => CellContent | undefined,
): Applied | undefined {
  const all = groups.flatMap(({ lines }) => lines)
  const first = all[0]
  if (first === undefined) return undefined
  const isThere = (column: string): boolean => content({ row: first, column }) !== undefined
  const holds = (row: string, column: string): CellContent =>
    content({ row, column }) ?? { kind: 'empty' }

  const active = Object.entries(filters).filter(([column]) => isThere(column))
  const by = sort && isThere(sort.column) ? sort : undefined
  if (!by && active.length === 0) return undefined
  const sorted = by ? sortLines(all, (row) => holds(row, by.column), by.direction) : all
  const passed = all.filter((row) =>
    active.every(([column, filter]) => passes(holds(row, column), filter)),
  )
  return {
    rank: new Map(sorted.map((row, index) => [row, index])),
    passed: new Set(passed),
    isFiltered: active.length > 0,
  }
}

/**
 * The rows to show, each group sorted within itself. A line that has come since stands after its neighbour
 * above, or last in its group when it is last there, whether it passes the filters or not. The header of a
 * group goes with its last line.
 */
export function arrangedLines(
  groups: readonly LineGroup[],
  applied: Applied | undefined,
): readonly string[] {
  return groups.flatMap(({ header, lines }) => {
    const shown = applied ? arrangeGroup(lines, applied) : lines
    const isGone = applied?.isFiltered && shown.length === 0
    return header === undefined || isGone ? shown : [header, ...shown]
  })
}

function arrangeGroup(lines: readonly string[], { rank, passed }: Applied): readonly string[] {
  const known = lines
    .filter((line) => rank.has(line) && passed.has(line))
    .sort((a, b) => rank.get(a)! - rank.get(b)!)
  const lastKnown = lines.findLastIndex((line) => rank.has(line))
  const first: string[] = []
  const after = new Map<string, string[]>(known.map((line) => [line, []]))
  const last = lines.slice(lastKnown + 1)
  let place = first
  for (const line of lines.slice(0, lastKnown)) {
    if (rank.has(line)) place = after.get(line) ?? place
    else place.push(line)
  }
  return [...first, ...known.flatMap((line) => [line, ...after.get(line)!]), ...last]
}
