/** How many municipalities a picture names when there are too many. */
export const namedAtMost = 20

/**
 * The first items by themselves and the rest together.
 *
 * @param most - how many to name; a rest of one is named, too
 */
export function foldRest<Item>(
  items: readonly Item[],
  most: number,
): { readonly named: readonly Item[]; readonly rest: readonly Item[] } {
  const count = items.length <= most + 1 ? items.length : most
  return { named: items.slice(0, count), rest: items.slice(count) }
}
