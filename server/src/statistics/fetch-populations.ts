import { Fault } from '@andel/schema/fault'
import type { Offices } from './ask-office.ts'
import { askKolada, askKoladaAddress } from './ask-kolada.ts'
import { askPxweb1 } from './ask-pxweb-1.ts'
import { askPxweb2, askPxwebAddress } from './ask-pxweb-2.ts'
import { type FetchPopulationsInput, StatisticsOffice } from './fetch-populations-input.ts'
import { knownTable, knownTables } from './known-tables.ts'
import type { MunicipalityDirectory } from './municipality-directory.ts'
import { readOfficeAddress } from './office-address.ts'
import type { Fetched, Wanted } from './office-answer.ts'
import { PopulationDateKind } from './population-date-kind.ts'
import { ProblemList } from './problem-list.ts'
import { readTable } from './read-populations.ts'
import { timeCodeOf } from './reference-date.ts'
import type { StatisticsTable } from './statistics-table.ts'
import { type TakenFigures, takeFigures } from './take-figures.ts'

const scbApi = 'https://statistikdatabasen.scb.se/api/v2'
const koladaApi = 'https://api.kolada.se/v3'

/** All that one fetch may take, whatever it has to ask. */
const longest = 45_000
const mostDates = 400

export interface FetchedPopulations extends TakenFigures {
  readonly tables: readonly StatisticsTable[]
  readonly at: Date
}

/**
 * Fetches figures of inhabitants from a statistics office.
 *
 * @param codes - of all municipalities
 * @throws {Fault} `BAD_INPUT` for what cannot be asked; what `Offices.ask` and `readTable` throw; `NOT_POPULATION`
 */
export async function fetchPopulations(
  offices: Offices,
  input: FetchPopulationsInput,
  municipalities: MunicipalityDirectory,
  codes: readonly string[],
): Promise<FetchedPopulations> {
  const wantedCodes = [...new Set(input.municipalityCodes ?? codes)]
  const dates = input.dates && [...new Set(input.dates)].toSorted()
  if (wantedCodes.length === 0 || dates?.length === 0 || (dates?.length ?? 0) > mostDates)
    throw new Fault('BAD_INPUT', { dates: dates?.length ?? 0, codes: wantedCodes.length })
  const signal = AbortSignal.timeout(longest)
  const wanted = { codes: wantedCodes, dates: dates ?? undefined }
  const fetched = input.address
    ? [await fetchAddress(offices, input.address, input.dateKind ?? undefined, wanted, signal)]
    : await fetchSeries(offices, input, wanted, signal)
  return gather(fetched, municipalities, input)
}

interface WantedDates {
  readonly codes: readonly string[]
  readonly dates: readonly string[] | undefined
}

/** One question for each table that has some of the dates: series stop, and go on in another. */
async function fetchSeries(
  offices: Offices,
  { office, dateKind }: FetchPopulationsInput,
  { codes, dates }: WantedDates,
  signal: AbortSignal,
): Promise<Fetched[]> {
  if (!dateKind || !dates)
    throw new Fault('BAD_INPUT', { missing: dateKind ? 'dates' : 'dateKind' })
  const times = [...new Set(dates.map((on) => timeCodeOf(on, dateKind)))]
  if (office === StatisticsOffice.KOLADA) {
    if (dateKind !== PopulationDateKind.DECEMBER_31) throw new Fault('BAD_INPUT', { dateKind })
    return [await askKolada(offices, koladaApi, { codes, times }, signal)]
  }
  const fetched: Fetched[] = []
  const tables = knownTables.filter(({ kind }) => kind === dateKind)
  for (const [index, { id, to }] of tables.entries()) {
    // what none of them has is asked of the last one, which says so
    const own = times.filter((time) => {
      const first = tables.findIndex((table) => table.to === undefined || time <= table.to)
      return first === index
    })
    if (own.length > 0)
      fetched.push(await askPxweb2(offices, scbApi, id, { codes, times: own }, signal))
    if (to === undefined) break
  }
  return fetched
}

async function fetchAddress(
  offices: Offices,
  address: string,
  told: PopulationDateKind | undefined,
  { codes, dates }: WantedDates,
  signal: AbortSignal,
): Promise<Fetched> {
  const place = readOfficeAddress(address)
  if (!place) throw new Fault('OFFICE_NOT_ALLOWED', { host: address.slice(0, 80) })
  const wantedOf = (name: string): Wanted => {
    const kind = knownTable(name)?.kind ?? told
    return { codes, times: kind && dates?.map((on) => timeCodeOf(on, kind)) }
  }
  switch (place.kind) {
    case 'PXWEB_2':
      return askPxweb2(offices, place.base, place.table, wantedOf(place.table), signal)
    case 'PXWEB_2_DATA':
      return askPxwebAddress(offices, place.url, signal)
    case 'PXWEB_1':
      return askPxweb1(offices, place.address, wantedOf(place.address.split('/').at(-1)!), signal)
    case 'KOLADA':
      return askKoladaAddress(offices, place.address, signal)
    case 'FILE': {
      const { bytes, at } = await offices.ask(place.address, undefined, signal)
      return { tables: [await readTable(bytes)], at, missing: [] }
    }
  }
}

function gather(
  fetched: readonly Fetched[],
  municipalities: MunicipalityDirectory,
  { dateKind }: FetchPopulationsInput,
): FetchedPopulations {
  const tables = fetched.flatMap((one) => one.tables)
  const problems = new ProblemList()
  const taken = tables.map((table) =>
    takeFigures(table, municipalities, { dateKind: dateKind ?? undefined }, problems),
  )
  for (const missing of fetched.flatMap((one) => one.missing)) {
    const isCode = municipalities.has(missing)
    const about = isCode ? { region: missing } : { region: undefined, time: missing }
    problems.add({ code: 'NOT_THERE', row: undefined, ...about })
  }
  return {
    tables,
    at: new Date(Math.min(...fetched.map(({ at }) => at.getTime()), Date.now())),
    figures: taken.flatMap(({ figures }) => figures),
    problems,
    asks: taken.find(({ asks }) => asks)?.asks,
    dateKind: taken[0]?.dateKind,
  }
}
