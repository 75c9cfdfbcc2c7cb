import { noticeTakesEffect } from '@andel/schema/agreement'
import { Fault } from '@andel/schema/fault'
import type { Agreement } from '../agreement/agreement.entity.ts'

const most = { title: 200, decision: 200, note: 5000 }

type Terms = Pick<
  Agreement,
  'title' | 'decision' | 'note' | 'validFrom' | 'validTo' | 'noticePeriod'
>

/** What is wrong with the terms of an agreement by themselves, by field of the input. */
export function faultsOfTerms(
  terms: Terms,
  participants: number,
): [field: keyof Terms | 'participants', fault: Fault][] {
  const faults: ReturnType<typeof faultsOfTerms> = []
  for (const field of ['title', 'decision', 'note'] as const) {
    const text = terms[field]
    if (text === '' || (text?.length ?? 0) > most[field])
      faults.push([field, new Fault('BAD_TEXT', { field, most: most[field] })])
  }
  const { validFrom, validTo, noticePeriod } = terms
  if (validTo !== null && validTo < validFrom)
    faults.push(['validTo', new Fault('BAD_TERM', { validFrom, validTo })])
  try {
    noticeTakesEffect(validFrom, noticePeriod)
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    faults.push([error.code === 'BAD_DATE' ? 'validFrom' : 'noticePeriod', error])
  }
  if (participants === 0) faults.push(['participants', new Fault('BAD_INPUT', { participants })])
  return faults
}
