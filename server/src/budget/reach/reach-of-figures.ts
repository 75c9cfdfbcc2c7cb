import type { Journal } from '../../history/journal.ts'
import type { FigureBook } from '../../population/figure-book.ts'
import type { PopulationFigure } from '../../population/population-figure.entity.ts'
import type { Sheet } from '../sheet.ts'
import { noteReach } from './note-reach.ts'
import { type Reached, recalculateReached } from './reached.ts'
import { usesFigure } from './sheets-using.ts'

/**
 * Recalculates the budgets that use revised figures, refuses what can no longer be calculated, and keeps in
 * the log whom each change reaches.
 *
 * @param sheets - as they stood before the edits
 */
export async function reachOfFigures(
  journal: Journal,
  { added }: FigureBook,
  sheets: readonly Sheet[],
): Promise<Reached[]> {
  const reached = recalculateReached(journal, sheets, ({ populations }) => ({
    populations: [...populations, ...added].filter(({ current }) => current),
  }))
  if (journal.refused) return []
  const changeOf = new Map(journal.changes.map((change) => [change.entityId, change]))
  const uses = (sheet: Sheet, { municipality, on }: PopulationFigure): boolean =>
    usesFigure(sheet, { municipalityCode: municipality.code, on })
  await noteReach(
    journal.em,
    sheets.flatMap((sheet) =>
      added
        .filter((figure) => uses(sheet, figure))
        .map((figure) => ({ change: changeOf.get(figure.globalId)!, budget: sheet.budget })),
    ),
  )
  return reached
}
