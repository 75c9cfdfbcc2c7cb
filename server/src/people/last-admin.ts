import { Fault } from '@andel/schema/fault'
import { LockMode } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { Grant } from '../person/grant.entity.ts'
import { Person } from '../person/person.entity.ts'
import { Role } from '../person/role-enums.ts'

/**
 * Goes on when there is an administrator without this person: one who is not suspended and can sign in. Somebody who has been
 * invited and never came is none. To be asked within the transaction that takes the right away: others wait for it.
 *
 * @throws {Fault} `LAST_ADMIN`
 */
export async function requireOtherAdmin(em: EntityManager, person: Person): Promise<void> {
  const grants = await em.find(
    Grant,
    { role: Role.ADMIN },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  )
  if (!grants.some((grant) => grant.person.id === person.id)) return
  const others = await em.find(Person, {
    id: { $in: grants.map((grant) => grant.person.id), $ne: person.id },
    suspendedAt: null,
  })
  const comes = ({ passwordHash, issuer, signedInAt }: Person): boolean =>
    passwordHash !== null || issuer !== null || signedInAt !== null
  if (!others.some(comes)) throw new Fault('LAST_ADMIN')
}
