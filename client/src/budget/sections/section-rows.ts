import { sectionsOf, type Section } from '@andel/schema/budget'
import type { LineGroup } from '../../grid/arrange/applied.ts'
import type { PlacedLine } from './reorder.ts'

const prefix = 'section '

/** The row that heads a section; '' is the section of lines without one. */
export function sectionRow(name: string): string {
  return prefix + name
}

/** The section that a row heads; nothing for any other row. */
export function headedSection(row: string): string | undefined {
  return row.startsWith(prefix) ? row.slice(prefix.length) : undefined
}

/** Whether any line stands in a section with a name. Otherwise a sheet shows nothing of sections. */
export function hasSections(lines: readonly PlacedLine[]): boolean {
  return lines.some(({ section }) => section !== '')
}

/** The lines of a sheet in groups with headers; in one without a header when no section has a name. */
export function sectionGroups(lines: readonly PlacedLine[]): readonly LineGroup[] {
  const isHeaded = hasSections(lines)
  return sectionsOf(lines).map(({ name, lines: own }) => ({
    header: isHeaded ? sectionRow(name) : undefined,
    lines: own.map(({ id }) => id),
  }))
}

/** The section of some lines when it is the same for all. */
export function commonSection(
  sections: readonly Section<PlacedLine>[],
  ids: readonly string[],
): string | undefined {
  const own = sections.filter(({ lines }) => lines.some(({ id }) => ids.includes(id)))
  return own.length === 1 ? own[0]?.name : undefined
}
