import type { EntityManager } from '@mikro-orm/sqlite'
import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import { can, mayEver } from '../access/can.ts'
import { Participation } from '../agreement/participation.entity.ts'

/**
 * Goes on when somebody may set the numbers of inhabitants of all of these municipalities: each as a party to one of the
 * joint services where that person may, or because it is a party to none at all.
 *
 * @param codes - of the municipalities
 * @throws {Fault} `FORBIDDEN`, `UNAUTHENTICATED`
 */
export async function authorizeFigures(
  em: EntityManager,
  actor: Actor,
  codes: readonly string[],
): Promise<void> {
  if (actor.isProgram) return
  if (!mayEver(actor, 'population.edit')) authorize(actor, 'population.edit')
  const participations = await em.find(
    Participation,
    { municipality: { $in: [...new Set(codes)] } },
    { populate: ['agreement'] },
  )
  const services = Map.groupBy(participations, ({ municipality }) => municipality.code)
  for (const code of codes) {
    const parties = services.get(code)?.map(({ agreement }) => agreement.unwrap().jointService.id)
    const may = (parties ?? []).some((jointService) =>
      can(actor, 'population.edit', { jointService, municipality: code }),
    )
    const isNobodys = parties === undefined && mayEver(actor, 'agreement.edit')
    if (!may && !isNobodys) authorize(actor, 'population.edit', { municipality: code })
  }
}
