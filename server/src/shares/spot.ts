import { Fault } from '@andel/schema/fault'
import { linePlace } from '../budget/line-place.ts'
import type { Sheet } from '../budget/sheet.ts'
import { type ListOrder, textFields } from './ordering.ts'

/** Which line, or which share. */
export interface RowId {
  readonly budgetId: string
  readonly lineId: string
  /** Null for a line. */
  readonly code: string | null
}

/** A row of a list, with what it was ordered by: a value for each wanted order. */
export interface Row extends RowId {
  readonly values: readonly Value[]
}

export type Value = string | number

/**
 * Where an entry stands in a list: what a cursor carries. Entries that come or go before it do not move it; nor does it move when
 * the entry itself is moved or removed, as long as its section is there.
 */
export interface Spot extends Row {
  readonly section: string
  /** The line's place, as the line has it. */
  readonly place: string
  /** Index of the line in the sheet: a half more when it is gone and stood after that one. */
  readonly position: number
}

export function spotOf(sheet: Sheet, row: Row): Spot {
  const position = linePlace(sheet, row.lineId)!
  const { section, place } = sheet.lines[position]!
  return { ...row, section, place, position }
}

/** A spot as the list is now: what rows are compared with. */
export interface Bound extends Spot {
  readonly serviceId: string
  readonly year: number
}

/** The spot in its sheet as that is now. */
export function boundOf(sheet: Sheet, spot: Spot): Bound {
  const { jointService, budget } = sheet
  const position = positionNow(sheet, spot)
  return { ...spot, position, serviceId: jointService.id, year: budget.year }
}

function positionNow(sheet: Sheet, { section, place, lineId, position }: Spot): number {
  const own = sheet.lines.map((line, index) => ({ line, index }))
  const inSection = own.filter(({ line }) => line.section === section)
  if (inSection.length === 0) return linePlace(sheet, lineId) ?? position - 0.5
  const upTo = inSection.findLast(
    ({ line }) => line.place < place || (line.place === place && line.id <= lineId),
  )
  if (!upTo) return inSection[0]!.index - 0.5
  return upTo.line.id === lineId ? upTo.index : upTo.index + 0.5
}

/** What the cursors of these lists are, for the API. */
export const spotText =
  'Opaque: where this entry stands in the list, whatever is added or removed before it; pass it as `after` or `before`, with the same `orderBy`. It holds also when the entry itself has been moved or removed.'

/** The spot as an opaque text, for a list of that order. */
export function writeCursor(spot: Spot, orderBy: readonly ListOrder[]): string {
  const { lineId, budgetId, code, section, place, position, values } = spot
  const parts = [nameOf(orderBy), lineId, budgetId, code, section, place, position, ...values]
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** @throws {Fault} `BAD_INPUT` for what is no cursor of a list of that order and kind */
export function readCursor(
  cursor: string,
  orderBy: readonly ListOrder[],
  isOfShares: boolean,
): Spot {
  const parts = partsOf(cursor)
  const [order, lineId, budgetId, code, section, place, position, ...given] = parts
  const values = given.filter(isValueOf(orderBy))
  const fits =
    order === nameOf(orderBy) &&
    isId(lineId) &&
    isId(budgetId) &&
    isCode(code) &&
    (code !== null) === isOfShares &&
    typeof section === 'string' &&
    typeof place === 'string' &&
    typeof position === 'number' &&
    given.length === orderBy.length &&
    values.length === orderBy.length
  if (!fits) throw new Fault('BAD_INPUT', { cursor })
  return { lineId, budgetId, code, section, place, position, values }
}

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(parts) ? parts : []
  } catch {
    return []
  }
}

/** Texts of orders are hexadecimal digits or codes; figures are whole. */
function isValueOf(orderBy: readonly ListOrder[]) {
  return (value: unknown, index: number): value is Value => {
    const order = orderBy[index]
    if (order && textFields.has(order.field))
      return typeof value === 'string' && /^[0-9a-f]*$/.test(value)
    return Number.isSafeInteger(value)
  }
}

function isId(part: unknown): part is string {
  return typeof part === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part)
}

function isCode(part: unknown): part is string | null {
  return part === null || (typeof part === 'string' && /^\d{4}$/.test(part))
}

function nameOf(orderBy: readonly ListOrder[]): string {
  return orderBy.map(({ field, direction }) => `${field} ${direction}`).join()
}
