import { type Facts, rewind } from '@andel/schema/history'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { hashOfBaseFact, inChainOrder, origin } from '../history/base-fact-hash.ts'
import { BaseFact } from '../history/base-fact.entity.ts'
import { hashOfChange } from '../history/change-log.ts'
import { Change } from '../history/change.entity.ts'
import { HistoryHead } from '../history/history-head.entity.ts'
import { changesBackward, changesForward, loggedChange } from './logged-change.ts'
import { standingFacts } from './standing-facts.ts'

const atOnce = 1000

/**
 * Chains a log that is not chained yet: writes down what stood before the first change, and gives every change there is its
 * hash. All of it or nothing, and once, however many processes start at the same time.
 */
export async function beginChain(em: EntityManager): Promise<void> {
  if (!(await em.count(HistoryHead, { hash: '' }))) return
  if (!(await isUnchained(em))) {
    if (await em.count(HistoryHead, { hash: '' })) throw new BrokenChain()
    return // another process has just chained it
  }
  await em.transactional(async (tx) => {
    // Holds the end of the log from the first statement on: whoever comes second finds that it is done.
    if (!(await tx.nativeUpdate(HistoryHead, { hash: '' }, { hash: origin }))) return
    const base = await baseFacts(tx)
    for (let from = 0; from < base.length; from += atOnce)
      await tx.insertMany(BaseFact, base.slice(from, from + atOnce))
    const hash = await chainChanges(tx, base.at(-1)?.hash ?? origin)
    await tx.nativeUpdate(HistoryHead, { id: 1 }, { hash })
  })
}

/** Whether a log has never been chained: one that has lost its end alone has, and is not to be chained anew. */
export async function isUnchained(em: EntityManager): Promise<boolean> {
  if (!(await em.count(HistoryHead, { hash: '' }))) return false
  const chained = await em.findOne(
    Change,
    { hash: { $ne: '' } },
    { fields: ['sequence'], disableIdentityMap: true },
  )
  return !chained && !(await em.count(BaseFact))
}

/** Why Andel does not start on a log that was chained and has lost its end. */
export class BrokenChain extends Error {
  override readonly name = 'BrokenChain'

  constructor() {
    super(
      'The history was chained, but its end (history_head) has no hash. Look with: andel verify',
    )
  }
}

/** What is left of what stands when every change is taken back, in order and chained. */
async function baseFacts(em: EntityManager): Promise<BaseFact[]> {
  const facts: Facts = new Map()
  for await (const { id, version, ...fact } of standingFacts(em))
    facts.set(id, { ...fact, version: version ?? 1 })
  for await (const change of changesBackward(em)) rewind(facts, loggedChange(change))
  let hash = origin
  return [...facts]
    .map(([entityId, { entity, owner, content }]) => ({ entity, entityId, owner, content }))
    .toSorted(inChainOrder)
    .map((fact) => ({ ...fact, hash: (hash = hashOfBaseFact(hash, fact)) }))
}

/** Gives every change its hash. @returns that of the newest */
async function chainChanges(em: EntityManager, genesis: string): Promise<string> {
  let hash = genesis
  for await (const change of changesForward(em)) {
    hash = hashOfChange(hash, change)
    await em.nativeUpdate(Change, { sequence: change.sequence }, { hash })
  }
  return hash
}
