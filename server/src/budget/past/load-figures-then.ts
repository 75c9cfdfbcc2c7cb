import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { Change } from '../../history/change.entity.ts'
import { PopulationFigure } from '../../population/population-figure.entity.ts'

/** Which figures: of each municipality on each date. */
interface Places {
  readonly codes: readonly string[]
  readonly dates: readonly string[]
}

/** Population figures as they counted after a change: of each place, the newest revision that there was then. */
export async function loadFiguresThen(
  em: EntityManager,
  { codes, dates }: Places,
  sequence: number,
): Promise<PopulationFigure[]> {
  const revisions = await em.find(
    PopulationFigure,
    { municipality: { $in: [...codes] }, on: { $in: [...dates] } },
    { orderBy: { revision: 'asc' }, populate: ['municipality'] },
  )
  const added = await em.find(
    Change,
    {
      entityId: { $in: revisions.map(({ globalId }) => globalId) },
      field: '+',
      sequence: { $gt: sequence },
    },
    { fields: ['entityId'], disableIdentityMap: true },
  )
  const later = new Set(added.map(({ entityId }) => entityId))
  const then = new Map<string, PopulationFigure>()
  for (const figure of revisions) {
    if (later.has(figure.globalId)) continue
    then.set(`${figure.municipality.code} ${figure.on}`, figure)
  }
  return [...then.values()]
}
