import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { PopulationFigure } from './population-figure.entity.ts'

/** Current figures of each municipality, oldest first, in the order of the codes. One statement. */
export async function loadPopulations(
  em: EntityManager,
  codes: readonly string[],
): Promise<PopulationFigure[][]> {
  const figures = await em.find(
    PopulationFigure,
    { municipality: { $in: [...codes] }, current: true },
    { orderBy: { on: 'asc' } },
  )
  const byCode = Map.groupBy(figures, (figure) => figure.municipality.code as unknown as string)
  return codes.map((code) => byCode.get(code) ?? [])
}
