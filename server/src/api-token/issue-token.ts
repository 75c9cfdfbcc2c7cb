import { ref } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { hashSecret, newSecret } from '../access/secret.ts'
import type { Person } from '../person/person.entity.ts'
import { ApiToken } from './api-token.entity.ts'

/** What every token begins with, so that one that has got lost is recognised. */
const beginning = 'andel_'

/** A new token of a person. Its text is given this once: only a digest of it is kept. Not flushed. */
export function issueToken(
  em: EntityManager,
  person: Person,
  { name, writes, expiresAt }: Pick<ApiToken, 'name' | 'writes' | 'expiresAt'>,
): { token: ApiToken; text: string } {
  const text = beginning + newSecret()
  const token = em.create(ApiToken, {
    person: ref(person),
    name,
    writes,
    expiresAt,
    prefix: text.slice(0, beginning.length + 6),
    tokenHash: hashSecret(text),
  })
  return { token, text }
}
