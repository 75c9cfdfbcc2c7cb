import { Fault } from '@andel/schema/fault'
import type { Offices } from './ask-office.ts'
import { type LooseObject, asList, asText } from './loose-json.ts'
import { askJson, chunks, type Fetched, type Wanted } from './office-answer.ts'
import { koladaTotal, readKolada } from './read-kolada.ts'

const mostPages = 50
/** So that an address stays well below 2000 characters. */
const municipalitiesAtOnce = 100

/**
 * Asks Kolada for all inhabitants on 31 December.
 *
 * @param base - "https://api.kolada.se/v3"
 * @throws {Fault} what `Offices.ask` and `readKolada` throw
 */
export async function askKolada(
  offices: Offices,
  base: string,
  { codes, times = [] }: Wanted,
  signal?: AbortSignal,
): Promise<Fetched> {
  const pages = []
  for (const some of chunks(codes, municipalitiesAtOnce)) {
    const address = `${base}/data/kpi/${koladaTotal}/municipality/${some.join(',')}/year/${times.join(',')}`
    pages.push(...(await askPages(offices, `${address}?per_page=5000`, signal)))
  }
  const fetched = gather(pages)
  const { cells } = fetched.tables[0]!
  const there = new Set(cells.flatMap(({ time, region }) => [time, region.code]))
  return { ...fetched, missing: [...codes, ...times].filter((wanted) => !there.has(wanted)) }
}

/** Asks for data at an address of Kolada's, with the pages that follow. */
export async function askKoladaAddress(
  offices: Offices,
  address: string,
  signal?: AbortSignal,
): Promise<Fetched> {
  return gather(await askPages(offices, address, signal))
}

interface Page {
  readonly json: LooseObject
  readonly at: Date
}

/** A page names the next one, as `next_url` or as `next_page`. */
async function askPages(offices: Offices, first: string, signal?: AbortSignal): Promise<Page[]> {
  const pages: Page[] = []
  let address: string | undefined = first
  while (address !== undefined) {
    if (pages.length === mostPages) throw new Fault('OFFICE_FAILED', { reason: 'PAGES' })
    const page: Page = await askJson(offices, address, signal)
    pages.push(page)
    const next: string | undefined = asText(page.json['next_url']) ?? asText(page.json['next_page'])
    address = next === undefined ? undefined : new URL(next, address).href
  }
  return pages
}

function gather(pages: readonly Page[]): Fetched {
  const values = pages.flatMap(({ json }) => asList(json['values']))
  return { tables: [readKolada({ values })], at: pages[0]?.at ?? new Date(), missing: [] }
}
