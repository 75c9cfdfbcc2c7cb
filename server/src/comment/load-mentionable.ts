import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { Actor } from '../access/actor.ts'
import { can } from '../access/can.ts'
import { Grant } from '../person/grant.entity.ts'
import type { Person } from '../person/person.entity.ts'

/**
 * Who can be named in the budgets of joint services: those who may read them, and whose accounts are in use; by name.
 *
 * @param serviceIds - own ids of joint services, whose order the answer has. One statement
 */
export async function loadMentionable(
  em: EntityManager,
  serviceIds: readonly string[],
): Promise<Person[][]> {
  const grants = await em.find(
    Grant,
    { jointService: { $in: [...serviceIds] }, person: { suspendedAt: null, erasedAt: null } },
    { populate: ['person'], orderBy: { person: { name: 'asc', id: 'asc' } } },
  )
  return serviceIds.map((jointService) => {
    const reading = grants.filter(
      (grant) => grant.jointService?.id === jointService && reads(grant),
    )
    return [...new Set(reading.map(({ person }) => person.unwrap()))]
  })
}

function reads({ person, role, jointService, municipality }: Grant): boolean {
  const service = jointService?.id ?? null
  const granted = { role, jointService: service, municipality: municipality?.code ?? null }
  const actor = Actor.person(person.id, 'session', [granted])
  return can(actor, 'budget.read', { jointService: service ?? undefined })
}
