import { randomUUID } from 'node:crypto'
import { Fault } from '@andel/schema/fault'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import { readableServices } from '../access/readable.ts'
import { ownId } from '../connection/global-id.ts'
import { Change } from '../history/change.entity.ts'
import type { UpdateJointServiceInput } from './joint-service-input.ts'
import { readText } from './joint-service-texts.ts'
import { JointService } from './joint-service.entity.ts'
import { type FieldChange, logJointService } from './log-joint-service.ts'

const fields = ['name', 'body', 'description'] as const

/**
 * Changes what a joint service is called and said to be.
 *
 * @throws {Fault} `NOT_FOUND`, `FORBIDDEN`, `BAD_TEXT`
 */
export async function updateJointService(
  em: EntityManager,
  actor: Actor,
  input: UpdateJointServiceInput,
): Promise<JointService> {
  const id = ownId(input.jointServiceId, 'JointService')
  return em.transactional(async (tx) => {
    const service = await tx.findOne(JointService, { $and: [{ id }, readableServices(actor)] })
    if (!service) throw new Fault('NOT_FOUND', { jointService: id })
    authorize(actor, 'jointService.edit', { jointService: id })
    const changes = fields.flatMap((field): FieldChange[] => {
      const typed = input[field]
      if (typed == null) return []
      const [before, after] = [service[field], readText(field, typed)]
      service[field] = after
      return before === after ? [] : [{ field, before, after }]
    })
    if (changes.length === 0) return service
    const version = (await newestVersion(tx, service)) + 1
    await logJointService(tx, service, { actor, batch: randomUUID(), version }, changes)
    return service
  })
}

/** The log alone counts them: nobody edits from a version. */
async function newestVersion(em: EntityManager, { globalId }: JointService): Promise<number> {
  const [newest] = await em.find(
    Change,
    { entityId: globalId },
    { orderBy: { version: 'desc' }, limit: 1 },
  )
  return newest?.version ?? 1
}
