import type { MunicipalityCode } from '../allocation/key.ts'
import { formatDecimal, fixedDecimal } from '../money/decimal.ts'
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
  readonly number: (value: bigint | number) => string
  /** Öre as "12 600,00 kr". */
  readonly money: (ore: number) => string
  /** A written number with the currency. */
  readonly inCurrency: (written: string) => string
  /** An exact decimal, as it is. */
  readonly decimal: (exact: string) => string
  /** An exact decimal of per cent: "4,2 %". */
  readonly percent: (exact: string) => string
  /** numerator / denominator, to so many decimals, cut; trailing zeros dropped. */
  readonly quotient: (numerator: bigint, denominator: bigint, places: number) => string
  /** weight / sum in per cent, to four decimals, half up. */
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
  const percent = (exact: string) => `${decimal(exact)}\u00a0%`
  const name = (code: MunicipalityCode) => names[code] ?? code
  return {
    words,
    number: (value) => decimal(value.toString()),
    money: (ore) => inCurrency(decimal(fixedDecimal(ore, 2))),
    inCurrency,
    decimal,
    percent,
    share: (weight, sum) => percent(fixedDecimal((2n * 1_000_000n * weight + sum) / (2n * sum), 4)),
    quotient: (numerator, denominator, places) =>
      decimal(formatDecimal((numerator * 10n ** BigInt(places)) / denominator, places)),
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
