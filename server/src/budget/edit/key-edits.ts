import { Fault } from '@andel/schema/fault'
import { ref } from '@mikro-orm/core'
import { DistributionKey } from '../../allocation/distribution-key.entity.ts'
import { keyFacts } from '../../allocation/key-facts.ts'
import { keyFromInput } from '../../allocation/key-input.ts'
import type { AddKeyInput, RemoveKeyInput, SetKeyInput } from './edit-input.ts'
import { type Workbench, sameJson } from './workbench.ts'

/** A key as the log keeps it. */
export function keyAsJson(key: DistributionKey): Record<string, unknown> {
  const { name, bases, rounding } = keyFacts(key)
  const { shareStep, amountStep, residualRule, named = null } = rounding
  return { name, note: key.note, bases, shareStep, amountStep, residualRule, named }
}

export function setKey(bench: Workbench, edit: number, input: SetKeyInput): void {
  const key = bench.keyToEdit(edit, input)
  if (!key) return
  const touch = bench.keyTouch(edit, key)
  const before = keyAsJson(key)
  if (!tryToWrite(bench, edit, key, input)) return
  const after = keyAsJson(key)
  for (const field of Object.keys(after)) {
    if (sameJson(before[field], after[field])) continue
    if (!bench.isStale(touch, input.version, key, field, before[field], after[field])) {
      bench.record(touch, key, field, before[field], after[field])
    }
  }
}

export function addKey(bench: Workbench, edit: number, input: AddKeyInput): void {
  const key = new DistributionKey()
  if (!tryToWrite(bench, edit, key, input)) return
  key.budget = ref(bench.before.budget)
  bench.em.persist(key)
  bench.keys.set(key.id, key)
  bench.record(bench.keyTouch(edit, key), key, '+', null, keyAsJson(key))
}

export function removeKey(bench: Workbench, edit: number, input: RemoveKeyInput): void {
  const key = bench.keyToEdit(edit, input)
  if (!key) return
  const touch = bench.keyTouch(edit, key)
  const isDefault = bench.before.budget.defaultKey?.id === key.id
  if (isDefault || bench.order.some((line) => line.key.id === key.id)) {
    return bench.refuse(touch, null, new Fault('KEY_IN_USE', { key: key.name }))
  }
  const json = keyAsJson(key)
  if (bench.isStale(touch, input.version, key, '-', json, null)) return
  bench.record(touch, key, '-', json, null)
  bench.keys.delete(key.id)
  bench.em.remove(key)
}

/**
 * Writes an input into a key, when it is one. Whether it weighs everybody is seen when all edits are in:
 * the figures it needs may come with the same batch.
 */
function tryToWrite(
  bench: Workbench,
  edit: number,
  key: DistributionKey,
  input: AddKeyInput,
): boolean {
  try {
    const { name, note, bases, rounding } = keyFromInput(input.key)
    const { shareStep, amountStep, residualRule, named } = rounding
    const heir = named === undefined ? null : bench.before.municipalities.get(named)
    if (heir === undefined)
      throw new Fault('NOT_A_PARTICIPANT', { code: named ?? '', reason: 'NAMED' })
    Object.assign(key, { name, note, bases, shareStep, amountStep, residualRule })
    key.named = heir && ref(heir)
    return true
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    bench.refuse({ edit }, error.code === 'BAD_TEXT' ? 'name' : 'bases', error)
    return false
  }
}
