import { registerEnumType } from 'type-graphql'
import type { Person } from '../person/person.entity.ts'
import type { Account } from './load-accounts.ts'

export enum PersonState {
  ACTIVE = 'ACTIVE',
  INVITED = 'INVITED',
  UNINVITED = 'UNINVITED',
  WAITING = 'WAITING',
  SUSPENDED = 'SUSPENDED',
  ERASED = 'ERASED',
}

registerEnumType(PersonState, {
  name: 'PersonState',
  description: 'How it stands with an account.',
  valuesConfig: {
    ACTIVE: { description: 'The person can sign in and may do something.' },
    INVITED: { description: 'The person has a link and has not chosen a password yet.' },
    UNINVITED: { description: 'There is no password, and no link that is still good.' },
    WAITING: { description: 'The person can sign in and has not been granted anything.' },
    SUSPENDED: { description: 'The account is closed for the time being.' },
    ERASED: { description: 'The name and e-mail have been erased.' },
  },
})

/** @param demo - whether people sign in by the links of the demo, without passwords */
export function stateOf(person: Person, account: Account, demo: boolean): PersonState {
  if (person.erasedAt) return PersonState.ERASED
  if (person.suspendedAt) return PersonState.SUSPENDED
  if (isLocal(person) && person.passwordHash === null) {
    if (account.invitedUntil && !person.signedInAt) return PersonState.INVITED
    if (!demo) return PersonState.UNINVITED
  }
  return account.grants.length > 0 ? PersonState.ACTIVE : PersonState.WAITING
}

/** Whether the person signs in here, and not at a provider. */
export const isLocal = ({ issuer }: Person): boolean => issuer === null
