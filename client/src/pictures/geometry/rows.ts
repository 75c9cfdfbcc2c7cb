import { levels, linear } from './scale.ts'
import { textWidth } from './text-width.ts'

/** A row of a picture: what adds and what takes away, from the same zero. */
export interface PictureRow {
  readonly id: string
  readonly label: string
  /** Whole öre ≥ 0 to the right of zero. Nothing when it is not known. */
  readonly plus: number | undefined
  /** Whole öre ≥ 0 to the left of zero. */
  readonly minus: number
  /** What stands to the right, a text for each head. */
  readonly figures: readonly string[]
}

/** Font sizes in pixels. */
export const textSize = 13
const headSize = 12
const gap = 20

/**
 * Where the rows of a picture lie, in pixels. Wide: name, bar, figures. Narrow: name and figures, the bar below
 * them.
 *
 * @param heads - what stands above the figures
 * @param mark - a level that is drawn through all rows, in öre
 */
export function drawRows(
  rows: readonly PictureRow[],
  heads: readonly string[],
  width: number,
  mark?: number,
) {
  const narrow = width < 560
  const columns = figureColumns(rows, heads, width)
  const nameRoom = narrow ? width - columns.room - gap : nameWidth(rows, width)
  const left = narrow ? 0 : nameRoom + gap
  const right = narrow ? width : width - columns.room - gap
  const ends = rows.flatMap(({ plus, minus }) => [plus ?? 0, -minus])
  const ticks = levels(
    [...ends, mark ?? 0],
    Math.max(2, Math.min(6, Math.floor((right - left) / 90))),
  )
  const x = linear([ticks[0]!, ticks.at(-1)!], [left + 1, right - 1])
  const top = mark === undefined ? 30 : 48
  const pitch = narrow ? 46 : 28
  return {
    narrow,
    left,
    right,
    top,
    pitch,
    nameRoom,
    heads: heads.map((text, index) => ({ text, x: columns.ends[index]! })),
    ticks: ticks.map((value) => ({ value, x: x(value) })),
    zero: x(0),
    mark: mark === undefined ? undefined : x(mark),
    height: top + rows.length * pitch + 6,
    rows: rows.map((row, index) => {
      const y = top + index * pitch
      return {
        ...row,
        y,
        /** Base line of the texts. */
        text: y + (narrow ? 17 : 19),
        /** Top of the bar, 14 high. */
        bar: y + (narrow ? 25 : 7),
        from: x(-row.minus),
        to: x(row.plus ?? 0),
        figures: row.figures.map((text, column) => ({ text, x: columns.ends[column]! })),
      }
    }),
  }
}

/** The right ends of the columns of figures, and how much room they take together. */
function figureColumns(rows: readonly PictureRow[], heads: readonly string[], width: number) {
  const widths = heads.map((head, column) =>
    rows.reduce(
      (most, { figures }) => Math.max(most, textWidth(figures[column] ?? '', textSize)),
      textWidth(head, headSize),
    ),
  )
  const room = widths.reduce((sum, each) => sum + each, 0) + gap * (widths.length - 1)
  let end = width - room - gap
  return { room, ends: widths.map((each) => (end += each + gap)) }
}

function nameWidth(rows: readonly PictureRow[], width: number): number {
  const longest = rows.reduce((most, { label }) => Math.max(most, textWidth(label, textSize)), 0)
  return Math.min(longest, Math.round(width * 0.34))
}
