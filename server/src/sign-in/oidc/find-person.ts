import { UniqueConstraintViolationException } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { AuditAction } from '../../audit/audit-action.ts'
import { writeAudit } from '../../audit/write-audit.ts'
import { Person } from '../../person/person.entity.ts'
import type { Identity } from './identity.ts'

/**
 * The person of an identity: whoever has that issuer and subject, whatever the e-mail; a new one without rights when nobody
 * has. Two browsers at once find the same.
 */
export async function findPerson(em: EntityManager, identity: Identity): Promise<Person> {
  const { issuer, subject } = identity
  const known = await em.fork().findOne(Person, { issuer, subject })
  if (known) return known
  try {
    return await createPerson(em, identity)
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error
    return em.fork().findOneOrFail(Person, { issuer, subject })
  }
}

function createPerson(em: EntityManager, identity: Identity): Promise<Person> {
  const { issuer, subject, name, email } = identity
  return em.fork().transactional(async (tx) => {
    const person = tx.create(Person, { issuer, subject, name: name ?? '', email: email ?? '' })
    person.name ||= person.email || `Person ${person.id.slice(0, 8)}`
    await tx.flush()
    await writeAudit(tx, {
      actor: null,
      action: AuditAction.PERSON_CREATED,
      succeeded: true,
      subject: person.globalId,
    })
    return person
  })
}

/** Calls a person what the provider does now; what it does not say stays. */
export async function renamePerson(
  em: EntityManager,
  person: Person,
  { name = person.name, email = person.email }: Identity,
): Promise<void> {
  const fields = [name !== person.name && 'name', email !== person.email && 'email']
    .filter(Boolean)
    .join(', ') as '' | 'name' | 'email' | 'name, email'
  if (fields === '') return
  Object.assign(person, { name, email })
  await em.flush()
  await writeAudit(em, {
    actor: null,
    action: AuditAction.PERSON_CHANGED,
    succeeded: true,
    subject: person.globalId,
    details: { fields },
  })
}
