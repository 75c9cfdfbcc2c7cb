import { Fault } from '@andel/schema/fault'
import type { ChangeLog } from '../history/change-log.ts'
import { ref } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import { readable } from '../access/readable.ts'
import { agreementAsJson } from '../agreement/as-logged.ts'
import { Agreement } from '../agreement/agreement.entity.ts'
import { DistributionKey } from '../allocation/distribution-key.entity.ts'
import { keyAsJson, writeKey } from '../budget/edit/key-edits.ts'
import { keyTouch } from '../budget/edit/workbench.ts'
import { ownId } from '../connection/global-id.ts'
import { acceptBatch, type Batch, batchOf } from '../history/accept-batch.ts'
import { EditProblem } from '../history/edit-problem.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import { AgreementBench } from './agreement-bench.ts'
import { checkTerms, reachOfAgreement } from './check-agreement.ts'
import type { CreateAgreementInput } from './create-agreement-input.ts'
import type { CreateAgreementPayload } from './create-agreement-payload.ts'
import { faultsOfTerms } from './new-agreement-terms.ts'
import { addParticipation } from './participation-edits.ts'

/**
 * Creates an agreement with its default key and its participants: all of it or nothing, in one transaction, logged as
 * `Change`s, and under the same rules as `editAgreement`.
 *
 * @throws {Fault} `NOT_FOUND`, `FORBIDDEN`, and what `batchOf` and `acceptBatch` throw; what is wrong with the agreement is
 *   in the payload
 */
export async function createAgreement(
  em: EntityManager,
  actor: Actor,
  input: CreateAgreementInput,
): Promise<CreateAgreementPayload> {
  const { jointServiceId, clientMutationKey, participants, ...terms } = input
  const id = ownId(jointServiceId, 'JointService')
  const batch = batchOf({ clientMutationKey }, actor, [jointServiceId, terms], participants)
  if (!(await em.count(JointService, { $and: [{ id }, readable(actor, 'id')] })))
    throw new Fault('NOT_FOUND', { jointService: id })
  authorize(actor, 'agreement.edit', { jointService: id })

  const { value: done, ...outcome } = await acceptBatch(em, batch, null, async (tx, log) => {
    const bench = await openBench(
      tx,
      log,
      await tx.findOneOrFail(JointService, { id }),
      input,
      batch,
    )
    await addAll(bench, input)
    const { changes, refused, problems } = bench
    return { keep: !refused, value: { changes, problems } }
  })
  const made = outcome.changes.find(({ entity }) => entity === 'Agreement')
  return {
    agreement:
      made === undefined
        ? null
        : await em.findOneOrFail(Agreement, { id: ownId(made.entityId, 'Agreement') }),
    replayed: outcome.replayed,
    changes: outcome.changes,
    // nothing that is refused has an id
    problems: (done?.problems ?? []).map(
      ({ edit, field, fault }) => new EditProblem(edit, null, field, fault),
    ),
  }
}

async function openBench(
  em: EntityManager,
  log: ChangeLog,
  jointService: JointService,
  input: CreateAgreementInput,
  batch: Batch,
): Promise<AgreementBench> {
  const codes = input.participants.map(({ municipalityCode }) => municipalityCode)
  const municipalities = await em.find(Municipality, { code: { $in: [...new Set(codes)] } })
  const begun = await em.count(Agreement, { jointService, validFrom: input.validFrom })
  const agreement = em.create(Agreement, {
    jointService: ref(jointService),
    title: input.title.trim(),
    decision: input.decision.trim(),
    validFrom: input.validFrom,
    validTo: input.validTo ?? null,
    noticePeriod: input.noticePeriod,
    note: input.note?.trim() || null,
    weighsPartYear: input.weighsPartYear,
    defaultKey: ref(new DistributionKey()),
  })
  const byCode = new Map(municipalities.map((one) => [one.code, one]))
  const bench = await AgreementBench.forNew(em, log, agreement, byCode, batch)
  for (const [field, fault] of faultsOfTerms(agreement, input.participants.length)) {
    bench.refuse({ edit: 0 }, field, fault)
  }
  if (begun > 0) {
    const fault = new Fault('ALREADY_EXISTS', { validFrom: input.validFrom })
    bench.refuse({ edit: 0 }, 'validFrom', fault)
  }
  return bench
}

/** Whether the key weighs everybody is seen when there is a key, and everybody is known. */
async function addAll(bench: AgreementBench, input: CreateAgreementInput): Promise<void> {
  const { agreement, problems } = bench
  const touch = { edit: 0, entity: 'Agreement', entityId: agreement.globalId } as const
  bench.record(touch, agreement, '+', null, agreementAsJson(agreement))
  const before = problems.length
  addKey(bench, input)
  if (problems.some(({ field }) => field === 'validTo' || field === 'participants')) return
  for (const [index, { from, ...participant }] of input.participants.entries()) {
    addParticipation(bench, index, { ...participant, from: from ?? agreement.validFrom })
  }
  checkTerms(bench)
  if (problems.length === before) await reachOfAgreement(bench, [])
}

function addKey(bench: AgreementBench, { defaultKey }: CreateAgreementInput): void {
  const { agreement, key, municipalities } = bench
  try {
    writeKey(key, defaultKey, municipalities)
    bench.record(keyTouch(0, key), agreement, '+', null, keyAsJson(key))
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    bench.refuse({ edit: 0 }, error.code === 'BAD_TEXT' ? 'name' : 'bases', error)
  }
}
