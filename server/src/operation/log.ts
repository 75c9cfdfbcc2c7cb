import { destination, pino, stdTimeFunctions } from 'pino'
import type { LogLevel } from '../config.ts'
import { currentRequest } from './current-request.ts'
import { loggableError } from './loggable-error.ts'

/**
 * The log of this process: a line of JSON an event, on stderr. It holds no secrets, no values from the database and no
 * personal data beyond the own id of whoever acts. What others have written stands in it as JSON text alone, so nobody can
 * write a line or a field of their own.
 */
export const log = pino(
  {
    level: 'warn',
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
    serializers: { err: loggableError },
    mixin: () => currentRequest()?.named ?? {},
  },
  destination({ dest: 2, sync: false }), // a reader that has stopped reading stops nobody else; flushed at the end
)

/** What is worth a line from now on, in the whole process. */
export function setLogLevel(level: LogLevel): void {
  log.level = level
}

/** The log for a library that has one of its own: what it says, up to where it quotes what it met. */
export const libraryLog = {
  debug: (): void => undefined,
  info: (): void => undefined,
  warn: (said: unknown): void => log.warn(told(said)),
  error: (said: unknown): void => log.error(told(said)),
}

function told(said: unknown): { readonly library: string } | { readonly err: unknown } {
  return typeof said === 'string' ? { library: said.replace(/:.*$/s, '') } : { err: said }
}
