import { postForm } from '../api/index.ts'

/** Ends the session and begins anew at the sign-in page, with nothing left in memory. */
export async function signOut(): Promise<void> {
  await postForm('/sign-out', {})
  location.assign('/logga-in')
}
