import { putLine, sectionsOf } from '@andel/schema/budget'
import type { Edit } from '../sheet/edit.ts'

/** As much of a line as its place depends on. */
export interface PlacedLine {
  readonly id: string
  readonly section: string
}

type MoveEdit = Extract<Edit, { kind: 'moveLine' }>

/**
 * The moves that bring lines into another order, as few as there can be within a section.
 *
 * A section is moved by its first line, which takes the others along; that leads upwards only, so that a
 * section which comes further down is passed by those below it.
 *
 * @param wanted - the same lines, section by section
 */
export function reorder<Line extends PlacedLine>(
  lines: readonly Line[],
  wanted: readonly Line[],
): readonly MoveEdit[] {
  const edits: MoveEdit[] = []
  let now = lines
  const move = (line: Line, afterLineId: string | null): void => {
    edits.push({ kind: 'moveLine', lineId: line.id, afterLineId })
    now = putLine(now, line, afterLineId)
  }

  sectionsOf(wanted).forEach(({ name }, index) => {
    const sections = sectionsOf(now)
    const found = sections.find((section) => section.name === name)?.lines[0]
    if (!found || sections[index]?.name === name) return
    move(found, sections[index - 1]?.lines.at(-1)?.id ?? null)
  })

  const places = new Map(now.map(({ id }, index) => [id, index]))
  const stays = longestRise(wanted.map(({ id }) => places.get(id) ?? -1))
  wanted.forEach((line, index) => {
    if (!stays.has(index)) move(line, wanted[index - 1]?.id ?? null)
  })
  return edits
}

/** Where the numbers stand that make up the longest run which only rises, others left out. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  /** By length of run, less one: where the run with the lowest last number ends. */
  const ends: number[] = []
  const before: (number | undefined)[] = []
  numbers.forEach((number, index) => {
    const found = ends.findIndex((end) => numbers[end]! >= number)
    const length = found < 0 ? ends.length : found
    before[index] = ends[length - 1]
    ends[length] = index
  })
  const run = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = before[at]) run.add(at)
  return run
}
