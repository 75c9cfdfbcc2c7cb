import type { Row } from './column.ts'
import { pageKey } from './paged-operation.ts'
import { TableFault } from './table-fault.ts'
import type { TablePlan } from './plan-table.ts'
import type { ConnectionPlace, ListPlace } from './table-shape.ts'

/** Where a page of a connection ends. */
export interface PageEnd {
  readonly hasNextPage: boolean
  readonly endCursor: string | null
}

/** At most as many entries of a connection come at once. */
export const largestPage = 1000

/**
 * The rows of one answer. An entry above without entries below has one row, with empty cells below; when the outermost
 * list is empty there is none.
 *
 * @throws {TableFault} `PAGE_TOO_SMALL` when a list further down has more entries than came
 */
export function rowsOf(plan: TablePlan, data: unknown): Row[] {
  const rows: Row[] = []
  const cells: unknown[] = plan.columns.map(() => null)
  addRows(plan, 0, data, cells, rows)
  return rows
}

function addRows(plan: TablePlan, depth: number, entry: unknown, cells: unknown[], rows: Row[]) {
  const level = plan.levels[depth]!
  for (const { path, column } of level.cells) cells[column] = at(entry, path) ?? null
  if (!level.list) return rows.push([...cells])
  const entries = entriesOf(level.list, entry)
  if (level.list !== plan.paging?.list) refuseToLoseRows(level.list, entry, entries.length)
  for (const below of entries) addRows(plan, depth + 1, below, cells, rows)
  if (entries.length > 0 || depth === 0) return rows.length
  for (const { cells: places } of plan.levels.slice(depth + 1))
    for (const { column } of places) cells[column] = null
  return rows.push([...cells])
}

/** Entries of a list of an answer; none where the list or anything above it is null. */
export function entriesOf(list: ListPlace, entry: unknown): readonly unknown[] {
  return (at(entry, list.path) as readonly unknown[] | null | undefined) ?? []
}

/** What a connection of an answer says about its page; undefined when there is no connection. */
export function pageEnd(connection: ConnectionPlace, entry: unknown): PageEnd | undefined {
  return at(entry, [...connection.path, pageKey]) as PageEnd | undefined
}

function refuseToLoseRows({ connection, name }: ListPlace, entry: unknown, came: number): void {
  if (!connection || connection.args['first'] != null || connection.args['last'] != null) return
  if (!pageEnd(connection, entry)?.hasNextPage) return
  // With `before` there is always more after the page: only a full one can have lost anything.
  if (connection.args['before'] != null && came < largestPage) return
  throw new TableFault('PAGE_TOO_SMALL', { list: name })
}

function at(entry: unknown, path: readonly string[]): unknown {
  let value = entry
  for (const key of path) {
    if (value === null || value === undefined) return undefined
    value = (value as Readonly<Record<string, unknown>>)[key]
  }
  return value
}
