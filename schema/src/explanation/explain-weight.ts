import type { ShareTrace } from '../budget/trace-share.ts'
import type { Voice } from './voice.ts'

/** The exact share: the weight, what it is part of, and what was blended. */
export function explainWeight(trace: ShareTrace, voice: Voice): string[] {
  const { words, percent, share } = voice
  const exact = { ...weightText(trace, voice), percent: share(trace.weight, trace.sum) }
  if (trace.bases.length === 1) {
    return [words.weight({ ...exact, count: countText(trace, voice) })]
  }
  const parts = trace.bases.map(({ basis }) =>
    words.part({ percent: percent(String(basis.percent)), basis: words.basisName[basis.kind] }),
  )
  return [words.blended({ ...exact, parts: words.list(parts) })]
}

/** Weight and sum as written: in the unit of the basis where there is one only. */
export function weightText(
  { bases, weight, sum }: ShareTrace,
  { number }: Pick<Voice, 'number'>,
): { weight: string; sum: string } {
  const places = bases.length === 1 ? bases[0]!.places : 0
  return { weight: number(weight, places), sum: number(sum, places) }
}

/** How many take part in the line. */
export function countText(
  { participants, leftOut }: ShareTrace,
  { number }: Pick<Voice, 'number'>,
): string {
  return number(participants.length - leftOut.length)
}
