import type { failure as sv } from '../sv/failure.ts'

export const failure: typeof sv = {
  offline: 'The server does not answer. Check the connection and try again.',
  incident:
    'Something went wrong in the server. Quote error number {incident} when asking for help.',
  unknown: 'Something went wrong. Try again, and tell us if it does not go away.',
}
