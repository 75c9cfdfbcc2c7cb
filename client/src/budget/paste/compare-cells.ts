import type { CellPlace } from '../../grid/cell.ts'
import { lineCell } from '../columns/line-cells.ts'
import type { ColumnContext } from '../columns/context.ts'
import { columnCode } from '../columns/column-code.ts'
import type { TypedField } from '../cells/read-field.ts'
import { countText } from '../cells/number-text.ts'
import { populationDate } from '../figures/default-key.ts'
import type { SheetView } from '../figures/sheet-view.ts'
import { populationRow } from '../saving/outbox.ts'
import type { SheetVoice } from '../useVoice.ts'

/** A cell that a set of changes makes another, as it is shown before and after. */
export interface ComparedCell {
  readonly place: CellPlace
  readonly before: string
  readonly after: string
}

/** The cells that look different in two views of the sheet. */
export function compareCells(
  places: readonly CellPlace[],
  views: { readonly before: SheetView; readonly after: SheetView },
  voice: SheetVoice,
): readonly ComparedCell[] {
  // öre that one view shows everywhere are no difference
  const before = { ...views.before, withOre: false }
  const after = { ...views.after, withOre: false }
  return places
    .map((place) => ({
      place,
      before: shownIn(before, place, voice),
      after: shownIn(after, place, voice),
    }))
    .filter((cell) => cell.before !== cell.after)
}

function shownIn(view: SheetView, { row, column }: CellPlace, voice: SheetVoice): string {
  const { sheet, rows } = view
  if (row === populationRow) {
    const record = sheet.records[populationDate(sheet) ?? '']?.[columnCode(column) ?? '']
    return record ? countText(record.inhabitants, voice.language) : ''
  }
  const found = rows.get(row)
  if (!found) return ''
  const context: ColumnContext = {
    voice,
    view: () => view,
    saved: () => view,
    held: () => undefined,
    explained: () => undefined,
    mayEdit: () => true,
  }
  return lineCell(column as TypedField, found.line, found.figures, context).text
}
