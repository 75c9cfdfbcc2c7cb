import type { LoggedChange } from './logged-change.ts'

/** Changes that were accepted together. */
export interface Batch {
  readonly id: string
  readonly at: string
  readonly actor: string
  readonly actorId: string | null
  readonly reason: string | null
  /** Number of its newest change: the state that it left. */
  readonly sequence: number
  /** Oldest first. */
  readonly changes: readonly LoggedChange[]
}

/**
 * Changes by batch, newest first.
 *
 * @param changes - newest first
 * @param more - whether there are older ones: the last batch may then not be whole and is left for later, unless it is the only one
 */
export function batchesOf(changes: readonly LoggedChange[], more = false): readonly Batch[] {
  const byId = new Map<string, LoggedChange[]>()
  for (const change of changes) {
    const known = byId.get(change.batch)
    if (known) known.unshift(change)
    else byId.set(change.batch, [change])
  }
  const batches = [...byId].map(([id, own]): Batch => {
    const { at, actor, actorId, reason, sequence } = own.at(-1)!
    return { id, at, actor, actorId, reason, sequence, changes: own }
  })
  return more && batches.length > 1 ? batches.slice(0, -1) : batches
}
