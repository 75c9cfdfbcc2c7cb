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

/** The number of a moment as the log has it: that of the newest change of the budget itself, as the log counts those of all budgets. */
export function changeNumber(
  stops: readonly { readonly sequence: number }[],
  { sequence }: { readonly sequence: number },
): number {
  return stops[stopAt(stops, sequence)]?.sequence ?? sequence
}

interface Made {
  readonly entity: string
  readonly field: string
  readonly batch: string
}

/** The changes whose moments can be shown: from when the budget was made, with all that was made at once. */
export function sinceMade<Stop extends Made>(stops: readonly Stop[]): readonly Stop[] {
  const made = stops.find(({ entity, field }) => entity === 'Budget' && field === '+')
  return made ? stops.slice(stops.findLastIndex(({ batch }) => batch === made.batch)) : stops
}
