import type { Language } from '@andel/schema/money'
import type { CellPlace } from '../cell.ts'
import type { CellChange } from '../change.ts'
import type { Layout, Rect } from '../layout.ts'
import { continueCells, usualHow, type FillHow, type FillSource } from './series.ts'

export interface FillSheet {
  readonly layout: Layout
  readonly language: Language
  source(place: CellPlace): FillSource
  isEditable(place: CellPlace): boolean
}

/** What a fill would do. */
export interface FillPlan {
  readonly changes: readonly CellChange[]
  /** Cells in the way that cannot be typed in. */
  readonly skipped: readonly CellPlace[]
}

/** What is usual depends on the cells; holding Ctrl turns it round, a menu says it. */
export type FillWish = 'usual' | 'other' | FillHow

/**
 * Fills from a range into the larger one that it was drawn to, up, down, left or right: each column, or each
 * row, goes on by itself.
 */
export function planFill(source: Rect, to: Rect, sheet: FillSheet, wish: FillWish): FillPlan {
  const upright = to.top < source.top || to.bottom > source.bottom
  const lanes = upright ? span(source.left, source.right) : span(source.top, source.bottom)
  const [first, last] = upright ? [source.top, source.bottom] : [source.left, source.right]
  const back = upright ? to.top < source.top : to.left < source.left
  const target = upright ? [to.top, to.bottom] : [to.left, to.right]
  // both in the order in which the fill goes
  const from = back ? span(first, last).toReversed() : span(first, last)
  const into = back ? span(target[0]!, first - 1).toReversed() : span(last + 1, target[1]!)

  const filled = lanes.flatMap((lane) => {
    const place = (step: number): CellPlace =>
      sheet.layout.place(upright ? { row: step, column: lane } : { row: lane, column: step })!
    const sources = from.map((step) => sheet.source(place(step)))
    const texts = continueCells(sources, {
      count: into.length,
      way: back ? 'back' : 'on',
      how: howOf(wish, sources, sheet.language),
      language: sheet.language,
    })
    return into.map((step, index) => ({ place: place(step), text: texts[index]! }))
  })
  return parted(filled, sheet)
}

/** Changes that may be made, and cells that cannot be typed in. */
export function parted(
  changes: readonly CellChange[],
  { isEditable }: Pick<FillSheet, 'isEditable'>,
): FillPlan {
  return {
    changes: changes.filter(({ place }) => isEditable(place)),
    skipped: changes.map(({ place }) => place).filter((place) => !isEditable(place)),
  }
}

function howOf(wish: FillWish, sources: readonly FillSource[], language: Language): FillHow {
  if (wish === 'copy' || wish === 'series') return wish
  const usual = usualHow(sources, language)
  if (wish === 'usual') return usual
  return usual === 'copy' ? 'series' : 'copy'
}

function span(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, step) => first + step)
}
