import { BadRequest } from '../http/bad-request.ts'
import type { Exchange, SignInMeans } from './sign-in-means.ts'
import type { Trier } from './throttle.ts'

/**
 * Goes on when somebody may try now, and says for how long to wait otherwise.
 *
 * @param account - what is tried to get into; the address is that of the request
 * @returns whom to tell `throttle` about when it succeeds
 * @throws {BadRequest} 429 with `Retry-After`
 */
export async function mayTry(
  { throttle }: Pick<SignInMeans, 'throttle'>,
  { request, response }: Exchange,
  account?: string,
): Promise<Trier> {
  const trier = { account, address: request.ip ?? '' }
  const seconds = await throttle.take(trier)
  if (seconds === 0) return trier
  response.set('Retry-After', String(seconds))
  throw new BadRequest(tooOften(Math.ceil(seconds / 60)), 429, 'TOO_MANY_TRIES')
}

const tooOften = (minutes: number) =>
  minutes === 1
    ? {
        sv: 'För många försök. Vänta en minut och försök igen.',
        en: 'Too many tries. Wait a minute and try again.',
      }
    : {
        sv: `För många försök. Vänta ${minutes} minuter och försök igen.`,
        en: `Too many tries. Wait ${minutes} minutes and try again.`,
      }
