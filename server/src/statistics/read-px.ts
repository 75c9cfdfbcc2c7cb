import { Fault } from '@andel/schema/fault'
import { decodeText } from '../file/decode-text.ts'
import { textValue } from './cell-value.ts'
import {
  type CubeDimension,
  type DimensionRole,
  cellsOfCube,
  contentsOf,
  partsOf,
  roleByName,
} from './cube.ts'
import { type PxKeyword, readPxKeywords } from './px-keywords.ts'
import { type CellValue, type StatisticsTable, mostCells } from './statistics-table.ts'

/**
 * Reads a PX file in UTF-8 or in the code page that it names; Latin letters of Western Europe where it names none.
 * `KEYS`, by which only some rows have data, is understood.
 *
 * @throws {Fault} `FILE_BROKEN`, `FILE_TOO_LARGE`; `NOT_POPULATION` without a region
 */
export function readPx(bytes: Uint8Array): StatisticsTable {
  const { keywords, data } = readPxKeywords(decodePx(bytes))
  const find = finder(keywords)
  const stub = find('STUB')
  const dimensions = [...stub, ...find('HEADING')].map((name) => dimensionOf(name, find))
  if (dimensions.some(({ codes }) => codes.length === 0))
    throw new Fault('FILE_BROKEN', { part: 'VALUES' })
  return {
    format: 'PX',
    title: find('TITLE')[0] ?? find('DESCRIPTION')[0],
    source: find('SOURCE')[0],
    ids: [...find('TABLEID'), ...find('MATRIX')],
    updated: find('LAST-UPDATED')[0] ?? find('CREATION-DATE')[0],
    words: wordsOf(keywords),
    contents: contentsOf(dimensions),
    parts: partsOf(dimensions),
    cells: cellsOfCube(dimensions, valueReader(data, dimensions, stub, find)),
  }
}

/** Values of a keyword in the file's own language; of a subject, where it is asked for. */
type Find = (name: string, subject?: string) => readonly string[]

function finder(keywords: readonly PxKeyword[]): Find {
  const byName = new Map<string, readonly string[]>()
  for (const { name, language, subject, values } of keywords) {
    const key = `${name} ${subject ?? ''}`
    if (language === undefined && !byName.has(key)) byName.set(key, values)
  }
  return (name, subject = '') => byName.get(`${name} ${subject}`) ?? []
}

/** The file says its code page in ASCII. What is UTF-8 without an error is that, whatever it says. */
function decodePx(bytes: Uint8Array): string {
  const { text, encoding } = decodeText(bytes)
  const page = /CODEPAGE\s*=\s*"([^"]+)"/i.exec(text.slice(0, 4096))?.[1]
  if (encoding !== 'windows-1252' || page === undefined) return text
  try {
    return new TextDecoder(page).decode(bytes)
  } catch {
    return text // a code page of DOS: names suffer, codes and figures do not
  }
}

function dimensionOf(name: string, find: Find): CubeDimension {
  const [id = name] = find('VARIABLECODE', name)
  const labels = find('VALUES', name)
  const codes = find('CODES', name)
  const times = find('TIMEVAL', name).filter((value) => !/^TLIST\(/i.test(value))
  const fitting = [codes, times].find(({ length }) => length > 0 && length === labels.length)
  return {
    id,
    label: name,
    role: roleOf(name, id, find),
    codes: fitting ?? labels,
    labels,
    totalCode: undefined,
  }
}

function roleOf(name: string, id: string, find: Find): DimensionRole {
  if (find('CONTVARIABLE')[0] === name) return 'content'
  if (find('TIMEVAL', name).length > 0) return 'time'
  const type = find('VARIABLE-TYPE', name)[0]?.toUpperCase()
  if (type === 'T' || type === 'TIME') return 'time'
  if (type === 'G' || type === 'GEOGRAPHICAL' || find('MAP', name).length > 0) return 'region'
  return roleByName(id, name)
}

const telling = new Set(['CONTENTS', 'TITLE', 'REFPERIOD', 'DESCRIPTION'])

/** What tells, in any language of the file, what is counted and when. */
function wordsOf(keywords: readonly PxKeyword[]): string[] {
  return keywords.filter(({ name }) => telling.has(name)).flatMap(({ values }) => values)
}

const symbol = /"[^"]*"|[^\s,;"]+/g

/** @throws {Fault} `FILE_BROKEN` when there are more or fewer data than places for them */
function valueReader(
  data: string,
  dimensions: readonly CubeDimension[],
  stub: readonly string[],
  find: Find,
): (index: number) => CellValue {
  const size = dimensions.reduce((product, { codes }) => product * codes.length, 1)
  if (size > mostCells) throw new Fault('FILE_TOO_LARGE', { part: 'cells', most: mostCells })
  const isKeyed = stub.some((name) => find('KEYS', name).length > 0)
  const symbols = data.match(symbol) ?? []
  if (isKeyed) return keyedValues(symbols, dimensions, stub, find)
  if (symbols.length !== size)
    throw new Fault('FILE_BROKEN', { part: 'DATA', values: symbols.length, size })
  return (index) => textValue(symbols[index]!)
}

/** With `KEYS`, each row of the data begins with what it is of, and rows without figures are left out. */
function keyedValues(
  symbols: readonly string[],
  dimensions: readonly CubeDimension[],
  stub: readonly string[],
  find: Find,
): (index: number) => CellValue {
  const width = dimensions
    .slice(stub.length)
    .reduce((product, { codes }) => product * codes.length, 1)
  const rows = new Map<string, readonly string[]>()
  for (let at = 0; at < symbols.length; at += stub.length + width) {
    const key = symbols.slice(at, at + stub.length).map((text) => text.replace(/^"|"$/g, ''))
    const values = symbols.slice(at + stub.length, at + stub.length + width)
    if (values.length < width) throw new Fault('FILE_BROKEN', { part: 'DATA' })
    rows.set(key.join('\0'), values)
  }
  const nameOf = (place: number, index: number): string => {
    const { codes, labels } = dimensions[place]!
    const byLabel = find('KEYS', stub[place])[0]?.toUpperCase() === 'VALUES'
    return (byLabel ? labels[index] : undefined) ?? codes[index]!
  }
  return (index) => {
    let row = Math.floor(index / width)
    const key = stub.map((_, place) => {
      const below = dimensions
        .slice(place + 1, stub.length)
        .reduce((product, { codes }) => product * codes.length, 1)
      const found = Math.floor(row / below)
      row %= below
      return nameOf(place, found)
    })
    const value = rows.get(key.join('\0'))?.[index % width]
    return value === undefined ? { why: 'MISSING', text: '' } : textValue(value)
  }
}
