import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import { type KoaContextWithOIDC, Provider } from 'oidc-provider'

/** What Andel is called where it is registered. */
const client = { id: 'andel', secret: 'en hemlighet: med % och +' } as const

/** What a provider says of somebody, by subject. */
type Accounts = Map<string, Readonly<Record<string, unknown>>>

/** A real OpenID Connect provider on this machine. It asks everybody for a subject, and believes it. */
export class OidcProvider implements AsyncDisposable {
  private constructor(
    readonly issuer: string,
    readonly accounts: Accounts,
    private readonly http: Server,
  ) {}

  /** @param redirect - where Andel has people sent back to */
  static async start(redirect: string): Promise<OidcProvider> {
    const http = createServer()
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
    const issuer = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
    const accounts: Accounts = new Map()
    const provider = await providerAt(issuer, redirect, accounts)
    http.on('request', provider.callback())
    return new OidcProvider(issuer, accounts, http)
  }

  /** Settings with which Andel finds it. */
  get settings() {
    const { issuer } = this
    return {
      issuer,
      clientId: client.id,
      clientSecret: client.secret,
      name: 'Kommunens konto',
      scope: 'openid profile email',
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.http.closeAllConnections()
    await new Promise((resolve) => this.http.close(resolve))
  }
}

async function providerAt(issuer: string, redirect: string, accounts: Accounts): Promise<Provider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirect] }],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['test'] },
    claims: { openid: ['sub'], email: ['email'], profile: ['name'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/login/${uid}` },
    ttl: { Session: 600, Grant: 600, Interaction: 600, AccessToken: 60, IdToken: 60 },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, ...accounts.get(sub) }),
    }),
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client!.clientId,
        accountId: oidc.session!.accountId!,
      })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })
  provider.use((context, next) => askWho(provider, context as KoaContextWithOIDC, next))
  return provider
}

/** A page with one field; what is typed there is who one is, and nothing is giving up. */
async function askWho(
  provider: Provider,
  { req, res, path, query }: KoaContextWithOIDC,
  next: () => Promise<unknown>,
): Promise<void> {
  if (!path.startsWith('/login/')) return void (await next())
  const { subject } = query
  if (subject === undefined) {
    res.setHeader('content-type', 'text/html')
    res.end(
      '<title>Provider</title><form><label>Subject <input name="subject"></label><button>Sign in</button></form>',
    )
    return
  }
  const result =
    typeof subject === 'string' && subject !== ''
      ? { login: { accountId: subject } }
      : { error: 'access_denied', error_description: '<script>alert(1)</script>' }
  await provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false })
}
