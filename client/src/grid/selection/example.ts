import type { CellPlace } from '../cell.ts'
import { Layout } from '../layout.ts'

/** Two rows above, five lines, two rows below; five columns. */
export const sheet = new Layout(
  ['head', 'share'],
  ['1', '2', '3', '4', '5'],
  ['sum', 'each'],
  ['a', 'b', 'c', 'd', 'e'],
)

/** `at('b3')` is column b of line 3. */
export function at(name: string): CellPlace {
  return { column: name.slice(0, 1), row: name.slice(1) }
}

export function nameOf(place: CellPlace | undefined): string | undefined {
  return place && place.column + place.row
}
