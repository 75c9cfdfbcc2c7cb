import { type Column, ColumnKind, asText, isNumber } from '../column.ts'
import { TableFault } from '../table-fault.ts'

/** Places of the formats in `styles` of parts.ts. */
export const style = { plain: 0, head: 1, money: 2, text: 3, date: 4, dateTime: 5 } as const

const longestText = 32_767
/** Excel counts with doubles: more digits than this would be changed. */
const exactDigits = 15

/** The content of a cell as XML, without its address; '' for none. */
export type CellWriter = (value: unknown, address: string) => string

/** How the cells of a column are written. */
export function cellWriter(column: Column): CellWriter {
  const { kind } = column
  const asTextCell: CellWriter = (value, address) =>
    textCell(asText(value), address, style.text, column.name)
  const asTyped = typedCell(kind)
  return (value, address) => {
    if (value === null || value === undefined) return ''
    return asTyped(asText(value), address) ?? asTextCell(value, address)
  }
}

/** Undefined when the value has to be a text after all. */
function typedCell(kind: ColumnKind): (text: string, address: string) => string | undefined {
  if (isNumber(kind)) {
    const format = kind === ColumnKind.MONEY ? style.money : style.plain
    return (text, address) => (isExact(text) ? numberCell(text, address, format) : undefined)
  }
  if (kind === ColumnKind.DATE) return (text, address) => dateCell(text, address, style.date)
  if (kind === ColumnKind.DATE_TIME) {
    return (text, address) => dateCell(text, address, style.dateTime)
  }
  if (kind === ColumnKind.BOOLEAN) {
    return (text, address) => `<c r="${address}" t="b"><v>${text === 'true' ? 1 : 0}</v></c>`
  }
  return () => undefined
}

function numberCell(text: string, address: string, format: number): string {
  return `<c r="${address}" s="${format}"><v>${text}</v></c>`
}

function isExact(text: string): boolean {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return false
  const [whole, decimals = ''] = text.replace('-', '').split('.')
  const digits = (whole! + decimals.replace(/0+$/, '')).replace(/^0+/, '')
  return digits.length <= exactDigits
}

const dayLength = 86_400_000
const dayZero = Date.UTC(1899, 11, 30)
/** Before it Excel believes in a 29 February 1900 that never was. */
const firstSureDay = 61

function dateCell(text: string, address: string, format: number): string | undefined {
  const serial = (Date.parse(text) - dayZero) / dayLength
  if (!(serial >= firstSureDay)) return undefined
  return numberCell(String(Math.round(serial * 86_400_000) / 86_400_000), address, format)
}

/** A text, with what XML cannot hold left out. Never a formula, whatever it begins with. */
export function textCell(text: string, address: string, format: number, column: string): string {
  if (text.length > longestText)
    throw new TableFault('TEXT_TOO_LONG', { column, most: longestText })
  return `<c r="${address}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`
}

// eslint-disable-next-line no-control-regex -- what XML 1.0 forbids
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Text inside XML as Excel reads it: `_x0041_` would be an A to it, and a line ends with a line feed. */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(forbidden, '')
    .replace(/[&<>"]/g, (sign) => entities[sign]!)
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
}
