import type { CellPlace } from '../cell.ts'

/** The cell that an element lies in. */
export function placeOf(target: EventTarget | null): CellPlace | undefined {
  if (!(target instanceof Element)) return undefined
  const cell = target.closest('.ag-cell')
  const column = cell?.getAttribute('col-id')
  const row = cell?.closest('.ag-row')?.getAttribute('row-id')
  return column && row ? { row, column } : undefined
}

/** The column whose header an element lies in, but for the parts that do something of their own. */
export function headedColumn(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element) || target.closest('button, .ag-header-cell-resize'))
    return undefined
  return target.closest('.ag-header-cell')?.getAttribute('col-id') ?? undefined
}
