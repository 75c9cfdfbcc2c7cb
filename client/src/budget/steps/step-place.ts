import type { CellPlace } from '../../grid/cell.ts'
import { shareColumn } from '../columns/column-code.ts'
import { populationRow } from '../saving/outbox.ts'
import { fieldNames } from '../saving/hold.ts'
import type { Edit } from '../sheet/edit.ts'
import type { Sheet } from '../sheet/sheet.ts'
import { lineAt } from './standing.ts'
import type { LoggedStep } from './step-log.ts'

/** Fields whose columns are always there. */
const columns: readonly string[] = [
  'description',
  'workload',
  'months',
  'monthlyCost',
  'amount',
  'keyId',
  'moneySource',
]

/** The first cell that a step concerns as the sheet is now; nothing when it is about a key alone. */
export function stepPlace({ flips }: LoggedStep, sheet: Sheet): CellPlace | undefined {
  for (const { edit } of flips) {
    const place = editPlace(edit, sheet)
    if (place) return place
  }
  return undefined
}

function editPlace(edit: Edit, sheet: Sheet): CellPlace | undefined {
  switch (edit.kind) {
    case 'setLine': {
      const [field = ''] = fieldNames(edit)
      return at(edit.lineId, columns.includes(field) ? field : 'description', sheet)
    }
    case 'removeLine':
    case 'moveLine':
      return at(edit.lineId, 'description', sheet)
    case 'restoreLine':
      return at(edit.afterLineId ?? sheet.lines[0]?.id ?? '', 'description', sheet)
    case 'setPopulation':
      return { row: populationRow, column: shareColumn(edit.code) }
    default:
      return undefined
  }
}

function at(row: string, column: string, sheet: Sheet): CellPlace | undefined {
  return lineAt(sheet, row) && { row, column }
}
