import type { PopulationDateKind } from '@andel/schema/operations'

/** The series that one can choose, by who has them. */
export const seriesChoices = [
  'SCB_NOVEMBER_1',
  'SCB_DECEMBER_31',
  'SCB_MONTH_END',
  'KOLADA_DECEMBER_31',
] as const
export type SeriesChoice = (typeof seriesChoices)[number]

/** What the API calls a series. */
export function seriesOf(choice: SeriesChoice): {
  office: 'SCB' | 'KOLADA'
  dateKind: PopulationDateKind
} {
  const [office, ...kind] = choice.split('_')
  return { office: office as 'SCB' | 'KOLADA', dateKind: kind.join('_') as PopulationDateKind }
}

/** The first year of which the offices have figures. */
export const firstYears: Readonly<Record<SeriesChoice, number>> = {
  SCB_NOVEMBER_1: 2002,
  SCB_DECEMBER_31: 1968,
  SCB_MONTH_END: 2000,
  KOLADA_DECEMBER_31: 1970,
}

/** The newest year whose figures may be published: those of autumn come in December, those of December in February. */
export function newestYear(choice: SeriesChoice, today: Date): number {
  const year = today.getFullYear()
  const month = today.getMonth() + 1
  if (choice === 'SCB_NOVEMBER_1') return month === 12 ? year : year - 1
  if (choice === 'SCB_MONTH_END') return month > 2 ? year : year - 1
  return month > 2 ? year - 1 : year - 2
}

export type MonthChoice = 'all' | '03' | '06' | '09' | '12'
export const monthChoices: readonly MonthChoice[] = ['all', '03', '06', '09', '12']

/** What is chosen, as typed. */
export interface WantedYears {
  readonly series: SeriesChoice
  readonly from: string
  readonly to: string
  readonly months: MonthChoice
}

const longest = 60

/** The reference dates of the years, or undefined for years that are none, in the wrong order or too many. */
export function datesOf({ series, from, to, months }: WantedYears): string[] | undefined {
  const [first, last] = [from, to].map((text) => (/^\d{4}$/.test(text.trim()) ? Number(text) : NaN))
  const count = last! - first! + 1
  if (!(count >= 1 && count <= longest) || first! < firstYears[series] || last! > 2199) return
  const years = Array.from({ length: count }, (_, index) => first! + index)
  if (series === 'SCB_NOVEMBER_1') return years.map((year) => `${year}-11-01`)
  if (series !== 'SCB_MONTH_END') return years.map((year) => `${year}-12-31`)
  const wanted =
    months === 'all' ? Array.from({ length: 12 }, (_, index) => index + 1) : [Number(months)]
  const dates = years.flatMap((year) => wanted.map((month) => lastDay(year, month)))
  return dates.length <= 400 ? dates : undefined
}

function lastDay(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}
