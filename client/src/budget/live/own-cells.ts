import type { CellPlace } from '../../grid/cell.ts'
import { columnCode } from '../columns/column-code.ts'
import { partsOf } from '../conflict/parts.ts'
import { waitingCells } from '../conflict/waiting-cells.ts'
import type { OpenSheet } from '../open-sheet.ts'
import { cellId } from '../saving/outbox.ts'

/** A cell as `ownCells` names it. */
export function ownId({ row, column }: CellPlace): string {
  return cellId(row, columnCode(column) ?? column)
}

/** The cells that show what whoever looks wrote, not what is stored: being typed in, not stored yet, or held. */
export function ownCells(
  { saving }: Pick<OpenSheet, 'saving'>,
  editing: CellPlace | undefined,
): ReadonlySet<string> {
  return new Set([
    ...waitingCells(saving.pending.value),
    ...saving.held.value.flatMap(partsOf).map(({ one }) => one.id),
    ...(editing ? [ownId(editing)] : []),
  ])
}
