import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { Person } from './person.entity.ts'

/** Whoever did something, as others are told. */
export interface ActorName {
  /** Full name of a person, or the pseudonym that is left of one; what a program is called. */
  readonly name: string
  /** Global id of the person; null for a program. */
  readonly personId: string | null
}

/** Who actors are, in the order of their own ids. What is no person is called what stands in place of the id. One statement. */
export async function loadNames(em: EntityManager, ids: readonly string[]): Promise<ActorName[]> {
  const people = await em.find(Person, { id: { $in: [...ids] } })
  const byId = new Map(people.map((person) => [person.id, person]))
  return ids.map((id) => {
    const person = byId.get(id)
    return { name: person?.name ?? id, personId: person?.globalId ?? null }
  })
}
