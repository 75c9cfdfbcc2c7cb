import {
  AuthorizationResponseError,
  ClientError,
  type Configuration,
  ResponseBodyError,
  authorizationCodeGrant,
} from 'openid-client'
import { enter } from '../enter.ts'
import { SignInWay } from '../session.entity.ts'
import type { Exchange, SignInMeans } from '../sign-in-means.ts'
import { findPerson, renamePerson } from './find-person.ts'
import { type Identity, identityFrom } from './identity.ts'
import { OidcFailure } from './oidc-failure.ts'
import type { OidcMeans } from './oidc-means.ts'
import type { Transaction } from './transactions.ts'

/**
 * Signs in whoever comes back from the provider, once.
 *
 * @returns where to go on to
 * @throws {OidcFailure}
 */
export async function finishOidc(
  means: SignInMeans,
  oidc: OidcMeans,
  exchange: Exchange,
): Promise<string> {
  const { request } = exchange
  const trier = { address: request.ip ?? '' }
  if ((await means.throttle.take(trier)) > 0) throw new OidcFailure('for-manga', undefined)
  const transaction = await oidc.transactions.begunIn(request)
  // what another browser has begun neither signs in here nor spoils what this one has begun
  if (!transaction || request.query['state'] !== transaction.state)
    throw new OidcFailure('for-sent', 'EXPIRED')
  if (!(await oidc.transactions.use(transaction))) throw new OidcFailure('for-sent', 'EXPIRED')
  const identity = await vouchedFor(oidc, transaction, request.originalUrl)
  const person = await findPerson(means.em, identity)
  const subject = person.globalId
  if (person.suspendedAt) throw new OidcFailure('nekad', 'SUSPENDED', { subject })
  await means.throttle.succeeded(trier)
  await enter(means, { person: person.id, way: SignInWay.OIDC }, exchange, (tx, entering) =>
    renamePerson(tx, entering, identity),
  )
  return transaction.till
}

/** Whom the provider vouches for, by the code that it gave. @throws {OidcFailure} */
async function vouchedFor(
  { provider, callback }: OidcMeans,
  { state, nonce, verifier }: Transaction,
  address: string,
): Promise<Identity> {
  const came = new URL(callback)
  came.search = new URL(address, callback).search
  try {
    const as = await provider.configuration()
    const identity = await redeem(as, came, { state, nonce, verifier })
    if (identity) return identity
  } catch (cause) {
    throw failureFrom(cause)
  }
  throw new OidcFailure('nekad', 'BAD_ANSWER')
}

/** Checks everything that comes back: state, issuer, token, signature, audience, nonce and time. The tokens are not kept. */
async function redeem(
  as: Configuration,
  came: URL,
  { state, nonce, verifier }: Pick<Transaction, 'state' | 'nonce' | 'verifier'>,
): Promise<Identity | undefined> {
  const tokens = await authorizationCodeGrant(as, came, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  })
  return identityFrom(as, tokens.claims()!, tokens.access_token)
}

/** What somebody decides, or is asked to do, at the provider. */
const givenUp: ReadonlySet<string> = new Set([
  'access_denied',
  'login_required',
  'interaction_required',
  'consent_required',
  'account_selection_required',
])

function failureFrom(cause: unknown): OidcFailure {
  if (cause instanceof AuthorizationResponseError) {
    const code = givenUp.has(cause.error) ? 'avbruten' : 'nekad'
    return new OidcFailure(code, 'PROVIDER_REFUSED', { cause })
  }
  if (cause instanceof ResponseBodyError)
    return new OidcFailure('nekad', 'PROVIDER_REFUSED', { cause })
  return new OidcFailure(isSilence(cause) ? 'svarar-inte' : 'nekad', 'BAD_ANSWER', { cause })
}

/** Whether there was no answer, rather than a bad one. */
function isSilence(cause: unknown): boolean {
  if (cause instanceof ClientError) return cause.code === 'OAUTH_TIMEOUT'
  return cause instanceof TypeError && cause.message === 'fetch failed'
}
