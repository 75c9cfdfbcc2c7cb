/** An error as the log tells it. */
interface LoggableError {
  readonly type: string
  readonly message: string
  readonly code?: string
  readonly stack?: readonly string[]
  readonly cause?: LoggableError
}

/** How many errors behind an error are told. */
const deepest = 3

/**
 * What may be told of an error: its kind, where it happened, and its message without values. A database tells the statement
 * with what was to be stored, and a parser what it read; either may be somebody's name or secret.
 */
export function loggableError(error: unknown, depth = 0): LoggableError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error' }
  const { code, cause } = error as Error & { code?: unknown }
  const behind = isOfDatabase(error) ? undefined : cause // the message is the driver's already
  return {
    type: error.name,
    message: messageOf(error),
    ...(typeof code === 'string' && { code }),
    stack: framesOf(error),
    ...(behind !== undefined && depth < deepest && { cause: loggableError(behind, depth + 1) }),
  }
}

/** Whether it came from the database; MikroORM puts the statement with its values into the message. */
function isOfDatabase(error: Error): boolean {
  return 'sqlMessage' in error || 'sqlState' in error || /^SQLITE_/.test(codeOf(error))
}

const codeOf = ({ code }: Error & { code?: unknown }): string =>
  typeof code === 'string' ? code : ''

/** Characters of a message, at most. */
const longest = 500

function messageOf(error: Error): string {
  const told = isOfDatabase(error)
    ? withoutQuoted(firstLine(innermost(error).message), /'[^']*'|"[^"]*"/g)
    : withoutQuoted(error.message, /"[^"]*"/g)
  return told.slice(0, longest)
}

/** What follows is the detail of PostgreSQL: the values of the row. */
const firstLine = (text: string): string => text.split('\n', 1)[0]!

const withoutQuoted = (text: string, quoted: RegExp): string => text.replace(quoted, '"…"')

function innermost(error: Error): Error {
  return error.cause instanceof Error ? innermost(error.cause) : error
}

/** The lines of the stack that say where, without the message before them, which may have lines of its own. */
function framesOf({ stack = '', message }: Error): string[] {
  const after = stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : ''
  return after
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
}
