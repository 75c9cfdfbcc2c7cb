import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Actor } from '../access/actor.ts'
import { can, mayEver } from '../access/can.ts'
import { Participation } from './participation.entity.ts'

/**
 * Whether somebody may set the numbers of inhabitants of municipalities: of one's own; of another when one co-ordinates every
 * joint service that it is or was a party to, for all their budgets count with the same figure. One statement, and none for
 * most people.
 *
 * @param codes - of the municipalities
 * @returns an answer for each, in the same order
 */
export async function maySetFigures(
  em: EntityManager,
  actor: Actor,
  codes: readonly string[],
): Promise<boolean[]> {
  if (actor.isProgram) return codes.map(() => true)
  if (!mayEver(actor, 'population.edit')) return codes.map(() => false)
  const participations = await em.find(
    Participation,
    { municipality: { $in: [...new Set(codes)] } },
    { populate: ['agreement'] },
  )
  const services = Map.groupBy(participations, ({ municipality }) => municipality.code)
  const isForNobodys = mayEver(actor, 'agreement.edit')
  return codes.map((code) => {
    const parties = services.get(code)?.map(({ agreement }) => agreement.unwrap().jointService.id)
    if (!parties) return isForNobodys
    const isOwn = parties.some((jointService) =>
      can(actor, 'figure.edit', { jointService, municipality: code }),
    )
    return (
      isOwn ||
      parties.every((jointService) =>
        can(actor, 'population.edit', { jointService, municipality: code }),
      )
    )
  })
}
