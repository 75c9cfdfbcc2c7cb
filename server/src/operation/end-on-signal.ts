import { log } from './log.ts'

/** How long requests under way may take to end, in milliseconds, before the process ends all the same. */
const patience = 10_000

/**
 * Ends the process as asked to by SIGTERM or SIGINT: no new connections, what is under way is answered, the database is
 * closed. Exit code 0; 1 when that took too long or failed.
 */
export function endOnSignal(app: { close(): Promise<void> }): void {
  let ending = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (ending) return // a terminal and pnpm may both pass it on
      ending = true
      log.info({ signal }, 'ending')
      setTimeout(() => {
        log.error('ended before every request was answered')
        process.exit(1)
      }, patience).unref()
      app.close().then(
        () => process.exit(0),
        (err: unknown) => {
          log.error({ err }, 'did not end well')
          process.exit(1)
        },
      )
    })
  }
}

/** Has what nobody caught stand in the log before the process ends with exit code 1. */
export function endOnFault(): void {
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'a fault that nobody caught')
    process.exit(1)
  })
}
