import { PopulationDateKind } from './population-date-kind.ts'

/** What a code of time is: a day, or a year, quarter or month of which somebody must know the day. */
export type TimeCode =
  | { readonly form: 'day' | 'quarter' | 'month'; readonly on: string }
  | { readonly form: 'year'; readonly year: string }

const day = /^(\d{4})(-?)(\d{2})\2(\d{2})(?:[T ]00:00.*)?$/
const month = /^(\d{4})[M-](0[1-9]|1[0-2])$/
const quarter = /^(\d{4})[KQ]([1-4])$/
const year = /^(1[89]\d{2}|2[01]\d{2})$/

/** Undefined for what is no time: "2021", "2021M03", "2021K1", "2021-03-31". */
export function readTimeCode(text: string): TimeCode | undefined {
  const code = text.trim().toUpperCase()
  const found = day.exec(code)
  if (found) {
    const on = [found[1], found[3], found[4]].join('-')
    return new Date(`${on}T00:00Z`).toJSON()?.startsWith(on) ? { form: 'day', on } : undefined
  }
  const [, monthYear, monthNumber] = month.exec(code) ?? []
  if (monthYear) return { form: 'month', on: lastDay(monthYear, Number(monthNumber)) }
  const [, quarterYear, number] = quarter.exec(code) ?? []
  if (quarterYear) return { form: 'quarter', on: lastDay(quarterYear, Number(number) * 3) }
  return year.test(code) ? { form: 'year', year: code } : undefined
}

/** The day that a time means; undefined when the kind does not fit it. */
export function dayOf(time: TimeCode, kind: PopulationDateKind | undefined): string | undefined {
  if (time.form === 'year') {
    if (kind === PopulationDateKind.NOVEMBER_1) return `${time.year}-11-01`
    return kind === PopulationDateKind.DECEMBER_31 ? `${time.year}-12-31` : undefined
  }
  return time.form !== 'month' || kind === PopulationDateKind.MONTH_END ? time.on : undefined
}

/** The code of a day in a series of a kind: the other way round. */
export function timeCodeOf(on: string, kind: PopulationDateKind): string {
  return kind === PopulationDateKind.MONTH_END
    ? `${on.slice(0, 4)}M${on.slice(5, 7)}`
    : on.slice(0, 4)
}

function lastDay(inYear: string, inMonth: number): string {
  return new Date(Date.UTC(Number(inYear), inMonth, 0)).toISOString().slice(0, 10)
}
