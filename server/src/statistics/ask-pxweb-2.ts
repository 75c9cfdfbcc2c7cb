import type { Offices } from './ask-office.ts'
import { dimensionsOf } from './read-json-stat.ts'
import { readTable } from './read-populations.ts'
import { askJson, type Fetched, type Wanted } from './office-answer.ts'
import { type Selection, selectCells } from './select-cells.ts'

/** A longer address is answered with 404. */
const longestAddress = 2000
/** What SCB said of itself in 2026; its `/config` tells what is true now. */
const supposed = { maxDataCells: 150_000, maxCallsPerTimeWindow: 3, timeWindow: 1 }

/**
 * Asks PxWeb's API 2 for a table: what it holds first, then the cells.
 *
 * @param base - "https://statistikdatabasen.scb.se/api/v2"
 * @throws {Fault} what `Offices.ask` and `readTable` throw
 */
export async function askPxweb2(
  offices: Offices,
  base: string,
  table: string,
  wanted: Wanted,
  signal?: AbortSignal,
): Promise<Fetched> {
  const most = await readLimits(offices, base, signal)
  const address = `${base}/tables/${encodeURIComponent(table)}`
  const { json } = await askJson(offices, `${address}/metadata?lang=sv`, signal)
  const { selections, missing } = selectCells(dimensionsOf(json), wanted, most)
  const answers = []
  for (const selection of selections)
    answers.push(await askSelection(offices, `${address}/data`, selection, signal))
  return {
    tables: await Promise.all(answers.map(({ bytes }) => readTable(bytes))),
    at: answers[0]?.at ?? new Date(),
    missing,
  }
}

/** Reads how often and how much may be asked, and goes by it. Returns the most cells of one answer. */
async function readLimits(offices: Offices, base: string, signal?: AbortSignal): Promise<number> {
  const { json } = await askJson(offices, `${base}/config`, signal)
  const limit = (name: keyof typeof supposed): number => {
    const value = json[name]
    return typeof value === 'number' && value >= 1 ? value : supposed[name]
  }
  offices.setPace(base, limit('maxCallsPerTimeWindow'), limit('timeWindow'))
  return limit('maxDataCells')
}

/** By GET, whose answers may be kept on the way; by POST where the address would be too long. */
function askSelection(
  offices: Offices,
  address: string,
  selection: Selection,
  signal?: AbortSignal,
): ReturnType<Offices['ask']> {
  const query = new URLSearchParams({ lang: 'sv', outputFormat: 'json-stat2' })
  const values = selection.map(({ id, codes }) => [`valueCodes[${id}]`, codes.join(',')])
  const long = `${address}?${new URLSearchParams([...query, ...values])}`
  if (long.length <= longestAddress) return offices.ask(long, undefined, signal)
  return offices.ask(`${address}?${query}`, asPosted(selection), signal)
}

function asPosted(selection: Selection): object {
  return {
    selection: selection.map(({ id, codes }) => ({ variableCode: id, valueCodes: codes })),
  }
}

/**
 * Asks for data with the selection that stands in an address; a long one is posted.
 *
 * @throws {Fault} as `askPxweb2`
 */
export async function askPxwebAddress(
  offices: Offices,
  address: URL,
  signal?: AbortSignal,
): Promise<Fetched> {
  const posted = [...address.searchParams].flatMap(([name, value]) => {
    const id = /^valuecodes\[(.+)\]$/i.exec(name)?.[1]
    return id === undefined ? [] : [{ id, codes: [...new Set(value.split(','))] }]
  })
  const short = new URL(address)
  for (const name of [...short.searchParams.keys()])
    if (/^valuecodes\[/i.test(name)) short.searchParams.delete(name)
  const { bytes, at } =
    address.href.length <= longestAddress
      ? await offices.ask(address.href, undefined, signal)
      : await offices.ask(short.href, asPosted(posted), signal)
  return { tables: [await readTable(bytes)], at, missing: [] }
}
