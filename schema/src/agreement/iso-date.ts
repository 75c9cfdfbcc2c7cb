import { Fault } from '../fault.ts'

/** A calendar day. */
export interface Day {
  readonly year: number
  /** 1–12 */
  readonly month: number
  readonly day: number
}

/** @throws {Fault} `BAD_DATE` when it is no day of the calendar written YYYY-MM-DD, from year 1 */
export function parseDay(text: string): Day {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const [year = 0, month = 0, day = 0] = (parts ?? []).slice(1).map(Number)
  const real = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
  if (!real) throw new Fault('BAD_DATE', { text })
  return { year, month, day }
}

/** @throws {Fault} `BAD_DATE` beyond the years 1–9999 */
export function formatDay({ year, month, day }: Day): string {
  if (year < 1 || year > 9999) throw new Fault('BAD_DATE', { year })
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
}

/** The same day of a later month, or the last one of a month that has no such day. */
export function addMonths({ year, month, day }: Day, months: number): Day {
  const count = year * 12 + month - 1 + months
  const then = { year: Math.floor(count / 12), month: (count % 12) + 1 }
  return { ...then, day: Math.min(day, daysIn(then.year, then.month)) }
}

export function addDays(start: Day, days: number): Day {
  let { year, month, day } = { ...start, day: start.day + days }
  while (day > daysIn(year, month)) {
    day -= daysIn(year, month)
    month = (month % 12) + 1
    if (month === 1) year++
  }
  return { year, month, day }
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
