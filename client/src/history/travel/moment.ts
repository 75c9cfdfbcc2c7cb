import { Fault } from '@andel/schema/fault'
import type { BudgetMomentInput } from '@andel/schema/operations'
import type { Failure } from '../../api/index.ts'

/** A moment as it stands in an address: `?pa=118`, `?version=…`, `?datum=2022-06-03`. Never changed: links are kept. */
export type MomentQuery = Readonly<Record<string, unknown>>

/** The moment that the query of an address asks for; nothing when it asks for none, or for one that is none. */
export function momentOf({ pa, version, datum }: MomentQuery): BudgetMomentInput | undefined {
  if (typeof pa === 'string' && /^\d{1,9}$/.test(pa)) return { sequence: Number(pa) }
  if (typeof version === 'string' && version !== '') return { version }
  return typeof datum === 'string' ? endOfDay(datum) : undefined
}

const noMoment = new Set(['BAD_MOMENT', 'BAD_INPUT', 'NOT_FOUND'])

/** Whether a moment failed to come because there is none, which asking again does not change. */
export function isNoMoment(failure: Failure | undefined): boolean {
  return failure instanceof Fault && noMoment.has(failure.code)
}

/** The last moment of a day where the reader is; of today, this one. */
export function endOfDay(day: string, now = new Date()): BudgetMomentInput | undefined {
  const end = new Date(`${day}T23:59:59.999`)
  if (Number.isNaN(end.getTime())) return undefined
  return { time: (end < now ? end : now).toISOString() }
}

/** The day of a time where the reader is: `2022-06-03`. */
export function dayOf(at: string): string {
  const day = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}
