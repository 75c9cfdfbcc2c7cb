import { randomUUID } from 'node:crypto'
import { Fault } from '@andel/schema/fault'
import { UniqueConstraintViolationException } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import type { CreateJointServiceInput } from './joint-service-input.ts'
import { readText } from './joint-service-texts.ts'
import { JointService } from './joint-service.entity.ts'
import { jointServiceAsJson, logJointService } from './log-joint-service.ts'

const longestSlug = 60

/**
 * Sets up a joint service, still without agreement or budget: those are its co-ordinator's.
 *
 * @throws {Fault} `FORBIDDEN`, `BAD_TEXT`, `BAD_INPUT` for the currency, `ALREADY_EXISTS` for the slug
 */
export async function createJointService(
  em: EntityManager,
  actor: Actor,
  input: CreateJointServiceInput,
): Promise<JointService> {
  authorize(actor, 'jointService.create')
  const { slug, currency } = input
  const name = readText('name', input.name)
  const body = readText('body', input.body)
  const description = readText('description', input.description)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > longestSlug)
    throw new Fault('BAD_TEXT', { field: 'slug', most: longestSlug })
  if (!hasHundredths(currency)) throw new Fault('BAD_INPUT', { field: 'currency' })
  try {
    return await em.transactional(async (tx) => {
      const service = tx.create(JointService, { name, slug, body, description, currency })
      await tx.flush() // before the log can tell of it
      const after = jointServiceAsJson(service)
      await logJointService(tx, service, { actor, batch: randomUUID(), version: 1 }, [
        { field: '+', before: null, after },
      ])
      return service
    })
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error
    throw new Fault('ALREADY_EXISTS', { field: 'slug', slug })
  }
}

/** Amounts are whole hundredths of the currency, so it must have such. */
function hasHundredths(currency: string): boolean {
  if (!Intl.supportedValuesOf('currency').includes(currency)) return false
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits === 2
}
