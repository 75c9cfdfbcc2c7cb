import { Fault } from '@andel/schema/fault'
import { shallowReadonly, shallowRef } from 'vue'

const signedOut = shallowRef(false)
/** Whether the server has said that nobody is signed in here. */
export const isSignedOut = shallowReadonly(signedOut)

const count = shallowRef(0)
/** How often somebody has signed in since the page was opened: what had to wait for that goes on. */
export const entrances = shallowReadonly(count)

const asked = shallowRef(false)
/** Whether whoever looks is asked to sign in again: at each refusal for want of it, until it is put off. */
export const isEntranceAsked = shallowReadonly(asked)

/** Asks for it, or puts it off until the next refusal. */
export function askEntrance(now = true): void {
  asked.value = now
}

/** Takes note of what the server refuses. The one place where a session is found to have ended. */
export function noteRefusal(failure: unknown): void {
  if (!isUnauthenticated(failure)) return
  signedOut.value = true
  askEntrance()
}

/** Somebody else has signed in: for the page that is as if nobody had. */
export function noteOtherPerson(): void {
  signedOut.value = true
  askEntrance()
}

/** Somebody has signed in. */
export function noteEntrance(): void {
  signedOut.value = false
  askEntrance(false)
  count.value += 1
}

/** Whether something failed for nothing but that nobody is signed in. */
export const isUnauthenticated = (failure: unknown): boolean =>
  failure instanceof Fault && failure.code === 'UNAUTHENTICATED'

let person: string | undefined

/** From now on every request says whom the page was opened by, and the server refuses it as anybody else's. */
export function actAs(personId: string): void {
  person = personId
}

/** The headers that say so. */
export function actingHeaders(): Record<string, string> {
  return person === undefined ? {} : { 'Andel-Person': person }
}
