/**
 * Where a moment lies among the changes of a budget.
 *
 * @param stops - oldest first
 * @returns the index of the newest change that had been made, −1 before the first
 */
export function stopAt(stops: readonly { readonly sequence: number }[], sequence: number): number {
  return stops.findLastIndex((stop) => stop.sequence <= sequence)
}

/**
 * The next moment with a name in one direction.
 *
 * @param marks - numbers of the newest change of each named moment, in any order
 * @returns its number; nothing when there is none on that side
 */
export function nextMark(
  marks: readonly number[],
  from: number,
  way: 'older' | 'newer',
): number | undefined {
  const sorted = marks.toSorted((a, b) => a - b)
  return way === 'newer'
    ? sorted.find((sequence) => sequence > from)
    : sorted.findLast((sequence) => sequence < from)
}
