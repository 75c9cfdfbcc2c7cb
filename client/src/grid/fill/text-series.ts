import type { Language } from '@andel/schema/money'
import { continueDates } from './dates.ts'
import { findMonths, findRing, inCaseOf } from './names.ts'
import { constantStep } from './steps.ts'

/** What a series of texts goes on with. */
export interface TextSeries {
  readonly count: number
  /** The way that a single text counts. */
  readonly alone: 1 | -1
  readonly language: Language
}

/** The texts that follow: dates, months, weekdays, and numbers at the end of a text; nothing without a rule. */
export function continueTexts(
  texts: readonly string[],
  series: TextSeries,
): readonly string[] | undefined {
  return (
    continueDates(texts, series.count, series.alone) ??
    continueNames(texts, series) ??
    continueMonthsOfYears(texts, series) ??
    continueNumbered(texts, series)
  )
}

function continueNames(texts: readonly string[], series: TextSeries) {
  const found = findRing(texts, series.language)
  if (!found) return undefined
  const { names, indices } = found
  const unrolled = unroll(indices, names.length)
  const next = following(unrolled, series)
  return next?.map((index) => inCaseOf(texts[0]!, names[mod(index, names.length)]!))
}

/** "dec 2022" → "jan 2023". */
function continueMonthsOfYears(texts: readonly string[], series: TextSeries) {
  const parts = texts.map((text) => /^(\p{L}+) (\d{4})$/u.exec(text))
  if (!parts.every((part) => part !== null)) return undefined
  const found = findMonths(
    parts.map((part) => part[1]!),
    series.language,
  )
  if (!found) return undefined
  const months = parts.map((part, index) => Number(part[2]) * 12 + found.indices[index]!)
  return following(months, series)?.map((month) => {
    const name = inCaseOf(texts[0]!.split(' ')[0]!, found.names[mod(month, 12)]!)
    return `${name} ${Math.floor(month / 12)}`
  })
}

/** "Rad 1" → "Rad 2"; "Rad 01" → "Rad 02". Below zero it counts up again, as Excel does. */
function continueNumbered(texts: readonly string[], series: TextSeries) {
  const parts = texts.map((text) => /^(.*?)(\d{1,15})$/s.exec(text))
  if (!parts.every((part) => part !== null)) return undefined
  const [first] = parts
  if (!first || parts.some((part) => part[1] !== first[1])) return undefined
  const width = first[2]!.startsWith('0') ? first[2]!.length : 0
  return following(
    parts.map((part) => Number(part[2])),
    series,
  )?.map((number) => first[1] + String(Math.abs(number)).padStart(width, '0'))
}

function following(values: readonly number[], { count, alone }: TextSeries) {
  const step = values.length > 1 ? constantStep(values) : alone
  if (step === undefined) return undefined
  return Array.from({ length: count }, (_, index) => values.at(-1)! + step * (index + 1))
}

/** December is followed by month 12, not by month 0. */
function unroll(indices: readonly number[], length: number): readonly number[] {
  const step = indices.length > 1 ? shortest(indices[1]! - indices[0]!, length) : 1
  return indices.map((index, at) => {
    const expected = indices[0]! + step * at
    return mod(expected - index, length) === 0 ? expected : index
  })
}

/** The shorter way round: from December to January is one step on, not eleven back. */
function shortest(step: number, length: number): number {
  const on = mod(step, length)
  return on > length / 2 ? on - length : on
}

function mod(value: number, length: number): number {
  return ((value % length) + length) % length
}
