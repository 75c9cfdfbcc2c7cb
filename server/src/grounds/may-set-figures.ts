import type { EntityManager } from '@mikro-orm/sqlite'
import type { Actor } from '../access/actor.ts'
import { can, mayEver } from '../access/can.ts'
import { Participation } from '../agreement/participation.entity.ts'

/**
 * Whether somebody may set the numbers of inhabitants of municipalities: of each as a party to one of the joint services
 * where that person may, or because it is a party to none at all. One statement, and none for most people.
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
    return parties.some((jointService) =>
      can(actor, 'population.edit', { jointService, municipality: code }),
    )
  })
}
