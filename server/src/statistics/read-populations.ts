import { Fault } from '@andel/schema/fault'
import { decodeText } from '../file/decode-text.ts'
import { fileLimits } from '../file/limits.ts'
import { readDelimitedText } from '../file/read-delimited-text.ts'
import { whatIs } from '../file/what-is.ts'
import { asList, asObject, isObject } from './loose-json.ts'
import type { MunicipalityDirectory } from './municipality-directory.ts'
import { readJsonStat } from './read-json-stat.ts'
import { readKolada } from './read-kolada.ts'
import { readPx } from './read-px.ts'
import { readPxwebJson } from './read-pxweb-json.ts'
import { readRows } from './read-rows.ts'
import { rowsOfWorkbook } from './rows-of-workbook.ts'
import type { StatisticsTable } from './statistics-table.ts'
import { type TakenFigures, type Told, takeFigures } from './take-figures.ts'

export interface ReadPopulations extends TakenFigures {
  readonly table: StatisticsTable
}

/**
 * Reads figures of inhabitants from a file of any format that statistics offices give them in, recognised by what is
 * in it. Nothing is guessed: what the file does not say is asked for, what cannot be taken is told by row.
 *
 * @throws {Fault} `FILE_KIND`, `FILE_BROKEN`, `FILE_TOO_LARGE`; `NOT_POPULATION` when something else is counted; what
 *   `readWorkbookCells` throws
 */
export async function readPopulations(
  bytes: Uint8Array,
  municipalities: MunicipalityDirectory,
  told: Told = {},
): Promise<ReadPopulations> {
  const table = await readTable(bytes)
  return { table, ...takeFigures(table, municipalities, told) }
}

/** @throws {Fault} as `readPopulations` */
export async function readTable(bytes: Uint8Array): Promise<StatisticsTable> {
  if (bytes.length > fileLimits.packed) throw new Fault('FILE_TOO_LARGE', { part: 'packed' })
  const kind = whatIs(bytes)
  switch (kind) {
    case 'JSON':
      return readJson(decodeText(bytes).text)
    case 'PX':
      return readPx(bytes)
    case 'ZIP':
      return readRows(await rowsOfWorkbook(bytes))
    case 'TEXT':
      return readRows(readDelimitedText(bytes).rows)
    case 'OLE':
      throw new Fault('FILE_LOCKED')
    case 'EMPTY':
    case 'MARKUP':
    case 'BINARY':
      throw new Fault('FILE_KIND', { kind })
  }
}

function readJson(text: string): StatisticsTable {
  const json = parseJson(text)
  if (isObject(json)) {
    if (json['class'] === 'dataset' || isObject(json['dimension']) || isObject(json['dataset']))
      return readJsonStat(json)
    if (Array.isArray(json['columns']) && Array.isArray(json['data'])) return readPxwebJson(json)
    if (isKolada(json)) return readKolada(json)
  }
  throw new Fault('NOT_POPULATION', { reason: 'JSON' })
}

function isKolada(json: object): boolean {
  const values = asList((json as Readonly<Record<string, unknown>>)['values'])
  return values.length > 0 && values.every((one) => 'kpi' in asObject(one))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Fault('FILE_BROKEN', { part: 'json' }) // or nested deeper than anything that is meant well
  }
}
