import type { HeldGrantFragment, ListedPersonFragment, Role } from '@andel/schema/operations'
import type { TextKey, TextValues } from '../../text/useText.ts'

/** Somebody with an account, as lists and pages have it. */
export type Person = ListedPersonFragment
export type Grant = HeldGrantFragment

type Say = (key: TextKey, values?: TextValues) => string

/** The roles, from the one that may most. */
export const roles: readonly Role[] = ['ADMIN', 'COORDINATOR', 'FINANCE_OFFICER', 'ANALYST']

/** The person that an id stands for; null when it stands for nothing, or for something else. */
export function personIn(node: Person | object | null | undefined): Person | null {
  return node && 'name' in node ? node : null
}

/** What a badge of a state looks like. */
export const stateTones = {
  ACTIVE: 'positive',
  INVITED: 'info',
  UNINVITED: 'warning',
  WAITING: 'warning',
  SUSPENDED: 'negative',
  ERASED: 'neutral',
} as const

/** Where a grant holds: "Familjehemscentrum, Östersund". */
export function placeOf({ jointService, municipality }: Grant, t: Say): string {
  if (!jointService) return t('people.everywhere')
  return [jointService.name, municipality?.name].filter(Boolean).join(', ')
}

/** How somebody signs in, as a sentence. */
export function wayOf({ way, provider }: Person, t: Say): string {
  return t(`people.way.${way}`, { provider: provider ?? '' })
}

/** The address behind which somebody chooses a password; the code is not sent to the server when it is opened. */
export function invitationLink(origin: string, code: string): string {
  return `${origin}/valkommen#${code}`
}
