import type { account as swedish } from '../sv/account.ts'

export const account: typeof swedish = {
  menu: 'Account: {name}',
  mine: 'My account',
  administration: 'Administration',
  signIn: 'Sign in',
  signOut: 'Sign out',
  noGrants: 'no role',
  roles: {
    ADMIN: 'administrator',
    COORDINATOR: 'co-ordinator',
    FINANCE_OFFICER: 'finance officer',
    ANALYST: 'analyst',
  },
  roleOf: '{role} for {place}',
  demo: 'This is the demo.',
  demoAs: 'You are {roles}.',
  demoWay: 'More roles stand where Andel was started.',
}
