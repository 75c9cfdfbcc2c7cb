import { Fault } from '@andel/schema/fault'
import { jsonValue } from './cell-value.ts'
import { type LooseObject, asList, asObject, asText } from './loose-json.ts'
import { type StatisticsCell, type StatisticsTable, mostCells } from './statistics-table.ts'

/** Kolada's indicator of all inhabitants on 31 December. */
export const koladaTotal = 'N01951'

/** Its ages, which divide everybody: 0–5 years up to 80 and more. */
const ages = ['N01952', 'N01953', 'N01954', 'N01955', 'N01956', 'N01957']

/**
 * Reads what Kolada's API answers for `/data/kpi/…`: all inhabitants, or the ages that make them up. Its years
 * mean 31 December.
 *
 * @throws {Fault} `FILE_TOO_LARGE`; `NOT_POPULATION` for other indicators
 */
export function readKolada(json: LooseObject): StatisticsTable {
  const entries = asList(json['values']).map(asObject)
  const other = entries.map(kpiOf).find((kpi) => kpi !== koladaTotal && !ages.includes(kpi))
  if (other !== undefined) throw new Fault('NOT_POPULATION', { reason: 'INDICATOR', kpi: other })
  const cells = entries.flatMap(cellsOf)
  if (cells.length > mostCells)
    throw new Fault('FILE_TOO_LARGE', { part: 'cells', most: mostCells })
  const kpis = [...new Set(entries.map(kpiOf))]
  return {
    format: 'KOLADA',
    title: undefined,
    source: 'Kolada',
    ids: kpis.includes(koladaTotal) ? [koladaTotal] : kpis,
    updated: undefined,
    words: [],
    contents: new Map(),
    parts: [
      { name: 'ålder', labels: new Map(), totalCode: koladaTotal },
      {
        name: 'kön',
        labels: new Map([
          ['K', 'kvinnor'],
          ['M', 'män'],
        ]),
        totalCode: 'T',
      },
    ],
    cells,
  }
}

const kpiOf = (entry: LooseObject): string => asText(entry['kpi']) ?? ''

function cellsOf(entry: LooseObject, index: number): StatisticsCell[] {
  const { municipality, period } = entry
  return asList(entry['values']).map((one) => {
    const { gender, value } = asObject(one)
    return {
      row: index + 1,
      region: { code: asText(municipality), name: undefined },
      time: typeof period === 'number' ? String(period) : asText(period),
      content: undefined,
      parts: [kpiOf(entry), asText(gender) ?? ''],
      value: jsonValue(value),
    }
  })
}
