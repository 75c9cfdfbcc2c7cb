import { Fault } from '@andel/schema/fault'
import { jsonValue } from './cell-value.ts'
import {
  type CubeDimension,
  type DimensionRole,
  cellsOfCube,
  contentsOf,
  partsOf,
  roleByName,
} from './cube.ts'
import { type LooseObject, asList, asObject, asText, asTexts, isObject } from './loose-json.ts'
import type { StatisticsTable } from './statistics-table.ts'

/**
 * Reads JSON-stat 2 (PxWeb API 2 and 1) and 1 (one `dataset`).
 *
 * @throws {Fault} `FILE_BROKEN` when sizes and values do not fit; what `cellsOfCube` throws
 */
export function readJsonStat(json: LooseObject): StatisticsTable {
  const dataset = isObject(json['dataset']) ? json['dataset'] : json
  const dimensions = dimensionsOf(dataset)
  const values = dataset['value']
  const size = dimensions.reduce((product, { codes }) => product * codes.length, 1)
  if (Array.isArray(values) ? values.length !== size : !isObject(values))
    throw new Fault('FILE_BROKEN', { part: 'value' })
  const statuses = dataset['status']
  const px = asObject(asObject(dataset['extension'])['px'])
  return {
    format: 'JSON_STAT',
    title: asText(dataset['label']),
    source: asText(dataset['source']),
    ids: ['tableid', 'matrix'].flatMap((name) => asText(px[name]) ?? []),
    updated: asText(dataset['updated']),
    words: [asText(px['contents']) ?? [], ...refPeriods(dataset)].flat(),
    contents: contentsOf(dimensions),
    parts: partsOf(dimensions),
    cells: cellsOfCube(dimensions, (index) => {
      const value = at(values, index)
      return jsonValue(value ?? at(statuses, index))
    }),
  }
}

/** Values and statuses are a list, or an object by place; a status may be one text for all. */
function at(values: unknown, index: number): unknown {
  if (Array.isArray(values)) return values[index]
  return isObject(values) ? values[String(index)] : undefined
}

/** The dimensions of a dataset, or of what API 2 tells of a table. @throws {Fault} `FILE_BROKEN` */
export function dimensionsOf(dataset: LooseObject): CubeDimension[] {
  const dimension = asObject(dataset['dimension'])
  const ids = asTexts(dataset['id'] ?? dimension['id'])
  const sizes = asList(dataset['size'] ?? dimension['size'])
  const roles = asObject(dataset['role'] ?? dimension['role'])
  if (ids.length === 0) throw new Fault('FILE_BROKEN', { part: 'id' })
  return ids.map((id, index) => {
    const one = asObject(dimension[id])
    const category = asObject(one['category'])
    const label = asText(one['label']) ?? id
    const codes = codesOf(category)
    if (codes.length !== sizes[index]) throw new Fault('FILE_BROKEN', { part: id })
    const labels = asObject(category['label'])
    return {
      id,
      label,
      role: roleOf(id, label, roles),
      codes,
      labels: codes.map((code) => asText(labels[code])),
      totalCode: asText(asObject(one['extension'])['eliminationValueCode']),
      canBeLeftOut: asObject(one['extension'])['elimination'] === true,
    }
  })
}

function codesOf({ index, label }: LooseObject): string[] {
  if (Array.isArray(index)) return asTexts(index)
  if (isObject(index))
    return Object.entries(index)
      .toSorted(([, a], [, b]) => Number(a) - Number(b))
      .map(([code]) => code)
  return Object.keys(asObject(label)) // a dimension of one category may leave the index out
}

function roleOf(id: string, label: string, roles: LooseObject): DimensionRole {
  if (asTexts(roles['time']).includes(id)) return 'time'
  if (asTexts(roles['metric']).includes(id)) return 'content'
  if (asTexts(roles['geo']).includes(id)) return 'region'
  return roleByName(id, label)
}

/** Words such as "1 november respektive år". */
function refPeriods(dataset: LooseObject): string[] {
  return Object.values(asObject(dataset['dimension'])).flatMap((dimension) =>
    Object.values(asObject(asObject(asObject(dimension)['extension'])['refperiod'])).flatMap(
      (words) => asText(words) ?? [],
    ),
  )
}
