import type { BudgetFigures } from './figures.ts'
import { Sums } from './sums.ts'

/** Lines that stand together under a name. '' is a section as any other: that of lines without one. */
export interface Section<Line> {
  readonly name: string
  readonly lines: readonly Line[]
}

/** As much of a line as its order depends on. */
interface Sectioned {
  readonly section: string
}

interface Line extends Sectioned {
  readonly id: string
}

/** The sections of a sheet, in the order of their first line, each with its lines in the order given. */
export function sectionsOf<L extends Sectioned>(lines: readonly L[]): Section<L>[] {
  const byName = Map.groupBy(lines, ({ section }) => section)
  return [...byName].map(([name, own]) => ({ name, lines: own }))
}

/** The order of a sheet: section by section. */
export function inSections<L extends Sectioned>(lines: readonly L[]): L[] {
  return sectionsOf(lines).flatMap((section) => section.lines)
}

/**
 * The sheet with a line, new or moved, after another one: first when `afterId` is null, last when there is no
 * such line. The line stays in its own section: put before all of it, it takes the whole section along.
 */
export function putLine<L extends Line>(lines: readonly L[], line: L, afterId: string | null): L[] {
  const others = lines.filter(({ id }) => id !== line.id)
  const anchor = others.findIndex(({ id }) => id === afterId)
  const index = afterId === null ? 0 : anchor < 0 ? others.length : anchor + 1
  return inSections(others.toSpliced(index, 0, line))
}

/**
 * The sheet with a line that has got another section: last in it. A line that makes a new section stays where
 * it stands, or follows what is left of the section that it was in the midst of.
 *
 * @param lines - as they stand, the line still in its old section
 */
export function changeSection<L extends Line>(lines: readonly L[], line: L): L[] {
  const before = lines.find(({ id }) => id === line.id)
  const last = lines.findLast(({ section }) => section === line.section)
  return before?.section === line.section || !last
    ? inSections(lines.map((other) => (other === before ? line : other)))
    : putLine(lines, line, last.id)
}

/** What lines of a budget sum up to: sums of their figures, never a second calculation. */
export interface SectionSums {
  /** Öre. */
  readonly total: number
  /** Öre by participant, in the order of `BudgetFigures.codes`. */
  readonly totals: Float64Array
  /** Öre: what EACH_ALONE left over. */
  readonly difference: number
}

/** The sums of some lines of a budget, such as a section. A line that cannot be calculated is in none. */
export function sectionSums(
  figures: BudgetFigures,
  lines: readonly { readonly id: string }[],
): SectionSums {
  const ids = new Set(lines.map(({ id }) => id))
  const sums = new Sums(new Float64Array(figures.codes.length))
  for (const line of figures.lines) if (ids.has(line.line.id)) sums.add(line)
  const { total, totals, difference } = sums
  return { total, totals, difference }
}
