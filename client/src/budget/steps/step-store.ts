import { serverId, type LocalIds } from '../sheet/local-ids.ts'
import { stepKinds } from '../saving/step-kind.ts'
import type { LoggedStep, StepLog } from './step-log.ts'

/** Where somebody's steps in one budget outlive a reload. All tabs of a browser share it. */
export interface StepStore {
  read(ids: LocalIds): StepLog
  write(log: StepLog, ids: LocalIds): void
  /** Tells when another tab has written. */
  watch(changed: () => void): () => void
}

/** Raised when the shape of `LoggedStep` changes: what another version stored is left out. */
const form = 1
/** Characters. */
const mostText = 1_000_000

/**
 * Keeps the newest steps of a budget in the browser's storage, with the server's ids as far as they are known.
 *
 * @param person - global id of whoever is signed in: nobody takes back what others did
 */
export function stepStore(storage: Storage, budgetId: string, person: string): StepStore {
  storage.removeItem(`andel.steps ${budgetId}`) // from when they were nobody's
  const place = `andel.steps ${budgetId} ${person}`
  return {
    read: (ids) => readLog(storage.getItem(place), ids),
    write(log, ids) {
      try {
        if (log.length === 0) storage.removeItem(place)
        else storage.setItem(place, written(log, ids))
      } catch {
        // no room left: the steps are known until the page is left
      }
    },
    watch(changed) {
      const listener = (event: StorageEvent): void => {
        if (event.key === place) changed()
      }
      globalThis.addEventListener?.('storage', listener)
      return () => globalThis.removeEventListener?.('storage', listener)
    },
  }
}

/** Where somebody's steps are kept, of all budgets. */
export function stepPlaces(storage: Storage, person: string): readonly string[] {
  return Object.keys(storage).filter(
    (place) => place.startsWith('andel.steps ') && place.split(' ')[2] === person,
  )
}

const texts = new WeakMap<LoggedStep, string>()

function written(log: StepLog, ids: LocalIds): string {
  const newest: string[] = []
  let length = 0
  for (const step of log.toReversed()) {
    const text = texts.get(step) ?? JSON.stringify(step)
    texts.set(step, text)
    length += text.length
    if (length > mostText) break
    newest.unshift(text)
  }
  const inServerIds = newest
    .join(',')
    .replace(/local:[0-9a-f-]{36}/g, (id) => serverId(id, ids) ?? id)
  return `{"form":${form},"steps":[${inServerIds}]}`
}

function readLog(text: string | null, ids: LocalIds): StepLog {
  try {
    const stored: unknown = JSON.parse(inLocalIds(text ?? 'null', ids))
    return isStored(stored) && stored.form === form ? stored.steps.filter(isStep) : []
  } catch {
    return []
  }
}

/** Lines that were added on this screen have their own ids here as long as it is open. */
function inLocalIds(text: string, ids: LocalIds): string {
  return Object.entries(ids).reduce((told, [ours, server]) => told.replaceAll(server, ours), text)
}

function isStored(stored: unknown): stored is { form: unknown; steps: readonly unknown[] } {
  return isObject(stored) && Array.isArray(stored['steps'])
}

const kinds: ReadonlySet<unknown> = new Set([...stepKinds, 'undo', 'redo'])

function isStep(step: unknown): step is LoggedStep {
  if (!isObject(step)) return false
  const { id, kind, at, undone, batch, flips } = step
  const isTold = [id, at, batch].every((text) => typeof text === 'string')
  return isTold && kinds.has(kind) && typeof undone === 'boolean' && areFlips(flips)
}

function areFlips(flips: unknown): boolean {
  return (
    Array.isArray(flips) &&
    flips.every(
      (flip) =>
        isObject(flip) &&
        isObject(flip['expects']) &&
        isObject(flip['edit']) &&
        typeof flip['edit']['kind'] === 'string',
    )
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
