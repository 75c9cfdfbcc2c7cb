import { resolve } from 'node:path'
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
  /** Hosts of statistics offices that may be asked, as `OfficeHosts` reads them; the known ones when undefined. */
  readonly statisticsHosts?: readonly string[] | undefined
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** A setting that cannot be used; its message is for whoever starts the server. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Reads the settings: `PORT` (4000), `HOST` (127.0.0.1), `DATA_DIR` (./data), `DATABASE_URL`, `DEMO` (1),
 * `LOG_LEVEL`, `STATISTICS_HOSTS`.
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
  if (databaseUrl !== undefined && !databaseUrl.startsWith('sqlite:')) {
    throw new ConfigError(
      'DATABASE_URL must begin with "sqlite:" and name a file; other databases are not supported yet.',
    )
  }

  return {
    port: Number(port),
    host: setting('HOST', '127.0.0.1'),
    dataDir: resolve(setting('DATA_DIR', './data')),
    databaseUrl,
    demo: demo === '1',
    logLevel: readLogLevel(env['LOG_LEVEL']?.trim()),
    statisticsHosts: readHosts(env['STATISTICS_HOSTS']),
  }
}

function readLogLevel(text: string | undefined): LogLevel | undefined {
  if (!text) return undefined
  const level = logLevels.find((one) => one === text.toLowerCase())
  if (level) return level
  throw new ConfigError(`LOG_LEVEL is "${text}"; it must be one of ${logLevels.join(', ')}.`)
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
