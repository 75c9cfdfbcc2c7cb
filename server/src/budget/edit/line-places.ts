import { generateKeyBetween } from 'fractional-indexing'
import type { BudgetLine } from '../budget-line.entity.ts'
import type { Workbench } from './workbench.ts'

/** Lines whose place must change for a sheet to sort as wanted, with their new places. */
export type NewPlaces = Map<BudgetLine, string>

/**
 * The places that a sheet needs so as to sort as wanted. Only lines of the section of the one that was put or
 * moved can be out of order: when it takes its section along, they follow.
 *
 * @param line - the one that was put or moved; its place is '' when it has none
 */
export function placesFor(wanted: readonly BudgetLine[], line: BudgetLine): NewPlaces {
  const inSection = ({ section }: BudgetLine): boolean => section === line.section
  const start = wanted.findIndex(inSection)
  const end = wanted.findLastIndex(inSection) + 1
  const own = wanted.slice(start, end)
  const above = wanted[start - 1]?.place ?? null
  const below = wanted[end]?.place ?? null
  const stays = (other: BudgetLine): boolean =>
    other !== line && isBetween(above, other.place, below)

  const nexts: (string | null)[] = []
  own.reduceRight<string | null>((next, other, index) => {
    nexts[index] = next
    return stays(other) ? other.place : next
  }, below)

  const places: NewPlaces = new Map()
  let last = above
  own.forEach((other, index) => {
    const next = nexts[index] ?? null
    const fits = stays(other) || isBetween(last, other.place, next)
    if (!fits) places.set(other, generateKeyBetween(last, next))
    last = places.get(other) ?? other.place
  })
  return places
}

function isBetween(above: string | null, place: string, below: string | null): boolean {
  return place !== '' && (above === null || above < place) && (below === null || place < below)
}

/** Puts the lines in an order: logs and sets the places that it takes. */
export function arrange(
  bench: Workbench,
  edit: number,
  wanted: readonly BudgetLine[],
  places: NewPlaces,
): void {
  for (const [line, place] of places) {
    bench.record(bench.lineTouch(edit, line), line, 'place', line.place, place)
    line.place = place
  }
  bench.order = wanted
}

/** Puts a line that is new, or back, in the sheet. Where it stands is part of the line, and not logged by itself. */
export function placeNew(
  bench: Workbench,
  edit: number,
  line: BudgetLine,
  wanted: readonly BudgetLine[],
): void {
  const places = placesFor(wanted, line)
  line.place = places.get(line) ?? line.place
  places.delete(line)
  arrange(bench, edit, wanted, places)
}
