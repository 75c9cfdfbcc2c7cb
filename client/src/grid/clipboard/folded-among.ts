import { isNewRow } from '../change.ts'
import type { Layout } from '../layout.ts'
import type { PastePlan } from './plan-paste.ts'

/** Whether what is pasted passes rows that are folded, or ends before them for want of room. */
export function foldedAmong(
  { changes, skipped, newRows, lost }: Pick<PastePlan, 'changes' | 'skipped' | 'newRows' | 'lost'>,
  layout: Layout,
  closed: ReadonlySet<string>,
): boolean {
  const places = [...changes.map(({ place }) => place), ...skipped]
  const rows = places
    .filter(({ row }) => !isNewRow(row))
    .flatMap((place) => layout.spot(place)?.row ?? [])
  const first = rows.reduce((least, row) => Math.min(least, row), Infinity)
  const last = rows.reduce((most, row) => Math.max(most, row), 0)
  const end = newRows > 0 || lost.rows > 0 ? layout.lines.end : last
  return layout.rows.slice(Math.min(first, end), end).some((row) => closed.has(row))
}
