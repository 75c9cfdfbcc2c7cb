import { formatMoment } from '../../text/format.ts'
import { locales, type Language } from '../../text/language.ts'

/** When a step was made: the time of day, with the date when it was not today. */
export function stepTime(at: string, language: Language, now: Date = new Date()): string {
  const made = new Date(at)
  if (made.toDateString() !== now.toDateString()) return formatMoment(at, language)
  return made.toLocaleTimeString(locales[language], { timeStyle: 'short' })
}
