import { formatDecimal } from '@andel/schema/money'
import { divideRounded, rescale, type Scaled } from '../exact-decimal.ts'

/** What a double can be trusted with, and what Excel and LibreOffice show of it when a cell is edited. */
const significant = 15

/**
 * A number as programs write a double: "12600", "-35.01", "1.5E-7", "0.30000000000000004".
 *
 * @returns nothing when it is no number, or one that needs all the digits of a double: a quotient
 */
export function readProgramNumber(text: string): Scaled | undefined {
  const parts = /^([-+]?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d{1,3}))?$/.exec(text.trim())
  if (!parts) return undefined
  const [, sign = '', whole = '', fraction = '', power = '0'] = parts
  const digits = BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`)
  const value = scaleBy({ digits, places: fraction.length }, Number(power))
  const length = String(digits < 0n ? -digits : digits).length
  if (length < significant) return value
  const rounded = roundTo(value, Math.max(value.places - (length - significant), 0))
  const told = exactText(rounded).replace(/\D/g, '').replace(/^0+/, '')
  return told.length < significant ? rounded : undefined
}

/** As `CellContent` has it, without zeros at its end: "-35.01". */
export function exactText({ digits, places }: Scaled): string {
  return formatDecimal(digits, places)
}

/** Times 10 to a power. */
export function scaleBy({ digits, places }: Scaled, power: number): Scaled {
  const left = places - power
  return left >= 0 ? { digits, places: left } : { digits: digits * 10n ** BigInt(-left), places: 0 }
}

/** With so many places, rounded half away from zero. */
export function roundTo(value: Scaled, places: number): Scaled {
  if (places >= value.places) return { digits: rescale(value, places), places }
  return { digits: divideRounded(value.digits, 10n ** BigInt(value.places - places)), places }
}
