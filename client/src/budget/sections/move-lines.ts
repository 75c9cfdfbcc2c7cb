import { changeSection, sectionsOf } from '@andel/schema/budget'
import type { Edit } from '../sheet/edit.ts'
import { reorder, type PlacedLine } from './reorder.ts'

/** Where lines are put: in a section, after one of its lines; first in it when null. */
export interface LineTarget {
  readonly section: string
  readonly afterLineId: string | null
}

/** The edits that put lines at a place, together and in their order; they take the section they come to. */
export function moveLines(
  lines: readonly PlacedLine[],
  ids: readonly string[],
  { section, afterLineId }: LineTarget,
): readonly Edit[] {
  const isMoved = ({ id }: PlacedLine): boolean => ids.includes(id)
  const moved = lines.filter(isMoved).map((line) => ({ ...line, section }))
  const sections = sectionsOf(lines).map((one) => {
    if (one.name !== section) return one.lines.filter((line) => !isMoved(line))
    const others = one.lines.filter((line) => !isMoved(line))
    return others.toSpliced(placeAfter(one.lines, others, afterLineId), 0, ...moved)
  })
  return [
    ...setSection(lines, ids, section),
    ...reorder(placed(lines, ids, section), sections.flat()),
  ]
}

/** Counted among the others: what is put after a line that moves as well comes after those above it. */
function placeAfter(
  all: readonly PlacedLine[],
  others: readonly PlacedLine[],
  afterLineId: string | null,
): number {
  const anchor = all.findIndex(({ id }) => id === afterLineId)
  const above = all.slice(0, anchor + 1)
  return others.filter((line) => above.includes(line)).length
}

/** The edits that bring a section right after another; first of all when that is undefined. */
export function moveSection(
  lines: readonly PlacedLine[],
  name: string,
  after: string | undefined,
): readonly Edit[] {
  if (name === after) return []
  const sections = sectionsOf(lines)
  const own = sections.filter((section) => section.name === name)
  const others = sections.filter((section) => section.name !== name)
  const index = others.findIndex((section) => section.name === after) + 1
  const wanted = others.toSpliced(index, 0, ...own)
  return reorder(
    lines,
    wanted.flatMap((section) => section.lines),
  )
}

/** The edits that put lines in a section; where they come in it follows from that. */
export function setSection(
  lines: readonly PlacedLine[],
  ids: readonly string[],
  section: string,
): readonly Edit[] {
  return lines
    .filter((line) => ids.includes(line.id) && line.section !== section)
    .map(({ id }) => ({ kind: 'setLine', lineId: id, fields: { section } }))
}

/** The lines as they stand once some have been put in a section. */
function placed(
  lines: readonly PlacedLine[],
  ids: readonly string[],
  section: string,
): readonly PlacedLine[] {
  return setSection(lines, ids, section).reduce<readonly PlacedLine[]>((now, edit) => {
    const line = now.find(({ id }) => 'lineId' in edit && id === edit.lineId)
    return line ? changeSection(now, { ...line, section }) : now
  }, lines)
}
