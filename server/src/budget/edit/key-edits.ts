import { Fault } from '@andel/schema/fault'
import { ref } from '@mikro-orm/core'
import { DistributionKey } from '../../allocation/distribution-key.entity.ts'
import { keyFacts } from '../../allocation/key-facts.ts'
import { type KeyInput, keyFromInput } from '../../allocation/key-input.ts'
import { type Journal, sameJson } from '../../history/journal.ts'
import type { Municipality } from '../../municipality/municipality.entity.ts'
import type { AddKeyInput, RemoveKeyInput, SetKeyInput } from './edit-input.ts'
import { type Workbench, keyTouch } from './workbench.ts'

type Municipalities = ReadonlyMap<string, Municipality>

/** A key as the log keeps it. */
export function keyAsJson(key: DistributionKey): Record<string, unknown> {
  const { name, bases, rounding } = keyFacts(key)
  const { shareStep, amountStep, residualRule, named = null } = rounding
  return { name, note: key.note, bases, shareStep, amountStep, residualRule, named }
}

export function setKey(bench: Workbench, edit: number, input: SetKeyInput): void {
  const key = bench.keyToEdit(edit, input)
  if (!key) return
  reviseKey(bench, edit, { key, owner: key }, input, bench.before.municipalities)
}

/**
 * Writes a whole key over one that stands. Each field is looked at for a conflict and logged by itself.
 *
 * @param of.owner - what has the version: the key, or the agreement whose key it is
 * @param municipalities - those whom the key may name
 */
export function reviseKey(
  journal: Journal,
  edit: number,
  { key, owner }: { key: DistributionKey; owner: { version: number } },
  input: { version: number; key: KeyInput },
  municipalities: Municipalities,
): void {
  const touch = keyTouch(edit, key)
  const before = keyAsJson(key)
  if (!tryToWrite(journal, edit, key, input.key, municipalities)) return
  const after = keyAsJson(key)
  for (const field of Object.keys(after)) {
    if (sameJson(before[field], after[field])) continue
    if (journal.isStale(touch, input.version, owner, field, before[field], after[field])) continue
    journal.bump(key)
    journal.record(touch, owner, field, before[field], after[field])
  }
}

export function addKey(bench: Workbench, edit: number, input: AddKeyInput): void {
  const key = new DistributionKey()
  if (!tryToWrite(bench, edit, key, input.key, bench.before.municipalities)) return
  key.budget = ref(bench.before.budget)
  bench.em.persist(key)
  bench.keys.set(key.id, key)
  bench.record(keyTouch(edit, key), key, '+', null, keyAsJson(key))
}

export function removeKey(bench: Workbench, edit: number, input: RemoveKeyInput): void {
  const key = bench.keyToEdit(edit, input)
  if (!key) return
  const touch = keyTouch(edit, key)
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
  journal: Journal,
  edit: number,
  key: DistributionKey,
  input: KeyInput,
  municipalities: Municipalities,
): boolean {
  try {
    writeKey(key, input, municipalities)
    return true
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    journal.refuse({ edit }, error.code === 'BAD_TEXT' ? 'name' : 'bases', error)
    return false
  }
}

/**
 * Writes an input into a key.
 *
 * @throws {Fault} `BAD_TEXT` for the name, else what is wrong with its bases; the key is then as it was
 */
export function writeKey(
  key: DistributionKey,
  input: KeyInput,
  municipalities: Municipalities,
): void {
  const { name, note, bases, rounding } = keyFromInput(input)
  const { shareStep, amountStep, residualRule, named } = rounding
  const heir = named === undefined ? null : municipalities.get(named)
  if (heir === undefined)
    throw new Fault('NOT_A_PARTICIPANT', { code: named ?? '', reason: 'NAMED' })
  Object.assign(key, { name, note, bases, shareStep, amountStep, residualRule })
  key.named = heir && ref(heir)
}
