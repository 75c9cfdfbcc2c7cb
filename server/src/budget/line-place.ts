import type { Sheet } from './sheet.ts'

const places = new WeakMap<Sheet, Map<string, number>>()

/** Where a line stands in its sheet, by its own id; undefined when it is not there. */
export function linePlace(sheet: Sheet, id: string): number | undefined {
  let known = places.get(sheet)
  if (!known) {
    known = new Map(sheet.lines.map((line, index) => [line.id, index]))
    places.set(sheet, known)
  }
  return known.get(id)
}
