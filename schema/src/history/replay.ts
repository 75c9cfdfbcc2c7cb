import {
  type Facts,
  type LoggedChange,
  type Misfit,
  firstDifference,
  sameValue,
  wholeContent,
} from './facts.ts'

/**
 * Carries a change out on what stands, which it then is part of, whether it fitted or not.
 *
 * @param facts - is changed
 * @returns where the change takes for granted what does not stand; null when it fits
 */
export function replay(facts: Facts, change: LoggedChange): Misfit | null {
  const { field, before, after, version } = change
  return carryOut(facts, change, { field, from: before, to: after, version })
}

/**
 * Takes a change back: what stands is then as it was before it. To be called with the newest change first. Changes of one
 * batch share a version, so versions are right when all of a batch have been taken back.
 *
 * @param facts - is changed
 * @returns where what stands is not what the change left behind; null when it fits
 */
export function rewind(facts: Facts, change: LoggedChange): Misfit | null {
  const { field, before, after, version } = change
  const back = field === '+' ? '-' : field === '-' ? '+' : field
  return carryOut(facts, change, { field: back, from: after, to: before, version: version - 1 })
}

interface Step {
  readonly field: string
  readonly from: unknown
  readonly to: unknown
  /** Of what stands after the step. */
  readonly version: number
}

function carryOut(
  facts: Facts,
  { entity, entityId, owner = null }: LoggedChange,
  { field, from, to, version }: Step,
): Misfit | null {
  const known = facts.get(entityId)
  if (field === '+') {
    facts.set(entityId, { entity, owner, version, content: wholeContent(entity, to) })
    return known ? { field, told: null, stood: known.content } : null
  }
  if (!known) return { field: '+', told: from ?? null, stood: null }
  if (field === '-') {
    facts.delete(entityId)
    return firstDifference(wholeContent(entity, from), known.content)
  }
  const { content } = known
  facts.set(entityId, { ...known, version, content: { ...content, [field]: to ?? null } })
  const stood = content[field] ?? null
  return sameValue(from ?? null, stood) ? null : { field, told: from ?? null, stood }
}
