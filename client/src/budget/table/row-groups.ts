import { sectionsOf, sectionSums, type SectionSums } from '@andel/schema/budget'
import type { SheetView } from '../figures/sheet-view.ts'
import { lineName } from '../held-words.ts'
import type { SheetVoice } from '../useVoice.ts'

/** A line by its number and its name. */
export interface TableLine {
  readonly id: string
  /** From 1. */
  readonly number: number
  readonly name: string
}

/** Lines that stand together. */
export interface RowGroup {
  /** Of a section; empty for the lines without one. */
  readonly name: string
  readonly lines: readonly TableLine[]
  /** Unless no line has a section: the sum of the budget is theirs then. */
  readonly sums: SectionSums | undefined
}

/** The lines of a sheet, section by section. */
export function rowGroups(
  { sheet, figures, rows }: SheetView,
  voice: Pick<SheetVoice, 't'>,
): readonly RowGroup[] {
  const sections = sectionsOf(sheet.lines)
  const isParted = sections.some(({ name }) => name !== '')
  return sections.map(({ name, lines }) => ({
    name,
    lines: lines.map(({ id, description }) => ({
      id,
      number: (rows.get(id)?.index ?? 0) + 1,
      name: description || lineName(id, sheet, voice),
    })),
    sums: isParted ? sectionSums(figures, lines) : undefined,
  }))
}
