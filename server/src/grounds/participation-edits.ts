import { Fault } from '@andel/schema/fault'
import { ref } from '@mikro-orm/core'
import type { Agreement } from '../agreement/agreement.entity.ts'
import { participationAsJson } from '../agreement/as-logged.ts'
import { Participation } from '../agreement/participation.entity.ts'
import type { AgreementBench } from './agreement-bench.ts'
import type {
  AddParticipationInput,
  RemoveParticipationInput,
  SetParticipationInput,
} from './edit-agreement-input.ts'

/** From a day to a day; null until further notice. */
interface Term {
  readonly from: string
  readonly to: string | null
}

export function setParticipation(
  bench: AgreementBench,
  edit: number,
  { participationId, from, to = null }: SetParticipationInput,
): void {
  const participation = toEdit(bench, edit, participationId)
  if (!participation || !isWithin(bench, edit, { from, to }, participation)) return
  const touch = bench.touch(edit, participation)
  const { basedOn, agreement } = bench
  const before: Term = { from: participation.fromDate, to: participation.toDate }
  const after: Term = { from, to }
  for (const field of ['from', 'to'] as const) {
    if (before[field] === after[field]) continue
    if (bench.isStale(touch, basedOn, agreement, field, before[field], after[field])) continue
    bench.record(touch, agreement, field, before[field], after[field])
  }
  participation.fromDate = from
  participation.toDate = to
}

export function addParticipation(
  bench: AgreementBench,
  edit: number,
  { municipalityCode: code, from, to = null }: AddParticipationInput,
): void {
  const municipality = bench.municipalities.get(code)
  if (!municipality)
    return bench.refuse({ edit }, 'municipalityCode', new Fault('NOT_FOUND', { code }))
  if (!isWithin(bench, edit, { from, to })) return
  const { agreement } = bench
  const participation = bench.em.create(Participation, {
    agreement: ref(agreement),
    municipality: ref(municipality),
    fromDate: from,
    toDate: to,
  })
  bench.participations.set(participation.globalId, participation)
  bench.bump(agreement) // it is older than what is added to it
  bench.record(
    bench.touch(edit, participation),
    agreement,
    '+',
    null,
    participationAsJson(participation),
  )
}

export function removeParticipation(
  bench: AgreementBench,
  edit: number,
  { participationId }: RemoveParticipationInput,
): void {
  const participation = toEdit(bench, edit, participationId)
  if (!participation) return
  const touch = bench.touch(edit, participation)
  const json = participationAsJson(participation)
  if (bench.isStale(touch, bench.basedOn, bench.agreement, '-', json, null)) return
  bench.record(touch, bench.agreement, '-', json, null)
  bench.participations.delete(participationId)
  bench.em.remove(participation)
}

function toEdit(bench: AgreementBench, edit: number, id: string): Participation | undefined {
  const participation = bench.participations.get(id)
  if (!participation)
    bench.refuse({ edit, entityId: id }, 'participationId', new Fault('NOT_FOUND', { id }))
  return participation
}

/** Whether a term is one, and within the agreement; noted when it is not. */
function isWithin(
  bench: AgreementBench,
  edit: number,
  term: Term,
  participation?: Participation,
): boolean {
  const field = wrongDay(term, bench.agreement)
  if (!field) return true
  const { validFrom, validTo } = bench.agreement
  const fault = new Fault('BAD_TERM', { validFrom, validTo: validTo ?? '' })
  bench.refuse(participation ? bench.touch(edit, participation) : { edit }, field, fault)
  return false
}

/** ISO dates sort as text. */
function wrongDay({ from, to }: Term, { validFrom, validTo }: Agreement): keyof Term | undefined {
  if (from < validFrom || (validTo !== null && from > validTo)) return 'from'
  return to !== null && (to < from || (validTo !== null && to > validTo)) ? 'to' : undefined
}
