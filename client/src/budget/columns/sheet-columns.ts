import type { MunicipalityCode } from '@andel/schema/allocation'
import { emptyContent, type CellView } from '../../grid/cell.ts'
import type { SheetColumn } from '../../grid/column.ts'
import type { TypedField } from '../cells/read-field.ts'
import { cellId } from '../saving/outbox.ts'
import { differenceContent, fieldContent, participantContent } from './cell-content.ts'
import { shareColumn } from './column-code.ts'
import { isFixedRow, type ColumnContext } from './context.ts'
import { lineEditor, populationEditor, type ListChoices } from './editor-requests.ts'
import type { FigureWidths } from './figure-widths.ts'
import { differenceTotal, fixedRowName, participantCell, totalCell } from './fixed-cells.ts'
import { heldContent, withHeld } from './held-cell.ts'
import { lineCell } from './line-cells.ts'
import { differenceCell, shareCell } from './share-cells.ts'

export interface ColumnSettings {
  readonly participants: readonly MunicipalityCode[]
  readonly names: Readonly<Record<MunicipalityCode, string>>
  /** Shows kind, note and decision. */
  readonly details: boolean
  /** Some line rounds every share by itself. */
  readonly difference: boolean
  readonly widths: FigureWidths
  /** A screen with little room: fewer columns stay, and they are narrower. */
  readonly narrow: boolean
}

/** The columns of the sheet, from left to right: what is typed, then a column for each participant. */
export function sheetColumns(
  settings: ColumnSettings,
  context: ColumnContext,
  choices: ListChoices,
): readonly SheetColumn[] {
  const { participants, names, details, difference, widths, narrow } = settings
  const { t } = context.voice
  const typed = (id: TypedField, width: number, more: Partial<SheetColumn> = {}): SheetColumn => ({
    id,
    heading: t(`budget.column.${id}`),
    align: 'start',
    width,
    cell: (row) => typedCell(row, id, context, narrow),
    content: (row) => heldContent(fieldContent(row, id, context), cellId(row, id), context),
    editor: (row) => lineEditor(row, id, context, choices),
    ...more,
  })
  const figure = { align: 'end' } as const
  return [
    {
      id: 'number',
      heading: t('budget.column.number'),
      align: 'end',
      width: 52,
      fixed: true,
      numbersRows: true,
      hidden: narrow,
      cell: (row) => numberCell(row, context),
      content: () => emptyContent,
      editor: () => undefined,
    },
    typed('description', narrow ? 132 : 206, { fixed: true, namesRow: true }),
    typed('workload', 72, { ...figure, hint: t('budget.hint.workload') }),
    typed('months', 64, { ...figure, hint: t('budget.hint.months') }),
    typed('monthlyCost', widths.monthlyCost, { ...figure, hint: t('budget.hint.monthlyCost') }),
    typed('amount', widths.amount, { ...figure, hint: t('budget.hint.amount') }),
    typed('keyId', 126, { grows: true }),
    typed('moneySource', 92),
    typed('section', 130, { hidden: !details }),
    typed('kind', 80, { hint: t('budget.hint.kind'), hidden: !details }),
    typed('note', 180, { hidden: !details }),
    typed('decision', 170, { hidden: !details }),
    {
      id: 'difference',
      heading: t('budget.column.difference'),
      hint: t('budget.hint.difference'),
      align: 'end',
      width: 92,
      hidden: !difference,
      cell: (row) => differenceOf(row, context),
      content: (row) => differenceContent(row, context),
      editor: () => undefined,
    },
    ...participants.map((code) =>
      participantColumn(code, names[code] ?? code, widths.share, context),
    ),
  ]
}

function participantColumn(
  code: MunicipalityCode,
  name: string,
  width: number,
  context: ColumnContext,
): SheetColumn {
  return {
    id: shareColumn(code),
    heading: name,
    hint: `${name} ${code}`,
    align: 'end',
    width,
    cell: (row) => withExplained(participantView(row, code, context), row, code, context),
    content: (row) =>
      heldContent(participantContent(row, code, context), cellId(row, code), context),
    editor: (row) => (row === 'population' ? populationEditor(code, context) : undefined),
  }
}

function participantView(row: string, code: MunicipalityCode, context: ColumnContext): CellView {
  if (!isFixedRow(row)) return shareCell(context.view().rows.get(row)?.figures, code, context)
  const editable = row === 'population' && context.mayEdit(row, shareColumn(code))
  const cell = withOpen({ ...participantCell(row, code, context), editable }, context)
  return row === 'population' ? withHeld(cell, cellId(row, code), context) : cell
}

/** Where some cells may be changed and others not, the former stand out. */
function withOpen(cell: CellView, { showsOpen }: ColumnContext): CellView {
  if (!cell.editable || !showsOpen?.()) return cell
  return { ...cell, look: `${cell.look ?? ''} open`.trim() }
}

/** The share that is being explained stands out. */
function withExplained(
  cell: CellView,
  row: string,
  code: MunicipalityCode,
  { explained }: ColumnContext,
): CellView {
  const place = explained()
  if (place?.row !== row || place.code !== code) return cell
  return { ...cell, look: `${cell.look ?? ''} explained`.trim() }
}

function typedCell(
  row: string,
  field: TypedField,
  context: ColumnContext,
  narrow: boolean,
): CellView {
  const { view, mayEdit } = context
  if (isFixedRow(row)) {
    if (field === 'description') {
      const text = fixedRowName(row, context, narrow)
      const title = narrow ? fixedRowName(row, context) : undefined
      return { text, title, editable: false }
    }
    if (field === 'amount') return { ...totalCell(row, context), editable: false }
    return { text: '', editable: false }
  }
  const found = view().rows.get(row)
  if (!found) return { text: '', editable: false }
  const { line, figures } = found
  const isCalculated = field === 'amount' && line.monthlyCost !== null
  const editable = mayEdit(row, field) && !isCalculated
  const cell = withOpen({ ...lineCell(field, line, figures, context), editable }, context)
  return withHeld(cell, cellId(row, field), context)
}

function numberCell(row: string, { view }: ColumnContext): CellView {
  const found = view().rows.get(row)
  return { text: found ? String(found.index + 1) : '', editable: false, look: 'quiet' }
}

function differenceOf(row: string, context: ColumnContext): CellView {
  if (isFixedRow(row)) return { ...differenceTotal(row, context), editable: false }
  return differenceCell(context.view().rows.get(row)?.figures, context)
}
