import { lowerCase } from '../../grid/find/fold.ts'
import type { PlacedLine } from './reorder.ts'
import type { Section } from '@andel/schema/budget'

/** A section that lines can be put in. */
export interface SectionChoice {
  /** '' for none. */
  readonly name: string
  /** How many lines stand in it; 0 for a new one. */
  readonly lines: number
}

/** A name as it is kept: no blanks around it, and single ones within. */
export function sectionName(typed: string): string {
  return typed.trim().replace(/\s+/g, ' ')
}

/** The section that a name means, however its letters are set. */
export function sectionNamed(
  sections: readonly Section<PlacedLine>[],
  name: string,
): Section<PlacedLine> | undefined {
  return (
    sections.find((section) => section.name === name) ??
    sections.find((section) => lowerCase(section.name) === lowerCase(name))
  )
}

/**
 * What a typed text leaves to choose from: the sections that have it in their names, in order, then the one
 * that it would make. Nothing typed leaves all, and last to stand in none.
 */
export function sectionChoices(
  sections: readonly Section<PlacedLine>[],
  typed: string,
): readonly SectionChoice[] {
  const name = sectionName(typed)
  const wanted = lowerCase(name)
  const named = sections.filter((section) => section.name !== '')
  const found = named
    .filter((section) => lowerCase(section.name).includes(wanted))
    .map((section) => ({ name: section.name, lines: section.lines.length }))
  if (name !== '') return sectionNamed(named, name) ? found : [...found, { name, lines: 0 }]
  const none = sections.find((section) => section.name === '')
  return named.length === 0 ? [] : [...found, { name: '', lines: none?.lines.length ?? 0 }]
}
