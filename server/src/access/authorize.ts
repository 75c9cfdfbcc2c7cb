import { Fault } from '@andel/schema/fault'
import type { Actor } from './actor.ts'
import { type Action, type Resource, can } from './can.ts'

/**
 * Goes on when somebody may do something, and not otherwise.
 *
 * @throws {Fault} `UNAUTHENTICATED` when nobody is signed in, else `FORBIDDEN`
 */
export function authorize(actor: Actor, action: Action, resource?: Resource): void {
  if (!can(actor, action, resource)) throw refusalOf(actor, action)
}

export function refusalOf(actor: Actor, action: Action): Fault {
  return new Fault(actor.isSignedIn ? 'FORBIDDEN' : 'UNAUTHENTICATED', { action })
}
