import { isPosition } from '@andel/schema/budget'
import type { BudgetChangeFilter } from '@andel/schema/operations'
import type { CellPlace } from '../../grid/cell.ts'
import { columnCode } from '../columns/column-code.ts'
import { isFixedRow } from '../columns/context.ts'
import { populationDate } from '../figures/default-key.ts'
import { populationRow } from '../saving/outbox.ts'
import { formulaOf, type FormulaValue } from '../sheet/formulas.ts'
import { serverId, type LocalIds } from '../sheet/local-ids.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { lineAt } from '../steps/standing.ts'

/** Of the cell alone, or of all its line. */
export type HistoryScope = 'cell' | 'line'

/** Whose history is asked for at a place, or why there is none. */
export type AskedHistory =
  | { readonly kind: 'none'; readonly why: 'noFocus' | 'noHistory' | 'unsaved' }
  | {
      readonly kind: 'line'
      readonly lineId: string
      readonly filter: BudgetChangeFilter
      /** The field of the cell; nothing when the whole line is asked for. */
      readonly field?: string | undefined
      /** Why others than the cell's own changes are told. */
      readonly because?: 'calculated' | 'amount' | undefined
    }
  | {
      readonly kind: 'population'
      readonly code: string
      readonly on: string
      readonly filter: BudgetChangeFilter
    }

/** What the log is asked for, to tell the history of a cell or its line. */
export function askedHistory(
  place: CellPlace | undefined,
  scope: HistoryScope,
  sheet: Sheet,
  ids: LocalIds,
): AskedHistory {
  if (!place) return { kind: 'none', why: 'noFocus' }
  const code = columnCode(place.column)
  if (place.row === populationRow && code !== undefined) {
    const on = populationDate(sheet)
    const filter = { entities: ['PopulationFigure'] }
    return on ? { kind: 'population', code, on, filter } : { kind: 'none', why: 'noHistory' }
  }
  const line = isFixedRow(place.row) ? undefined : lineAt(sheet, place.row)?.line
  if (!line) return { kind: 'none', why: 'noHistory' }
  const entityId = serverId(line.id, ids)
  if (entityId === undefined) return { kind: 'none', why: 'unsaved' }
  const asked = { kind: 'line', lineId: line.id } as const
  const ofLine = { entityIds: [entityId] }
  const isOwn = code === undefined && place.column in line
  if (scope === 'line' || !isOwn)
    return { ...asked, filter: ofLine, because: scope === 'line' ? undefined : 'calculated' }
  const field = place.column
  const follows = field === 'amount' && isPosition(line)
  const fields = follows ? ['amount', 'workload', 'months', 'monthlyCost'] : [field]
  const filter = { ...ofLine, fields: [...fields.flatMap(withFormula), '+', '-'] }
  return { ...asked, filter, field, because: follows ? 'amount' : undefined }
}

function withFormula(field: string): readonly string[] {
  return field in formulaOf ? [field, formulaOf[field as FormulaValue]] : [field]
}
