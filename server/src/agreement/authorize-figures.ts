import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import { mayEver } from '../access/can.ts'
import { maySetFigures } from './may-set-figures.ts'

/**
 * Goes on when somebody may set the numbers of inhabitants of all of these municipalities.
 *
 * @param codes - of the municipalities
 * @throws {Fault} `FORBIDDEN`, `UNAUTHENTICATED`
 */
export async function authorizeFigures(
  em: EntityManager,
  actor: Actor,
  codes: readonly string[],
): Promise<void> {
  if (!mayEver(actor, 'population.edit')) authorize(actor, 'population.edit')
  const may = await maySetFigures(em, actor, codes)
  const others = codes.find((_code, index) => !may[index])
  if (others !== undefined) authorize(actor, 'population.edit', { municipality: others })
}
