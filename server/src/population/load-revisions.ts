import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { PopulationFigure } from './population-figure.entity.ts'

/** All revisions of the same municipality and date as each of the figures, oldest first. One statement. */
export async function loadRevisions(
  em: EntityManager,
  figures: readonly PopulationFigure[],
): Promise<PopulationFigure[][]> {
  const found = await em.find(
    PopulationFigure,
    {
      municipality: { $in: [...new Set(figures.map(({ municipality }) => municipality.code))] },
      on: { $in: [...new Set(figures.map(({ on }) => on))] },
    },
    { orderBy: { revision: 'asc' } },
  )
  const byPlace = Map.groupBy(found, placeOf)
  return figures.map((figure) => byPlace.get(placeOf(figure)) ?? [])
}

function placeOf({ municipality, on }: PopulationFigure): string {
  return `${municipality.code} ${on}`
}
