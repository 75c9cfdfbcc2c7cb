import { type Attributes, readMarkup } from './read-markup.ts'
import type { Reading } from './reading.ts'

/** Built-in number formats of a day: 14–17 and 22, and those of East Asia. */
const builtIn = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
])

/** Which cell styles of a workbook show a date: their indexes, as a cell's `s` has them. */
export async function readDateStyles(
  styles: Uint8Array | undefined,
  reading: Reading,
): Promise<ReadonlySet<number>> {
  const dates = new Set(builtIn)
  const found = new Set<number>()
  let inCellStyles = false
  let index = 0
  const open = (name: string, { numFmtId, formatCode }: Attributes): void => {
    if (name === 'numFmt' && isDateFormat(formatCode ?? '')) dates.add(Number(numFmtId))
    if (name === 'cellXfs') inCellStyles = true
    if (name !== 'xf' || !inCellStyles) return
    if (dates.has(Number(numFmtId))) found.add(index)
    index += 1
  }
  const close = (name: string): void => {
    if (name === 'cellXfs') inCellStyles = false
  }
  if (styles) await readMarkup(styles, { open, close }, reading)
  return found
}

/** Year or day in a number format, apart from what it quotes: "# ##0 kr" and "[Red]0" have neither. */
const isDateFormat = (format: string): boolean =>
  /[yd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/General/gi, ''))

const day = 86_400_000

/**
 * A serial number as a date.
 *
 * @returns ISO date; undefined for a time of day, or a day that no calendar has (1900-02-29 and before)
 */
export function dateOfSerial(serial: number, since1904: boolean): string | undefined {
  if (!Number.isInteger(serial) || serial < (since1904 ? 0 : 61) || serial > 2_958_465)
    return undefined
  const start = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  return new Date(start + serial * day).toISOString().slice(0, 10)
}
