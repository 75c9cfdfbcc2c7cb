import { bareNumber, type Language } from '@andel/schema/money'
import { toScaled, type Scaled } from '../exact-decimal.ts'
import type { ShownCell } from './html-table.ts'
import { exactText, readProgramNumber, roundTo, scaleBy } from './program-number.ts'

const shownNumber = /^([-+\u2212\u2011\u2013(]?)\s*(\d[\d \u00a0\u202f.,']*)\)?\s*([^\d\s()]*)$/

/**
 * The text to paste for a cell whose exact number is told beside what is shown.
 *
 * The exact number is taken where what is shown is a rounding of it: as it is, in thousands, in millions or
 * in per cent. A date, a time or a year is a number of days to LibreOffice and stays what is shown. So does
 * the endless tail of a quotient (fifteen digits and more): nobody typed it.
 *
 * @returns bare: hyphen-minus, one decimal mark, the unit as shown; nothing when what is shown is to be taken
 */
export function takeExact({ text, number }: ShownCell, language: Language): string | undefined {
  const exact = number === undefined ? undefined : readProgramNumber(number)
  const parts = shownNumber.exec(text.trim())
  if (!exact || !parts) return undefined
  const [, , digits = '', suffix = ''] = parts
  const written = (value: Scaled, unit: string): string => {
    const bare = bareNumber(exactText(value), language)
    return unit === '' || unit === '%' ? bare + unit : `${bare} ${unit}`
  }
  const fits = (value: Scaled): boolean =>
    readings(digits).some((shown) => isRounding(shown, value))

  if (suffix === '%') {
    const percent = scaleBy(exact, 2)
    return fits(percent) ? written(percent, '%') : undefined
  }
  if (fits(exact)) return written(exact, suffix)
  return fits(scaleBy(exact, -3)) || fits(scaleBy(exact, -6)) ? written(exact, '') : undefined
}

/** The last mark may part the decimals or, like the others, groups. */
function readings(digits: string): readonly Scaled[] {
  const last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'))
  const whole = digits.replace(/\D/g, '')
  if (last < 0) return [toScaled(whole)]
  const decimals = digits.slice(last + 1).replace(/\D/g, '')
  const parted = `${whole.slice(0, whole.length - decimals.length)}.${decimals || '0'}`
  return [toScaled(parted), toScaled(whole)]
}

/** The sign is no part of it: it may be shown by a colour or by brackets. */
function isRounding(shown: Scaled, exact: Scaled): boolean {
  const size = exact.digits < 0n ? { ...exact, digits: -exact.digits } : exact
  return roundTo(size, shown.places).digits === shown.digits
}
