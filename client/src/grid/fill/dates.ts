import { constantStep } from './steps.ts'

const day = 86_400_000

/**
 * The ISO dates that follow: by whole months (or years) when they fall on one day of the month or on the
 * last, else by days; nothing when they follow no rule.
 */
export function continueDates(
  texts: readonly string[],
  count: number,
  alone: 1 | -1,
): readonly string[] | undefined {
  const dates = texts.map(readDate)
  if (!dates.every((date) => date !== undefined)) return undefined
  const [first] = dates
  if (!first) return undefined
  const all = Array.from({ length: count }, (_, index) => dates.length + index)

  const monthStep = dates.length > 1 ? constantStep(dates.map(monthOf)) : undefined
  const onOneDay = dates.every((date) => date.getUTCDate() === first.getUTCDate())
  if (monthStep && (onOneDay || dates.every(isLastOfMonth))) {
    return all.map((index) => isoDate(onDay(first, monthStep * index, dates.every(isLastOfMonth))))
  }
  const days = dates.map((date) => date.getTime() / day)
  const step = days.length > 1 ? constantStep(days) : alone
  if (step === undefined) return undefined
  return all.map((index) => isoDate(new Date(first.getTime() + index * step * day)))
}

function readDate(text: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const date = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || isoDate(date) !== text ? undefined : date
}

function isoDate(date: Date): string {
  return date.toISOString().slice(0, 10)
}

function monthOf(date: Date): number {
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

function isLastOfMonth(date: Date): boolean {
  return new Date(date.getTime() + day).getUTCDate() === 1
}

/** So many months later on the same day; on the last of the month when it is shorter, or when that is the rule. */
function onDay(date: Date, months: number, last: boolean): Date {
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months]
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, last ? lastDay : Math.min(date.getUTCDate(), lastDay)))
}
