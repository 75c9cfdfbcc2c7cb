import { locales, type Language } from './language.ts'

/** API money (`"-12600.50"`, kronor) as read: exact, since `Intl` takes the digits as text. */
export function formatMoney(amount: string, language: Language): string {
  const whole = /^-?\d+(\.0*)?$/.test(amount)
  return numbers(language, whole ? 0 : 2).format(amount as Intl.StringNumericLiteral)
}

/** A whole number, grouped. */
export function formatCount(n: number, language: Language): string {
  return numbers(language, 0).format(n)
}

/** API per cent (`"4.20"`) with the decimals it came with. */
export function formatPercent(percent: string, language: Language): string {
  const decimals = percent.split('.')[1]?.length ?? 0
  return `${numbers(language, decimals).format(percent as Intl.StringNumericLiteral)}\u00a0%`
}

/** An ISO date in words: `3 juni 2022`. */
export function formatDate(on: string, language: Language): string {
  return calendar(language).format(new Date(`${on}T00:00:00Z`))
}

/** An ISO time as date and time of day, where the reader is. */
export function formatMoment(at: string, language: Language): string {
  return clock(language).format(new Date(at))
}

const numbers = remember(
  (language, decimals) =>
    new Intl.NumberFormat(locales[language], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }),
)
const calendar = remember(
  (language) => new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }),
)
const clock = remember(
  (language) =>
    new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeStyle: 'short' }),
)

/** Making an `Intl` format is slow; one of each is enough. */
function remember<Made>(make: (language: Language, decimals: number) => Made) {
  const made = new Map<string, Made>()
  return (language: Language, decimals = 0): Made => {
    const name = `${language} ${decimals}`
    const format = made.get(name) ?? make(language, decimals)
    made.set(name, format)
    return format
  }
}
