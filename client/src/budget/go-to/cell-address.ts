import type { CellPlace } from '../../grid/cell.ts'
import type { FixedRow } from '../columns/context.ts'
import { columnCode, shareColumn } from '../columns/column-code.ts'
import type { TypedField } from '../cells/read-field.ts'
import { headedSection } from '../sections/section-rows.ts'
import { localId, serverId, type LocalIds } from '../sheet/local-ids.ts'
import type { Sheet } from '../sheet/sheet.ts'

/** As they stand in addresses, which are Swedish in every language. Never changed: links are kept. */
const rowNames: Readonly<Record<FixedRow, string>> = {
  population: 'invanare',
  share: 'andel',
  sum: 'summa',
  perInhabitant: 'per-invanare',
  change: 'andring',
}
const columnNames: Readonly<Record<TypedField | 'difference', string>> = {
  description: 'benamning',
  workload: 'tjanster',
  months: 'manader',
  monthlyCost: 'kr-per-manad',
  amount: 'belopp',
  keyId: 'nyckel',
  moneySource: 'medel',
  section: 'avsnitt',
  kind: 'typ',
  note: 'anteckning',
  decision: 'beslut',
  difference: 'avrundning',
}

/** The columns that hold what is typed, and what rounding leaves over. */
export const addressedFields = Object.keys(columnNames) as (keyof typeof columnNames)[]

/** What an address asks for: a cell, or one of a line that is not there. */
export type AddressedCell = { readonly place: CellPlace } | { readonly gone: true }

/**
 * The address of a cell: a link that opens the sheet at it. It lasts as long as the line does, wherever the
 * line is moved.
 *
 * @param ids - what the server calls the lines that were added here
 * @returns a path with a query; `undefined` for the header of a section, and while the server does not know
 *   the line yet
 */
export function cellAddress(
  { row, column }: CellPlace,
  { service, year }: { readonly service: { readonly slug: string }; readonly year: number },
  ids: LocalIds,
): string | undefined {
  if (headedSection(row) !== undefined) return undefined
  const rad = named(rowNames, row) ?? serverId(row, ids)
  const kolumn = columnCode(column) ?? named(columnNames, column)
  if (rad === undefined || kolumn === undefined) return undefined
  const query = new URLSearchParams({ rad, kolumn })
  return `/samverkan/${service.slug}/${year}?${query.toString()}`
}

/** The cell that the query of an address asks for, with the ids of this screen; nothing when it asks for none. */
export function addressedCell(
  query: Readonly<Record<string, unknown>>,
  { lines, participants }: Pick<Sheet, 'lines' | 'participants'>,
  ids: LocalIds,
): AddressedCell | undefined {
  const { rad, kolumn } = query
  if (typeof rad !== 'string') return undefined
  const row = nameOf(rowNames, rad) ?? localId(rad, ids)
  if (!Object.hasOwn(rowNames, row) && lines.every(({ id }) => id !== row)) return { gone: true }
  const isCode = participants.some(({ code }) => code === kolumn)
  const column = isCode ? shareColumn(String(kolumn)) : nameOf(columnNames, kolumn)
  return { place: { row, column: column ?? 'description' } }
}

function named(names: Readonly<Record<string, string>>, id: string): string | undefined {
  return Object.hasOwn(names, id) ? names[id] : undefined
}

function nameOf(names: Readonly<Record<string, string>>, name: unknown): string | undefined {
  return Object.keys(names).find((id) => names[id] === name)
}
