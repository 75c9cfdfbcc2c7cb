import { sectionsOf, sectionSums, type BudgetFigures, type SectionSums } from '@andel/schema/budget'
import type { SheetLine } from '../sheet/sheet.ts'
import { headedSection } from './section-rows.ts'

/** A section as its header shows it. */
export interface SectionView {
  readonly name: string
  readonly lines: readonly SheetLine[]
  /** The sums of its lines, as they are now on screen. */
  sums(): SectionSums
}

/** What headers read: sections by how they are meant, which do not move while something is typed. */
export function sectionViews(lines: () => readonly SheetLine[], figures: () => BudgetFigures) {
  let known: readonly SheetLine[] | undefined
  let byName = new Map<string, SectionView>()

  /** The section that a row heads; nothing for any other row. */
  return (row: string): SectionView | undefined => {
    const name = headedSection(row)
    if (name === undefined) return undefined
    const now = lines()
    if (now !== known) {
      known = now
      byName = new Map(
        sectionsOf(now).map((section) => [section.name, viewOf(section.name, section.lines)]),
      )
    }
    return byName.get(name)
  }

  function viewOf(name: string, own: readonly SheetLine[]): SectionView {
    let counted: BudgetFigures | undefined
    let sums: SectionSums | undefined
    return {
      name,
      lines: own,
      sums() {
        const now = figures()
        if (!sums || counted !== now) sums = sectionSums(now, own)
        counted = now
        return sums
      },
    }
  }
}
