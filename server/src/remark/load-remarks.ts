import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import { Remark } from './remark.entity.ts'

/** The remarks on lines that somebody may see, by own ids of the lines and in their order. One statement, and none for most people. */
export async function loadRemarks(
  em: EntityManager,
  actor: Actor,
  lineIds: readonly string[],
): Promise<Remark[][]> {
  const own = [...new Set(actor.grants.flatMap(({ municipality }) => municipality ?? []))]
  const found =
    own.length === 0
      ? []
      : await em.find(
          Remark,
          { lineId: { $in: [...lineIds] }, municipality: { $in: own } },
          { populate: ['budget'], orderBy: { municipality: 'asc' } },
        )
  const seen = found.filter(({ budget, municipality }) =>
    can(actor, 'remark.read', {
      jointService: budget.unwrap().jointService.id,
      municipality: municipality.code,
    }),
  )
  const byLine = Map.groupBy(seen, ({ lineId }) => lineId)
  return lineIds.map((id) => byLine.get(id) ?? [])
}
