import type { AmountStep, MunicipalityCode } from '../allocation/key.ts'
import { oreInStep } from '../allocation/rounding-steps.ts'
import { fixedDecimal, formatDecimal } from '../money/decimal.ts'
import { formatNumber } from '../money/format-number.ts'
import type { Language } from '../money/language.ts'
import { en } from './en.ts'
import type { Provenance } from './provenance.ts'
import { sv } from './sv.ts'
import type { Words } from './words.ts'

/** More receivers than this are counted, not named. */
const mostNames = 8

/** Words of a language together with how it writes figures, dates and names. */
export interface Voice {
  readonly words: Words
  /** A whole number, or one of so many decimal places. */
  readonly number: (value: bigint | number, places?: number) => string
  /** Öre as "12 600,00 kr". */
  readonly money: (ore: number) => string
  /** A written number with the currency. */
  readonly inCurrency: (written: string) => string
  /** What amounts are rounded to: "hela ören". */
  readonly units: (step: AmountStep) => string
  /** An exact decimal of per cent: "4,2 %". */
  readonly percent: (exact: string) => string
  /** numerator / denominator to four decimals: "41,5", rounded, or "cirka 41,707" when that is not all of it. */
  readonly quotient: (numerator: bigint, denominator: bigint) => string
  /** weight / sum in per cent to four decimals, half up: "12,5 %", or "cirka 4,1707 %". */
  readonly share: (weight: bigint, sum: bigint) => string
  readonly date: (iso: string) => string
  readonly name: (code: MunicipalityCode) => string
  readonly names: (codes: readonly MunicipalityCode[]) => string
}

export function voiceOf(
  language: Language,
  { currency, names }: Pick<Provenance, 'currency' | 'names'>,
): Voice {
  const words = language === 'sv' ? sv : en
  const decimal = (exact: string) => formatNumber(exact, { language })
  const inCurrency = (written: string) => `${written}\u00a0${words.currency(currency)}`
  const money = (ore: number) => inCurrency(decimal(fixedDecimal(ore, 2)))
  const percent = (exact: string) => `${decimal(exact)}\u00a0%`
  const aboutUnless = (isExact: boolean, written: string) =>
    isExact ? written : words.about + written
  const name = (code: MunicipalityCode) => names[code] ?? code
  return {
    words,
    number: (value, places = 0) => decimal(formatDecimal(value, places)),
    money,
    inCurrency,
    units: (step) =>
      currency === 'SEK' ? words.kronorSteps[step] : words.multiplesOf(money(oreInStep[step])),
    percent,
    quotient: (numerator, denominator) => {
      const scaled = numerator * 10_000n
      const nearest = (2n * scaled + denominator) / (2n * denominator)
      // 40.99999 has not reached 41, and must not look as if it had
      const passed = nearest / 10_000n > numerator / denominator
      const written = decimal(formatDecimal(passed ? scaled / denominator : nearest, 4))
      return aboutUnless(scaled % denominator === 0n, written)
    },
    share: (weight, sum) => {
      const scaled = weight * 1_000_000n
      const written = percent(formatDecimal((2n * scaled + sum) / (2n * sum), 4))
      return aboutUnless(scaled % sum === 0n, written)
    },
    date: (iso) => {
      const [year = '', month, day] = iso.split('-')
      return words.date(year, Number(month), Number(day))
    },
    name,
    names: (codes) =>
      codes.length > mostNames
        ? words.participants(decimal(String(codes.length)))
        : words.list(codes.map(name)),
  }
}
