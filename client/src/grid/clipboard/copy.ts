import type { Language } from '@andel/schema/money'
import type { CellContent, CellPlace } from '../cell.ts'
import type { Layout, Rect } from '../layout.ts'
import { bareText } from './bare-text.ts'
import { writeTsv } from './tsv.ts'
import { writeHtml } from './write-html.ts'

/** Cells in both flavours that spreadsheets read. */
export interface CopiedCells {
  readonly text: string
  readonly html: string
  /** From top to bottom and from left to right, without the gaps between several ranges. */
  readonly places: readonly (readonly CellPlace[])[]
}

/** Why cells cannot be copied: several ranges that have neither their rows nor their columns in common. */
export type CopyFault = 'RANGES_DO_NOT_MATCH'

interface CopyOptions {
  readonly layout: Layout
  readonly language: Language
  content(place: CellPlace): CellContent
}

/**
 * Cells of one or several ranges. Several are copied as in Excel when together they fill a table: its rows
 * and its columns are those of all ranges, and every crossing is in one of them.
 */
export function copyCells(
  ranges: readonly Rect[],
  { layout, language, content }: CopyOptions,
): CopiedCells | CopyFault {
  const rows = indices(ranges.map(({ top, bottom }) => [top, bottom]))
  const columns = indices(ranges.map(({ left, right }) => [left, right]))
  const isCovered = (row: number, column: number): boolean =>
    ranges.some(
      ({ top, bottom, left, right }) =>
        row >= top && row <= bottom && column >= left && column <= right,
    )
  if (!rows.every((row) => columns.every((column) => isCovered(row, column)))) {
    return 'RANGES_DO_NOT_MATCH'
  }
  const places = rows.map((row) =>
    columns.map((column) => layout.place({ row, column })).filter((place) => place !== undefined),
  )
  const contents = places.map((row) => row.map(content))
  return {
    text: writeTsv(contents.map((row) => row.map((cell) => bareText(cell, language)))),
    html: writeHtml(contents, language),
    places,
  }
}

function indices(spans: readonly (readonly [first: number, last: number])[]): readonly number[] {
  const all = spans.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, step) => first + step),
  )
  return [...new Set(all)].sort((a, b) => a - b)
}
