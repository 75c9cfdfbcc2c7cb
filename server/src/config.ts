import { resolve } from 'node:path'
import { compile } from 'proxy-addr'
import { isDatabaseUrl } from './database/place.ts'
import { isLoopback } from './http/loopback.ts'
import { isHostEntry } from './statistics/office-hosts.ts'

/** What may be set from outside. Every setting is optional. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Folder of everything that must be kept. */
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  /** Load the demo into an empty database. */
  readonly demo: boolean
  /** What is worth a line in the log; `warn` with the demo and `info` without when undefined. */
  readonly logLevel?: LogLevel | undefined
  /** Origin under which browsers reach Andel, e.g. "https://andel.example.org"; unknown when undefined. */
  readonly publicUrl?: string | undefined
  /** Proxies whose word is taken for where a request comes from: addresses, networks, or names of `proxy-addr`. */
  readonly trustedProxies?: readonly string[] | undefined
  /** Who else vouches for people; they sign in with passwords of Andel alone when undefined. Takes `publicUrl`. */
  readonly oidc?: OidcConfig | undefined
  /** Hosts of statistics offices that may be asked, as `OfficeHosts` reads them; the known ones when undefined. */
  readonly statisticsHosts?: readonly string[] | undefined
}

/** An OpenID Connect provider, and what Andel is called there. */
export interface OidcConfig {
  /** As the provider writes itself in its tokens. */
  readonly issuer: string
  readonly clientId: string
  /** Undefined for a public client. */
  readonly clientSecret: string | undefined
  /** What people know it by, as on the button. */
  readonly name: string
  /** What is asked for: "openid" and more. */
  readonly scope: string
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** A setting that cannot be used; its message is for whoever starts the server. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Reads the settings: `PORT` (4000), `HOST` (127.0.0.1), `DATA_DIR` (./data), `DATABASE_URL`, `DEMO` (1),
 * `LOG_LEVEL`, `PUBLIC_URL`, `TRUSTED_PROXIES`, `OIDC_ISSUER`, `OIDC_CLIENT_ID`, `OIDC_CLIENT_SECRET`, `OIDC_NAME`, `OIDC_SCOPE`,
 * `STATISTICS_HOSTS`.
 *
 * @throws {ConfigError} naming the setting, what it was and what it may be
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const setting = (name: string, fallback: string): string => env[name]?.trim() || fallback

  const port = setting('PORT', '4000')
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new ConfigError(`PORT is "${port}"; it must be a number from 0 (any free port) to 65535.`)
  }

  const demo = setting('DEMO', '1')
  if (demo !== '0' && demo !== '1') throw new ConfigError(`DEMO is "${demo}"; it must be 0 or 1.`)

  const databaseUrl = env['DATABASE_URL']?.trim() || undefined
  if (databaseUrl !== undefined && !isDatabaseUrl(databaseUrl)) {
    throw new ConfigError(
      'DATABASE_URL must be "sqlite:" and a file, or "postgres://user:password@host:port/database".',
    )
  }

  const publicUrl = readPublicUrl(env['PUBLIC_URL']?.trim())
  return {
    port: Number(port),
    host: setting('HOST', '127.0.0.1'),
    dataDir: resolve(setting('DATA_DIR', './data')),
    databaseUrl,
    demo: demo === '1',
    logLevel: readLogLevel(env['LOG_LEVEL']?.trim()),
    publicUrl,
    trustedProxies: readProxies(env['TRUSTED_PROXIES']),
    oidc: readOidc(env, publicUrl),
    statisticsHosts: readHosts(env['STATISTICS_HOSTS']),
  }
}

function readLogLevel(text: string | undefined): LogLevel | undefined {
  if (!text) return undefined
  const level = logLevels.find((one) => one === text.toLowerCase())
  if (level) return level
  throw new ConfigError(`LOG_LEVEL is "${text}"; it must be one of ${logLevels.join(', ')}.`)
}

function readPublicUrl(text: string | undefined): string | undefined {
  if (!text) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const bare = url && `${url.origin}/` === url.href
  if (!bare || !/^https?:$/.test(url.protocol))
    throw new ConfigError(
      `PUBLIC_URL is "${text}"; it must be where browsers reach Andel and nothing more, such as https://andel.example.org.`,
    )
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw new ConfigError(
      `PUBLIC_URL is "${text}"; it must begin with https://, since nobody can sign in without it from another machine.`,
    )
  return url.origin
}

const longestProvider = 60

function readOidc(
  env: Readonly<Record<string, string | undefined>>,
  publicUrl: string | undefined,
): OidcConfig | undefined {
  const part = (name: string): string | undefined => env[`OIDC_${name}`]?.trim() || undefined
  const [issuer, clientId, clientSecret] = [
    part('ISSUER'),
    part('CLIENT_ID'),
    part('CLIENT_SECRET'),
  ]
  const [given, scope] = [part('NAME'), part('SCOPE') ?? 'openid profile email']
  if (!issuer && !clientId && !clientSecret && !given && !part('SCOPE')) return undefined
  if (!issuer || !clientId)
    throw new ConfigError(
      `OIDC_${issuer ? 'CLIENT_ID' : 'ISSUER'} is not set; signing in at a provider takes OIDC_ISSUER and OIDC_CLIENT_ID together.`,
    )
  if (!publicUrl)
    throw new ConfigError(
      'PUBLIC_URL is not set; with OIDC_ISSUER it must be, for the provider sends people back there.',
    )
  const url = readIssuer(issuer)
  if (!scope.split(/\s+/).includes('openid'))
    throw new ConfigError(`OIDC_SCOPE is "${scope}"; it must have "openid" in it.`)
  const name = given ?? url.host
  if (name.length > longestProvider)
    throw new ConfigError(`OIDC_NAME is longer than ${longestProvider} characters.`)
  return { issuer, clientId, clientSecret, name, scope }
}

function readIssuer(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const bare = url && `${url.origin}${url.pathname}` === url.href
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))
  if (bare && safe && !url.pathname.includes('/.well-known/')) return url
  throw new ConfigError(
    `OIDC_ISSUER is "${text}"; it must be the address by which the provider calls itself, such as https://login.example.org, with https:// unless it is on this machine.`,
  )
}

function readProxies(text: string | undefined): string[] | undefined {
  const proxies = text?.split(/[\s,]+/).filter(Boolean)
  if (!proxies || proxies.length === 0) return undefined
  const wrong = proxies.find((proxy) => !isProxy(proxy))
  if (wrong !== undefined)
    throw new ConfigError(
      `TRUSTED_PROXIES has "${wrong}"; it must be addresses or networks, such as 10.0.0.7, 10.0.0.0/8, loopback or uniquelocal.`,
    )
  return proxies
}

function isProxy(text: string): boolean {
  if (/^\d*$/.test(text)) return false // it would be read as an address, though a number of proxies was meant
  try {
    compile(text)
    return true
  } catch {
    return false
  }
}

function readHosts(text: string | undefined): string[] | undefined {
  const hosts = text?.split(/[\s,]+/).filter(Boolean)
  if (!hosts || hosts.length === 0) return undefined
  const wrong = hosts.find((host) => !isHostEntry(host))
  if (wrong !== undefined)
    throw new ConfigError(
      `STATISTICS_HOSTS has "${wrong}"; it must be hosts such as api.scb.se, or api.scb.se=https://mirror.example.`,
    )
  return hosts
}
