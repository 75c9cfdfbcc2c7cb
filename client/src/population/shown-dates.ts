/** How many reference dates are shown until somebody asks for all of them. */
export const datesAtFirst = 8

/**
 * Reference dates from the newest to the oldest, each with whether it is shown.
 *
 * @param known - those that have figures
 * @param wanted - those that are always shown: newly added, or with drafts; they may be new
 */
export function shownDates(
  known: readonly string[],
  wanted: ReadonlySet<string>,
  all: boolean,
): readonly { readonly on: string; readonly shown: boolean }[] {
  const newestFirst = known.toSorted().toReversed()
  const first = new Set(all ? known : newestFirst.slice(0, datesAtFirst))
  return [...new Set([...known, ...wanted])]
    .toSorted()
    .toReversed()
    .map((on) => ({ on, shown: first.has(on) || wanted.has(on) }))
}
