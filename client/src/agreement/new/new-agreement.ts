import { Fault } from '@andel/schema/fault'
import type { CreateAgreementInput, CreateAgreementMutation } from '@andel/schema/operations'
import { readDay } from '../../text/read-day.ts'
import type { TextKey, TextValues } from '../../text/useText.ts'

/** A municipality that is to take part. An empty first day is the agreement's, an empty last day none. */
export interface ParticipantForm {
  readonly code: string
  readonly from: string
  readonly to: string
}

/** The terms of an agreement as typed. */
export interface TermsForm {
  title: string
  decision: string
  validFrom: string
  validTo: string
  noticePeriod: string
  partYear: 'months' | 'whole'
  note: string
}

/** A sentence that stands at a field: its name, and what it quotes. */
type Complaint = readonly [key: TextKey, values?: TextValues]
/** By place: the name of a term, `participants`, `participants.2.from`, `key`. */
export type Complaints = Readonly<Record<string, Complaint>>

const most = { title: 200, decision: 200, note: 5000 } as const

export const noticePeriods = [
  ...['P1M', 'P2M', 'P3M', 'P6M', 'P9M'],
  ...['P1Y', 'P1Y6M', 'P2Y', 'P3Y'],
] as const

export function newTerms(): TermsForm {
  const texts = { title: '', decision: '', validFrom: '', validTo: '', note: '' }
  return { ...texts, noticePeriod: 'P1Y', partYear: 'months' }
}

/** An ISO date, '' for what is left empty, or nothing when it is no date. */
export function dayOf(text: string): string | undefined {
  if (text.trim() === '') return ''
  try {
    return readDay(text)
  } catch (fault) {
    if (fault instanceof Fault) return undefined
    throw fault
  }
}

/** What is wrong with the terms and with who takes part, by place, before anything is sent. */
export function complaintsAbout(
  terms: TermsForm,
  participants: readonly ParticipantForm[],
): Complaints {
  const complaints: Record<string, Complaint> = {}
  for (const field of ['title', 'decision', 'note'] as const) {
    const { length } = terms[field].trim()
    if (length > most[field]) complaints[field] = ['newAgreement.tooLong', { most: most[field] }]
    else if (length === 0 && field !== 'note') complaints[field] = [`newAgreement.no.${field}`]
  }
  const [first, last] = [dayOf(terms.validFrom), dayOf(terms.validTo)]
  if (!first)
    complaints['validFrom'] = first === '' ? ['newAgreement.no.validFrom'] : ['faults.BAD_DATE']
  if (last === undefined) complaints['validTo'] = ['faults.BAD_DATE']
  else if (first && last !== '' && last < first) complaints['validTo'] = ['newAgreement.endsFirst']
  if (participants.length === 0) complaints['participants'] = ['newAgreement.no.participants']
  const within = { first: first ?? '', last: last || '9999-12-31' }
  for (const [index, participant] of participants.entries()) {
    const [field, complaint] = complaintAbout(participant, within) ?? []
    if (field && complaint) complaints[`participants.${index}.${field}`] = complaint
  }
  return complaints
}

function complaintAbout(
  { from, to }: ParticipantForm,
  { first, last }: { first: string; last: string },
): ['from' | 'to', Complaint] | undefined {
  const [begins, ends] = [dayOf(from), dayOf(to)]
  if (begins === undefined) return ['from', ['faults.BAD_DATE']]
  if (ends === undefined) return ['to', ['faults.BAD_DATE']]
  if (begins !== '' && (begins < first || begins > last)) return ['from', ['newAgreement.outside']]
  if (ends === '') return undefined
  if (ends < (begins || first)) return ['to', ['newAgreement.endsFirst']]
  return ends > last ? ['to', ['newAgreement.outside']] : undefined
}

type Problem = CreateAgreementMutation['createAgreement']['problems'][number]

/** The place that a problem of the server belongs to. */
export function placeOf({ field, edit }: Pick<Problem, 'field' | 'edit'>): string {
  if (field === 'bases' || field === 'name') return 'key'
  if (field === 'municipalityCode') return `participants.${edit}.from`
  return field === 'from' || field === 'to' ? `participants.${edit}.${field}` : (field ?? 'key')
}

type Sent = Omit<CreateAgreementInput, 'jointServiceId' | 'clientMutationKey' | 'defaultKey'>

/** What to send of it. Ask `complaintsAbout` first. */
export function toInput(terms: TermsForm, participants: readonly ParticipantForm[]): Sent {
  const validTo = dayOf(terms.validTo)
  return {
    title: terms.title.trim(),
    decision: terms.decision.trim(),
    validFrom: dayOf(terms.validFrom) ?? '',
    ...(validTo && { validTo }),
    noticePeriod: terms.noticePeriod,
    weighsPartYear: terms.partYear === 'months',
    ...(terms.note.trim() && { note: terms.note.trim() }),
    participants: participants.map(({ code, from, to }) => ({
      municipalityCode: code,
      ...(dayOf(from) && { from: dayOf(from)! }),
      ...(dayOf(to) && { to: dayOf(to)! }),
    })),
  }
}
