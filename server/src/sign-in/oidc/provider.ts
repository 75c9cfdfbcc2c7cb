import {
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  None,
  type ServerMetadata,
  allowInsecureRequests,
  clockTolerance,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client'
import pRetry from 'p-retry'
import type { OidcConfig } from '../../config.ts'
import { boundedFetch } from './bounded-fetch.ts'

/** Seconds for an answer of the provider, and for clocks that differ. */
const patience = 5
const clocksDiffer = 30

/** Milliseconds for which what a provider says of itself is believed, and for which a silent one is left alone. */
const keptFor = 60 * 60_000
const leftAloneFor = 1000

/** An OpenID Connect provider. It is asked what it is when the first person comes, so it need not be there at the start. */
export class Provider {
  private known: { readonly as: Configuration; readonly at: number } | undefined
  private silent: { readonly why: unknown; readonly at: number } | undefined
  private asking: Promise<Configuration> | undefined

  constructor(readonly settings: OidcConfig) {}

  /**
   * The provider, ready to be used. One that has answered before is believed when it is silent now.
   *
   * @throws what kept it from answering
   */
  async configuration(): Promise<Configuration> {
    if (this.known && Date.now() - this.known.at < keptFor) return this.known.as
    if (this.silent && Date.now() - this.silent.at < leftAloneFor)
      return this.instead(this.silent.why)
    this.asking ??= this.discover().finally(() => (this.asking = undefined))
    try {
      return await this.asking
    } catch (why) {
      this.silent = { why, at: Date.now() }
      return this.instead(why)
    }
  }

  private instead(why: unknown): Configuration {
    if (this.known) return this.known.as
    throw why
  }

  private async discover(): Promise<Configuration> {
    const as = await pRetry(() => discover(this.settings), { retries: 1, minTimeout: 200 })
    this.known = { as, at: Date.now() }
    this.silent = undefined
    return as
  }
}

async function discover({ issuer, clientId, clientSecret }: OidcConfig): Promise<Configuration> {
  const address = new URL(issuer)
  const onThisMachine = address.protocol === 'http:' // the setting may be that of this machine alone
  const found = await discovery(address, clientId, undefined, undefined, {
    timeout: patience,
    [customFetch]: boundedFetch,
    ...(onThisMachine && { execute: [allowInsecureRequests] }),
  })
  const metadata = found.serverMetadata()
  requireSame(metadata, address)
  const as = new Configuration(
    metadata,
    clientId,
    { ...(clientSecret && { client_secret: clientSecret }), [clockTolerance]: clocksDiffer },
    authenticationOf(metadata, clientSecret),
  )
  as.timeout = patience
  as[customFetch] = boundedFetch
  enableNonRepudiationChecks(as) // signatures are checked, also of what comes straight from the provider
  if (onThisMachine) allowInsecureRequests(as)
  return as
}

/**
 * The issuer is who identities are kept with: one that calls itself something else, or whatever each tenant is called, is none.
 *
 * @throws {TypeError}
 */
function requireSame(metadata: ServerMetadata, { href }: URL): void {
  if (!URL.canParse(metadata.issuer) || new URL(metadata.issuer).href !== href)
    throw new TypeError('The provider calls itself something else than OIDC_ISSUER.')
  const { authorization_endpoint: entrance = '' } = metadata
  if (!/^https?:\/\//.test(entrance)) throw new TypeError('The provider has no place to sign in.')
}

/** As the provider takes it; by the header, which every provider should take, where it does not say. */
function authenticationOf(metadata: ServerMetadata, secret: string | undefined) {
  if (secret === undefined) return None()
  const takes = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  return takes.includes('client_secret_basic')
    ? ClientSecretBasic(secret)
    : ClientSecretPost(secret)
}
