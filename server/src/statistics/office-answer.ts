import { Fault } from '@andel/schema/fault'
import type { Offices } from './ask-office.ts'
import { type LooseObject, isObject } from './loose-json.ts'
import type { StatisticsTable } from './statistics-table.ts'

/** Which figures are wanted. */
export interface Wanted {
  /** Municipality codes, each once. */
  readonly codes: readonly string[]
  /** Codes of time as the table has them; undefined for all that it has. */
  readonly times: readonly string[] | undefined
}

/** What an office answered. */
export interface Fetched {
  readonly tables: readonly StatisticsTable[]
  /** When the oldest of the answers was given. */
  readonly at: Date
  /** What was wanted and the office does not have: codes of time or municipalities. */
  readonly missing: readonly string[]
}

/** Asks for JSON. @throws {Fault} what `ask` throws; `OFFICE_FAILED` for anything else than an object */
export async function askJson(
  offices: Offices,
  address: string,
  signal?: AbortSignal,
): Promise<{ json: LooseObject; at: Date }> {
  const { bytes, at } = await offices.ask(address, undefined, signal)
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (isObject(json)) return { json, at }
  } catch {
    // falls through: a page that says something else
  }
  throw new Fault('OFFICE_FAILED', { reason: 'NO_JSON' })
}

/** Lists of at most `size` each. */
export function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  )
}
