/**
 * Moves labels apart until each has its room, as little as it takes; their order stays.
 *
 * @param wanted - where each would like to be, in rising order
 * @param room - the least distance between two
 * @param ends - where the first and the last may be at the outermost; given up when there is no room for all
 */
export function spread(
  wanted: readonly number[],
  room: number,
  [first, last]: readonly [number, number],
): number[] {
  const places = [...wanted]
  for (let index = 0; index < places.length; index++) {
    const least = index === 0 ? first : places[index - 1]! + room
    places[index] = Math.max(places[index]!, least)
  }
  const end = Math.max(last, first + (places.length - 1) * room)
  for (let index = places.length - 1; index >= 0; index--) {
    const most = index === places.length - 1 ? end : places[index + 1]! - room
    places[index] = Math.min(places[index]!, most)
  }
  return places
}
