import { emptyOutbox, hasUnsaved, type Outbox } from './outbox.ts'

/** Where what is not saved yet outlives a reload. */
export interface UnsentStore {
  read(): Outbox
  write(outbox: Outbox): void
}

/** Raised when the shape of `Outbox` changes: what an older version stored is left alone. */
const form = 1

/**
 * Keeps the outbox of one budget and one tab in the browser's storage. Two tabs never write over each other.
 *
 * @param tab - names this tab, the same after a reload
 */
export function unsentStore(storage: Storage, budgetId: string, tab: string): UnsentStore {
  const place = storePlace(budgetId, tab)
  return {
    read: () => readStored(storage, place) ?? emptyOutbox,
    write(outbox) {
      if (hasUnsaved(outbox)) storage.setItem(place, JSON.stringify({ form, outbox }))
      else storage.removeItem(place)
    },
  }
}

/** Tabs that hold something unsaved of a budget. */
export function tabsWithUnsent(storage: Storage, budgetId: string): readonly string[] {
  const start = storePlace(budgetId, '')
  return Object.keys(storage)
    .filter((place) => place.startsWith(start))
    .map((place) => place.slice(start.length))
}

/** Gives what a closed tab left behind to this one. Nothing happens when this one has something itself. */
export function adoptUnsent(storage: Storage, budgetId: string, from: string, to: string): void {
  const left = storage.getItem(storePlace(budgetId, from))
  if (left === null || storage.getItem(storePlace(budgetId, to)) !== null) return
  storage.setItem(storePlace(budgetId, to), left)
  storage.removeItem(storePlace(budgetId, from))
}

function storePlace(budgetId: string, tab: string): string {
  return `andel.unsent ${budgetId} ${tab}`
}

function readStored(storage: Storage, place: string): Outbox | undefined {
  try {
    const stored: unknown = JSON.parse(storage.getItem(place) ?? 'null')
    return isStored(stored) ? stored.outbox : undefined
  } catch {
    return undefined
  }
}

function isStored(stored: unknown): stored is { outbox: Outbox } {
  return typeof stored === 'object' && stored !== null && 'form' in stored && stored.form === form
}
