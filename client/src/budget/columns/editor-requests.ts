import type { MunicipalityCode } from '@andel/schema/allocation'
import { bareNumber } from '@andel/schema/money'
import { isNewRow } from '../../grid/change.ts'
import type { EditorRequest, ListAction, ListOption } from '../../grid/column.ts'
import { fieldText } from '../cells/field-text.ts'
import type { TypedField } from '../cells/read-field.ts'
import { populationDate } from '../figures/default-key.ts'
import { cellId, populationRow } from '../saving/outbox.ts'
import { shareColumn } from './column-code.ts'
import { isFixedRow, type ColumnContext } from './context.ts'

/** What the lists of the sheet offer. */
export interface ListChoices {
  keys(): readonly ListOption[]
  /** What can be done with keys instead of choosing one, for a line. */
  keyActions(lineId: string): readonly ListAction[]
}

const figures = ['workload', 'months', 'monthlyCost', 'amount']

/** What opens in the cell of a field; text that was refused is there to be corrected. */
export function lineEditor(
  row: string,
  field: TypedField,
  context: ColumnContext,
  choices: ListChoices,
): EditorRequest | undefined {
  const { view, held, mayEdit, voice } = context
  if (isFixedRow(row) || !mayEdit(row, field)) return undefined
  if (isNewRow(row)) return { kind: 'line', text: '' }
  const line = view().rows.get(row)?.line
  if (!line || (field === 'amount' && line.monthlyCost !== null)) return undefined
  const present = fieldText(field, line, voice.language)
  const text = held(cellId(row, field))?.text ?? present
  const { t } = voice
  switch (field) {
    case 'keyId':
      return {
        kind: 'list',
        text: present,
        options: choices.keys(),
        actions: choices.keyActions(row),
      }
    case 'moneySource':
      return {
        kind: 'list',
        text: present,
        options: (['NEW_MONEY', 'WITHIN_FRAME'] as const).map((value) => ({
          value,
          label: t(`budget.moneySourceLong.${value}`),
        })),
      }
    case 'kind':
      return {
        kind: 'list',
        text: present,
        options: (['COST', 'REVENUE'] as const).map((value) => ({
          value,
          label: t(`budget.kind.${value}`),
        })),
      }
    case 'note':
      return { kind: 'paragraph', text }
    default:
      return { kind: 'line', text, figures: figures.includes(field) }
  }
}

/** What opens in the cell of a participant's inhabitants. */
export function populationEditor(
  code: MunicipalityCode,
  { view, held, mayEdit, voice }: ColumnContext,
): EditorRequest | undefined {
  const { sheet } = view()
  const on = populationDate(sheet)
  if (!on || !mayEdit(populationRow, shareColumn(code))) return undefined
  const present = sheet.records[on]?.[code]?.inhabitants
  const text = present === undefined ? '' : bareNumber(String(present), voice.language)
  const kept = held(cellId('population', code))?.text
  return { kind: 'line', text: kept ?? text, figures: true }
}
