import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { DistributionKey } from '../../allocation/distribution-key.entity.ts'
import { populationDates } from '../../allocation/key-facts.ts'
import type { FigurePlace } from '../../population/figure-book.ts'
import { loadSheets } from '../load-sheets.ts'
import type { Sheet } from '../sheet.ts'

/** The budgets that use any of some population figures, as they stand. */
export async function sheetsUsing(
  em: EntityManager,
  figures: readonly FigurePlace[],
): Promise<Sheet[]> {
  if (figures.length === 0) return []
  const dates = new Set(figures.map(({ on }) => on))
  const keys = await em.find(DistributionKey, { budget: { $ne: null } })
  const ids = keys
    .filter((key) => populationDates(key).some((on) => dates.has(on)))
    .map((key) => key.budget!.id)
  return (await wholeSheets(em, [...new Set(ids)])).filter((sheet) =>
    figures.some((figure) => usesFigure(sheet, figure)),
  )
}

/** Whether a budget uses a figure: that of a participant, on a date of one of its keys. */
export function usesFigure(
  { municipalities, keys }: Pick<Sheet, 'municipalities' | 'keys'>,
  { municipalityCode, on }: FigurePlace,
): boolean {
  return (
    municipalities.has(municipalityCode) &&
    [...keys.values()].some((key) => populationDates(key).includes(on))
  )
}

/** Sheets of budgets that are there. */
export async function wholeSheets(em: EntityManager, ids: readonly string[]): Promise<Sheet[]> {
  if (ids.length === 0) return []
  return (await loadSheets(em, ids)).map((sheet) => {
    if (sheet instanceof Error) throw sheet
    return sheet
  })
}
