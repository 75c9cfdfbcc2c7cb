import { Fault } from '@andel/schema/fault'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Actor } from '../access/actor.ts'
import { authorize } from '../access/authorize.ts'
import { readable } from '../access/readable.ts'
import { Agreement } from '../agreement/agreement.entity.ts'
import { Budget } from '../budget/budget.entity.ts'
import { reviseKey } from '../budget/edit/key-edits.ts'
import { budgetEffects } from '../budget/reach/budget-effect.ts'
import { wholeSheets } from '../budget/reach/sheets-using.ts'
import { ownId } from '../connection/global-id.ts'
import { acceptBatch, batchOf } from '../history/accept-batch.ts'
import { AgreementBench } from './agreement-bench.ts'
import { checkTerms, reachOfAgreement } from './check-agreement.ts'
import type { AgreementEditInput, EditAgreementInput } from './edit-agreement-input.ts'
import type { EditAgreementPayload } from './edit-agreement-payload.ts'
import { addParticipation, removeParticipation, setParticipation } from './participation-edits.ts'

/**
 * Applies edits to an agreement: all of them or none, in one transaction, each logged as a `Change` that
 * reaches the budgets whose participants it changes.
 *
 * @throws {Fault} `NOT_FOUND`, `FORBIDDEN`, and what `batchOf` and `acceptBatch` throw; what is wrong with single edits is in
 *   the payload
 */
export async function editAgreement(
  em: EntityManager,
  actor: Actor,
  input: EditAgreementInput,
): Promise<EditAgreementPayload> {
  const { agreementId, version, edits, dryRun } = input
  const id = ownId(agreementId, 'Agreement')
  const batch = batchOf(input, actor, [agreementId, version], edits)
  const found = await em.findOne(Agreement, { id, ...readable(actor, 'jointService') })
  if (!found) throw new Fault('NOT_FOUND', { agreement: id })
  authorize(actor, 'agreement.edit', { jointService: found.jointService.id })

  const { value: done, ...outcome } = await acceptBatch(em, batch, null, async (tx, log) => {
    const bench = await AgreementBench.open(tx, log, id, input, batch)
    const budgets = await tx.find(Budget, { agreement: id }, { orderBy: { year: 'asc' } })
    const sheets = await wholeSheets(
      tx,
      budgets.map((budget) => budget.id),
    )
    applyAll(bench, edits)
    if (!bench.refused) checkTerms(bench)
    const reached = bench.refused ? [] : await reachOfAgreement(bench, sheets)
    const { changes, refused, problems, conflicts } = bench
    const effects = budgetEffects(reached)
    return { keep: !refused && !dryRun, value: { changes, problems, conflicts, effects } }
  })
  return {
    agreement: await em.findOneOrFail(Agreement, { id }),
    ...outcome,
    problems: done?.problems ?? [],
    conflicts: done?.conflicts ?? [],
    effects: done?.effects ?? [],
  }
}

function applyAll(bench: AgreementBench, edits: readonly AgreementEditInput[]): void {
  const { basedOn: version, agreement } = bench
  if (version < 1 || version > agreement.version) {
    const touch = { edit: 0, entityId: agreement.globalId }
    return bench.refuse(touch, 'version', new Fault('UNKNOWN_VERSION', { version }))
  }
  for (const [index, edit] of edits.entries()) apply(bench, index, edit)
}

function apply(bench: AgreementBench, index: number, edit: AgreementEditInput): void {
  const given = Object.values(edit).filter((part) => part != null)
  if (given.length !== 1)
    return bench.refuse({ edit: index }, null, new Fault('BAD_INPUT', { given: given.length }))
  if (edit.setParticipation) setParticipation(bench, index, edit.setParticipation)
  if (edit.addParticipation) addParticipation(bench, index, edit.addParticipation)
  if (edit.removeParticipation) removeParticipation(bench, index, edit.removeParticipation)
  if (edit.setKey) {
    const { basedOn: version, agreement: owner, key, municipalities } = bench
    reviseKey(bench, index, { key, owner }, { version, key: edit.setKey.key }, municipalities)
  }
}
