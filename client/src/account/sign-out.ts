import { shallowReadonly, shallowRef } from 'vue'
import { postForm } from '../api/index.ts'
import { countUnsaved, forgetPerson } from './kept-here.ts'
import { useViewer } from './useViewer.ts'

const { viewer } = useViewer()
const count = shallowRef(0)
/** How many edits are not saved, while whoever is about to sign out is asked what becomes of them; otherwise 0. */
export const unsavedOnLeaving = shallowReadonly(count)

/** Signs out; asks first when something is not saved. */
export async function signOut(): Promise<void> {
  count.value = viewer.value ? countUnsaved(localStorage, viewer.value.id) : 0
  if (count.value === 0) await leave()
}

/** Stays signed in after all. */
export function stay(): void {
  count.value = 0
}

/**
 * Ends the session and begins anew at the sign-in page, with nothing left in memory.
 *
 * @param forgets - takes what this person wrote out of the browser as well
 * @throws {Offline | Refusal} still signed in
 */
export async function leave({ forgets = false } = {}): Promise<void> {
  await postForm('/sign-out', {})
  if (forgets && viewer.value) forgetPerson(localStorage, viewer.value.id)
  location.assign('/logga-in')
}
