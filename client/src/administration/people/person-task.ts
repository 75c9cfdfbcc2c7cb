import type { Grant, Person } from './person.ts'

export type PersonTaskKind =
  | 'edit'
  | 'invite'
  | 'endSessions'
  | 'suspend'
  | 'reinstate'
  | 'erase'
  | 'revoke'

/** What is being done with an account, in a dialog of its own. */
export interface PersonTask {
  readonly kind: PersonTaskKind
  readonly person: Person
  /** What is taken away by `revoke`. */
  readonly grant?: Grant
}

/** What takes something from the person. */
export const isDangerous = (kind: PersonTaskKind): boolean =>
  kind === 'suspend' || kind === 'erase' || kind === 'revoke'

/** What can be done with an account as it is now, the gentlest first. */
export function tasksFor(person: Person, isOwn: boolean): PersonTaskKind[] {
  if (person.state === 'ERASED') return []
  const isOpen = person.state !== 'SUSPENDED'
  const kinds: [PersonTaskKind, boolean][] = [
    ['edit', person.way !== 'OIDC'],
    ['invite', person.way !== 'OIDC' && isOpen],
    ['endSessions', person.sessions > 0],
    ['reinstate', !isOpen],
    ['suspend', isOpen && !isOwn],
    ['erase', !isOwn],
  ]
  return kinds.filter(([, may]) => may).map(([kind]) => kind)
}
