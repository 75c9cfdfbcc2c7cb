import { ownPath } from '@andel/schema/own-path'
import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { OidcFailure } from './oidc-failure.ts'
import type { OidcMeans } from './oidc-means.ts'

/** Bytes of a path to go on to: with a longer one, the cookie would not be kept. */
const longestPath = 1000

/**
 * Begins a sign-in at the provider.
 *
 * @param asked - where to go on to afterwards, as it stands in the address
 * @returns where to send the browser, and the `Set-Cookie` by which it is known when it comes back
 * @throws {OidcFailure} `svarar-inte`
 */
export async function beginOidc(
  { provider, transactions, callback }: OidcMeans,
  asked: unknown,
): Promise<{ entrance: string; cookie: string }> {
  const as = await provider.configuration().catch((cause: unknown) => {
    throw new OidcFailure('svarar-inte', undefined, { cause })
  })
  const path = ownPath(asked)
  const till = Buffer.byteLength(path) > longestPath ? '/' : path
  const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()]
  const entrance = buildAuthorizationUrl(as, {
    redirect_uri: callback.href,
    scope: provider.settings.scope,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  })
  return {
    entrance: entrance.href,
    cookie: await transactions.keep({ state, nonce, verifier, till }),
  }
}
