import { randomBytes } from 'node:crypto'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { ServerSecret } from './server-secret.entity.ts'

const name = 'workbook-seal'

/** What exported workbooks are sealed with; made when the first one is. */
export async function sealSecret(em: EntityManager): Promise<string> {
  const known = await knownSealSecret(em)
  if (known !== undefined) return known
  const value = randomBytes(32).toString('base64url')
  await em.fork().upsert(ServerSecret, { name, value }, { onConflictAction: 'ignore' })
  return (await knownSealSecret(em))! // another process may have been first
}

/** The same; undefined when nothing has been sealed here. */
export async function knownSealSecret(em: EntityManager): Promise<string | undefined> {
  const secret = await em.fork().findOne(ServerSecret, { name })
  return secret?.value
}
