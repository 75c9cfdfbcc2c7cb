import type { Arrangement, Direction } from './arrangement.ts'

/** What has been done to an arrangement, for whoever cannot see it. Columns by id. */
export type ToldChange =
  | { readonly kind: 'sorted'; readonly column: string; readonly direction: Direction }
  | { readonly kind: 'width'; readonly column: string; readonly width: number }
  | { readonly kind: 'hidden'; readonly column: string }
  | { readonly kind: 'unsorted' | 'filtered' | 'shown' | 'frozen' }

/** The first thing that differs; nothing when it is only the order of the columns, or nothing at all. */
export function toldChange(before: Arrangement, after: Arrangement): ToldChange | undefined {
  if (before.filters !== after.filters) return { kind: 'filtered' }
  if (before.sort !== after.sort) {
    return after.sort ? { kind: 'sorted', ...after.sort } : { kind: 'unsorted' }
  }
  const hidden = after.hidden.find((id) => !before.hidden.includes(id))
  if (hidden !== undefined) return { kind: 'hidden', column: hidden }
  if (before.hidden.length > after.hidden.length) return { kind: 'shown' }
  if (before.frozen !== after.frozen) return { kind: 'frozen' }
  const resized = Object.entries(after.widths).find(([id, width]) => before.widths[id] !== width)
  return resized && { kind: 'width', column: resized[0], width: resized[1] }
}
