import { unsentBy } from '../budget/saving/unsent-store.ts'
import { stepPlaces } from '../budget/steps/step-store.ts'
import { commentDraftPlaces } from '../comment/comment-drafts.ts'
import { draftPlaces, draftStore } from '../drafts/draft-store.ts'
import { forgetWork } from '../explorer/kept/kept-work.ts'

/** How many edits of somebody this browser has that the server does not: in budgets, as drafts and as comments. */
export function countUnsaved(storage: Storage, person: string): number {
  const inBudgets = unsentBy(storage, person).map(({ count }) => count)
  const drafts = draftPlaces(storage).map((place) => draftStore(storage, place).read().size)
  const comments = commentDraftPlaces(storage, person).map(() => 1)
  return [...inBudgets, ...drafts, ...comments].reduce((sum, count) => sum + count, 0)
}

/** Takes what somebody wrote out of the browser: edits that are not saved, drafts, comments, steps and what stood in the explorer. */
export function forgetPerson(storage: Storage, person: string): void {
  const unsent = unsentBy(storage, person).map(({ place }) => place)
  const own = [...stepPlaces(storage, person), ...commentDraftPlaces(storage, person)]
  for (const place of [...unsent, ...draftPlaces(storage), ...own]) {
    storage.removeItem(place)
  }
  forgetWork(storage)
}
