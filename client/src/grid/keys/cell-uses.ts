import type { GridState } from '../useGridState.ts'

/** Something that only some cells have, and without which a key does nothing. */
export type CellUse = 'text' | 'paragraph' | 'list' | 'opens'

/** What the cells that are shown have. */
export function usesOf({ layout, column, handlers }: GridState): ReadonlySet<CellUse> {
  const { rows, columns } = layout.value
  const uses = new Set<CellUse>()
  for (const row of rows) {
    for (const id of columns) {
      const request = column(id)?.editor(row)
      if (request?.kind === 'list' || request?.kind === 'paragraph') uses.add(request.kind)
      const isFigure = request !== undefined && 'figures' in request && request.figures
      if (request && request.kind !== 'list' && !isFigure) uses.add('text')
      if (handlers.opens({ row, column: id })) uses.add('opens')
    }
  }
  return uses
}
