import { formatNumber } from '@andel/schema/money'
import { locales, type Language } from './language.ts'

/** API money (`"-12600.50"`, kronor) as read; öre are written only when there are any. */
export function formatMoney(amount: string, language: Language): string {
  const whole = /^-?\d+(\.0*)?$/.test(amount)
  return formatNumber(amount, { language, decimals: whole ? 0 : 2 })
}

/** A whole number, grouped. */
export function formatCount(n: number, language: Language): string {
  return formatNumber(String(n), { language })
}

/** API per cent (`"4.20"`) with the decimals it came with, or rounded to some. */
export function formatPercent(percent: string, language: Language, decimals?: number): string {
  const figure = formatNumber(percent, {
    language,
    ...(decimals !== undefined && { decimals }),
  })
  return `${figure}\u00a0%`
}

/** An ISO date in words: `3 juni 2022`. */
export function formatDate(on: string, language: Language): string {
  return calendars[language].format(new Date(`${on}T00:00:00Z`))
}

/** An ISO time as date and time of day, where the reader is. */
export function formatMoment(at: string, language: Language): string {
  return clocks[language].format(new Date(at))
}

const calendars = each(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
)
const clocks = each(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }),
)

/** The time of day of an ISO time, where the reader is: `14:05`. */
export function formatTime(at: string, language: Language): string {
  return times[language].format(new Date(at))
}

const times = each((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }))

/** Making an `Intl` format is slow; one for each language is enough. */
function each<Format>(make: (locale: string) => Format): Record<Language, Format> {
  return { sv: make(locales.sv), en: make(locales.en) }
}
