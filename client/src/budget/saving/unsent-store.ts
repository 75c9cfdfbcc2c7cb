import { emptyOutbox, hasUnsaved, type Outbox } from './outbox.ts'
import { readStored, writeStored } from './stored-form.ts'

/** Where what is not saved yet outlives a reload. */
export interface UnsentStore {
  read(): Outbox
  write(outbox: Outbox): void
}

/**
 * Keeps the outbox of one budget and one tab in the browser's storage. Two tabs never write over each other.
 *
 * @param tab - names this tab, the same after a reload
 */
export function unsentStore(storage: Storage, budgetId: string, tab: string): UnsentStore {
  const place = storePlace(budgetId, tab)
  return {
    read: () => readStored(storage.getItem(place)) ?? emptyOutbox,
    write(outbox) {
      if (hasUnsaved(outbox)) storage.setItem(place, writeStored(outbox))
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
