import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CryptoKey, SignJWT, exportJWK, exportSPKI, generateKeyPair } from 'jose'
import type { Config } from '@andel/server/config'

/** What stands in a token. */
export type Claims = Readonly<Record<string, unknown>>

/** Makes the token that is handed out, from the claims of one that would do. */
export type Forge = (claims: Claims, issuer: HostileIssuer) => Promise<unknown>

/** Written out: no library makes these. */
export const unsigned = (header: object, claims: Claims): string =>
  [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')

/** A provider that follows the protocol but for what a test has it do wrong. */
export class HostileIssuer implements AsyncDisposable {
  /** What it hands out next; a token that would do unless told. */
  forge: Forge = (claims, issuer) => issuer.sign(claims)
  /** What it says of itself. */
  metadata: Record<string, unknown>
  /** Codes that were redeemed, and with which proof. */
  readonly redeemed: URLSearchParams[] = []
  /** What is sent in place of its answers: bytes, by path. */
  flood: string | undefined
  private claims: Claims = {}

  private constructor(
    readonly address: string,
    private readonly http: Server,
    private readonly key: CryptoKey,
    readonly publicKey: CryptoKey,
  ) {
    this.metadata = {
      issuer: address,
      authorization_endpoint: `${address}/authorize`,
      token_endpoint: `${address}/token`,
      jwks_uri: `${address}/keys`,
      authorization_response_iss_parameter_supported: false,
      // it says that it signs with anything
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
    }
  }

  static async start(port = 0): Promise<HostileIssuer> {
    const http = createServer()
    await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
    const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
    const issuer = new HostileIssuer(address, http, privateKey, publicKey)
    http.on('request', (request, response) => {
      void issuer.answer(request).then((body) => {
        response.setHeader('content-type', 'application/json').end(body)
      })
    })
    return issuer
  }

  get settings(): NonNullable<Config['oidc']> {
    const clientSecret = undefined
    return { issuer: this.address, clientId: 'andel', clientSecret, name: 'X', scope: 'openid' }
  }

  /** The claims of the next token that would do, for what Andel asked. */
  expect(asked: URLSearchParams): void {
    const now = Math.floor(Date.now() / 1000)
    this.claims = {
      iss: this.address,
      aud: 'andel',
      sub: 'victim',
      name: 'Victim',
      email: 'victim@b.example',
      nonce: asked.get('nonce'),
      iat: now,
      exp: now + 60,
    }
  }

  sign(claims: Claims, key: CryptoKey = this.key): Promise<string> {
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(key)
  }

  /** A token signed with HS256, with what everybody knows as its key. */
  async signWithPublicKey(claims: Claims): Promise<string> {
    const secret = Buffer.from(await exportSPKI(this.publicKey))
    return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(secret)
  }

  private async answer(request: IncomingMessage): Promise<string> {
    let body = ''
    for await (const part of request.setEncoding('utf8')) body += part
    if (request.url === this.flood) return `{"issuer": "${'x'.repeat(5_000_000)}"}`
    if (request.url === '/keys') return JSON.stringify({ keys: [await exportJWK(this.publicKey)] })
    if (request.url !== '/token') return JSON.stringify(this.metadata)
    this.redeemed.push(new URLSearchParams(body))
    const id_token = await this.forge(this.claims, this)
    return JSON.stringify({ access_token: 'secret-access', token_type: 'Bearer', id_token })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.http.closeAllConnections()
    await new Promise((resolve) => this.http.close(resolve))
  }
}
