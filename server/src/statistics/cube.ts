import { Fault } from '@andel/schema/fault'
import {
  mostCells,
  type CellValue,
  type PartDimension,
  type StatisticsCell,
} from './statistics-table.ts'

/** What a dimension of a table of many dimensions is about. */
export type DimensionRole = 'region' | 'time' | 'content' | 'part'

export interface CubeDimension {
  readonly id: string
  readonly label: string
  readonly role: DimensionRole
  readonly codes: readonly string[]
  /** The words for each code, in the order of the codes. */
  readonly labels: readonly (string | undefined)[]
  readonly totalCode: string | undefined
  /** Whether an answer without it holds the totals. */
  readonly canBeLeftOut?: boolean
}

/** Guesses what a dimension is about from its names, where the file does not say. */
export function roleByName(...names: readonly string[]): DimensionRole {
  if (names.some((name) => /^(tid|time|år|year|månad|month|kvartal|quarter|period)$/i.test(name)))
    return 'time'
  if (names.some((name) => /^(contentscode|contents|tabellinnehåll|innehåll)$/i.test(name)))
    return 'content'
  if (names.some((name) => /region|kommun|municipalit|område|^geo/i.test(name))) return 'region'
  return 'part'
}

/**
 * The cells of values that stand in the order of their dimensions, the last one running fastest.
 *
 * @param valueAt - the value at a place, from 0
 * @throws {Fault} `FILE_TOO_LARGE`; `NOT_POPULATION` without a region
 */
export function cellsOfCube(
  dimensions: readonly CubeDimension[],
  valueAt: (index: number) => CellValue,
): StatisticsCell[] {
  const size = dimensions.reduce((product, { codes }) => product * codes.length, 1)
  if (size > mostCells) throw new Fault('FILE_TOO_LARGE', { part: 'cells', most: mostCells })
  const placeOf = (role: DimensionRole): number => dimensions.findIndex((one) => one.role === role)
  const region = placeOf('region')
  const time = placeOf('time')
  const content = placeOf('content')
  if (region < 0) throw new Fault('NOT_POPULATION', { reason: 'NO_REGION' })
  const parts = dimensions.flatMap(({ role }, index) => (role === 'part' ? [index] : []))

  const cells: StatisticsCell[] = []
  const at = dimensions.map(() => 0)
  for (let index = 0; index < size; index += 1) {
    const codeOf = (dimension: number): string => dimensions[dimension]!.codes[at[dimension]!]!
    cells.push({
      row: index + 1,
      region: { code: codeOf(region), name: dimensions[region]!.labels[at[region]!] },
      time: time < 0 ? undefined : codeOf(time),
      content: content < 0 ? undefined : codeOf(content),
      parts: parts.map(codeOf),
      value: valueAt(index),
    })
    advance(at, dimensions)
  }
  return cells
}

function advance(at: number[], dimensions: readonly CubeDimension[]): void {
  for (let dimension = at.length - 1; dimension >= 0; dimension -= 1) {
    at[dimension]! += 1
    if (at[dimension]! < dimensions[dimension]!.codes.length) return
    at[dimension] = 0
  }
}

/** The words of what is counted, by code. */
export function contentsOf(dimensions: readonly CubeDimension[]): ReadonlyMap<string, string> {
  const content = dimensions.find(({ role }) => role === 'content')
  return new Map(content?.codes.map((code, index) => [code, content.labels[index] ?? code]))
}

/** What divides the inhabitants further. */
export function partsOf(dimensions: readonly CubeDimension[]): PartDimension[] {
  return dimensions
    .filter(({ role }) => role === 'part')
    .map(({ label, codes, labels, totalCode }) => ({
      name: label,
      labels: new Map(codes.map((code, index) => [code, labels[index] ?? code])),
      totalCode,
    }))
}
