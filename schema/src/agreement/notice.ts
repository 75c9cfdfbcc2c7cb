import { Fault } from '../fault.ts'
import { addDays, addMonths, formatDay, parseDay } from './iso-date.ts'

/**
 * When a notice takes effect: the last day on which the party that gave it is still liable. The period runs
 * from the day of the notice to the day with the same number, or to the last of a month that has no such day.
 *
 * @example noticeTakesEffect('2022-03-15', 'P1Y') // '2023-03-15'
 * @param noticePeriod - ISO 8601 duration of years, months and days: P1Y, P6M, P1Y6M, P90D
 * @throws {Fault} `BAD_DATE`; `BAD_INPUT` when the period is no such duration
 */
export function noticeTakesEffect(noticeDate: string, noticePeriod: string): string {
  const parts = /^P(?=\d)(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/.exec(noticePeriod)
  if (!parts) throw new Fault('BAD_INPUT', { duration: noticePeriod })
  const [years = 0, months = 0, days = 0] = parts.slice(1).map((part) => Number(part ?? 0))
  return formatDay(addDays(addMonths(parseDay(noticeDate), years * 12 + months), days))
}
