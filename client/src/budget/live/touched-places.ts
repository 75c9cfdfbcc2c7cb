import type { CellPlace } from '../../grid/cell.ts'
import { shareColumn } from '../columns/column-code.ts'
import { populationDate } from '../figures/default-key.ts'
import { populationRow } from '../saving/outbox.ts'
import { cellField } from '../sheet/cell-field.ts'
import { localId, type LocalIds } from '../sheet/local-ids.ts'
import type { Sheet } from '../sheet/sheet.ts'
import type { Change } from './change.ts'

const cellFields = [
  'section',
  'kind',
  'description',
  'workload',
  'months',
  'monthlyCost',
  'amount',
  'moneySource',
  'keyId',
  'note',
  'decision',
] as const
type CellField = (typeof cellFields)[number]

/** Whether a column holds what is typed in lines. */
export function isCellField(column: string): column is CellField {
  return (cellFields as readonly string[]).includes(column)
}

/**
 * The cells that somebody wrote in by a change, as the sheet now stands; not those that follow from it. What is shown in no cell of
 * its own is told at the name of the line.
 */
export function touchedPlaces(
  { entity, entityId, field, before, after }: Change,
  sheet: Sheet,
  ids: LocalIds,
): readonly CellPlace[] {
  const id = localId(entityId, ids)
  switch (entity) {
    case 'BudgetLine':
      return field === '-' ? [] : linePlaces(id, field, before, after)
    case 'DistributionKey':
      return sheet.lines
        .filter(({ keyId }) => keyId === id)
        .map((line) => ({ row: line.id, column: 'keyId' }))
    case 'PopulationFigure': {
      const figure = after as { municipality: string; on: string }
      const isShown = figure.on === populationDate(sheet)
      return isShown ? [{ row: populationRow, column: shareColumn(figure.municipality) }] : []
    }
    default:
      return []
  }
}

function linePlaces(row: string, field: string, before: unknown, after: unknown): CellPlace[] {
  if (field === 'excluded') {
    const [was, is] = [codes(before), codes(after)]
    return [...was, ...is]
      .filter((code) => was.includes(code) !== is.includes(code))
      .map((code) => ({ row, column: shareColumn(code) }))
  }
  const column = cellField(field)
  return [{ row, column: isCellField(column) ? column : 'description' }]
}

function codes(value: unknown): readonly string[] {
  return Array.isArray(value) ? (value as string[]) : []
}
