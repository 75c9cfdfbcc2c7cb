import { emptyOutbox, hasUnsaved, unanswered, type Outbox } from './outbox.ts'
import { readStored, writeStored } from './stored-form.ts'

/** Where what is not saved yet outlives a reload. */
export interface UnsentStore {
  read(): Outbox
  write(outbox: Outbox): void
}

/** Whose it is: nobody else's edits are ever sent. */
export interface UnsentPlace {
  /** Names this tab, the same after a reload. */
  readonly tab: string
  /** Global id of whoever is signed in. */
  readonly person: string
}

/**
 * Keeps the outbox of one budget, person and tab in the browser's storage. Two tabs never write over each other.
 */
export function unsentStore(
  storage: Storage,
  budgetId: string,
  { tab, person }: UnsentPlace,
): UnsentStore {
  const place = storePlace(budgetId, person, tab)
  return {
    read: () => readStored(storage.getItem(place)) ?? emptyOutbox,
    write(outbox) {
      if (hasUnsaved(outbox)) storage.setItem(place, writeStored(outbox))
      else storage.removeItem(place)
    },
  }
}

/** Tabs that hold something unsaved of a budget by somebody. */
export function tabsWithUnsent(
  storage: Storage,
  budgetId: string,
  person: string,
): readonly string[] {
  const start = storePlace(budgetId, person, '')
  return Object.keys(storage)
    .filter((place) => place.startsWith(start))
    .map((place) => place.slice(start.length))
}

/** Everything that somebody has not saved, in any tab of any budget: where it is kept, and how many steps and held things. */
export function unsentBy(
  storage: Storage,
  person: string,
): readonly { readonly place: string; readonly count: number }[] {
  return Object.keys(storage)
    .filter((place) => place.startsWith('andel.unsent ') && place.split(' ')[2] === person)
    .map((place) => {
      const outbox = readStored(storage.getItem(place)) ?? emptyOutbox
      return { place, count: unanswered(outbox).length + outbox.held.length }
    })
}

function storePlace(budgetId: string, person: string, tab: string): string {
  return `andel.unsent ${budgetId} ${person} ${tab}`
}
