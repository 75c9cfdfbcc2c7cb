import { ownPath } from '@andel/schema/own-path'
import type { Express, RequestHandler, Response } from 'express'
import { AuthorizationResponseError, ResponseBodyError } from 'openid-client'
import { AuditAction } from '../../audit/audit-action.ts'
import { networkOf } from '../../audit/network.ts'
import { writeAudit } from '../../audit/write-audit.ts'
import type { Config } from '../../config.ts'
import { BadRequest } from '../../http/bad-request.ts'
import { log } from '../../operation/log.ts'
import { SignInWay } from '../session.entity.ts'
import type { Exchange, SignInMeans } from '../sign-in-means.ts'
import { beginOidc } from './begin-oidc.ts'
import { finishOidc } from './finish-oidc.ts'
import { OidcFailure } from './oidc-failure.ts'
import type { OidcMeans } from './oidc-means.ts'
import { Provider } from './provider.ts'
import { Transactions, noTransaction } from './transactions.ts'

const entrance = '/sign-in/oidc'
const callback = `${entrance}/callback`

/**
 * Signing in at an OpenID Connect provider: `GET /sign-in/oidc?till=/path` leads there, and the provider leads back to
 * `/sign-in/oidc/callback` of `PUBLIC_URL`. Nothing is there without settings.
 */
export function serveOidc(
  web: Express,
  means: SignInMeans,
  { oidc: settings, publicUrl }: Pick<Config, 'oidc' | 'publicUrl'>,
): void {
  if (!settings || !publicUrl) return void web.all([entrance, callback], refuseAll)
  const oidc: OidcMeans = {
    provider: new Provider(settings),
    transactions: new Transactions(means.em),
    callback: new URL(callback, publicUrl),
  }
  web.all([entrance, callback], refuseOthers)
  web.get(entrance, async (request, response) => {
    if (!means.installation.isSetUp) return void response.redirect(303, '/kom-igang')
    try {
      const begun = await beginOidc(oidc, request.query['till'])
      response.set('Set-Cookie', begun.cookie).redirect(303, begun.entrance)
    } catch (error) {
      await refuse(means, error, { request, response }, request.query['till'])
    }
  })
  web.get(callback, async (request, response) => {
    if (!means.installation.isSetUp) return void response.redirect(303, '/kom-igang')
    try {
      const till = await finishOidc(means, oidc, { request, response })
      response.append('Set-Cookie', noTransaction).redirect(303, till)
    } catch (error) {
      const begun = await oidc.transactions.begunIn(request)
      await refuse(means, error, { request, response }, begun?.till)
    }
  })
}

/** Leads back to the page for signing in, with a word from a list. The rest stands in the log. */
async function refuse(
  { em }: SignInMeans,
  error: unknown,
  { request, response }: Exchange,
  asked: unknown,
): Promise<void> {
  if (!(error instanceof OidcFailure)) throw error
  const { code, reason, cause, subject = null } = error
  log.warn(
    { err: cause ?? error, outcome: code, ...wordOf(cause) },
    'sign-in at the provider failed',
  )
  if (reason !== undefined)
    await writeAudit(em.fork(), {
      actor: null,
      action: AuditAction.SIGN_IN,
      succeeded: false,
      subject,
      details: { way: SignInWay.OIDC, reason, network: networkOf(request.ip) },
    })
  const till = ownPath(asked)
  const on = till === '/' ? '' : `&till=${encodeURIComponent(till)}`
  response.redirect(303, `/logga-in?fel=${code}${on}`)
}

/** What a provider calls its refusal, for whoever sets it up; never a sentence, which may say anything. */
function wordOf(cause: unknown): { provider?: string } {
  const refused = cause instanceof AuthorizationResponseError || cause instanceof ResponseBodyError
  return refused && /^[a-z_]{1,50}$/.test(cause.error) ? { provider: cause.error } : {}
}

/** What is answered here is kept nowhere. */
const notKept = (response: Response): Response => response.set('Cache-Control', 'no-store')

const refuseOthers: RequestHandler = (request, response, next) => {
  notKept(response)
  if (request.method === 'GET') return next()
  response.set('Allow', 'GET')
  throw new BadRequest(onlyGet, 405)
}

const refuseAll: RequestHandler = (_request, response) => {
  notKept(response)
  throw new BadRequest(noProvider, 404, 'NOT_FOUND')
}

const onlyGet = { sv: 'Sänd anropet med GET.', en: 'Send the request with GET.' }
const noProvider = {
  sv: 'Här loggar man in med lösenord. Ingen annan inloggningstjänst är inställd.',
  en: 'People sign in with passwords here. No other provider has been set.',
}
