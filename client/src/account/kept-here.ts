import { unsentBy } from '../budget/saving/unsent-store.ts'
import { stepPlaces } from '../budget/steps/step-store.ts'
import { draftPlaces, draftStore } from '../drafts/draft-store.ts'
import { forgetWork } from '../explorer/kept/kept-work.ts'

/** How many edits of somebody this browser has that the server does not: in budgets and as drafts. */
export function countUnsaved(storage: Storage, person: string): number {
  const inBudgets = unsentBy(storage, person).map(({ count }) => count)
  const drafts = draftPlaces(storage).map((place) => draftStore(storage, place).read().size)
  return [...inBudgets, ...drafts].reduce((sum, count) => sum + count, 0)
}

/** Takes what somebody wrote out of the browser: edits that are not saved, drafts, steps and what stood in the explorer. */
export function forgetPerson(storage: Storage, person: string): void {
  const unsent = unsentBy(storage, person).map(({ place }) => place)
  for (const place of [...unsent, ...draftPlaces(storage), ...stepPlaces(storage, person)]) {
    storage.removeItem(place)
  }
  forgetWork(storage)
}
