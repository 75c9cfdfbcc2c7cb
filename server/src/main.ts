import { createApp } from './app.ts'
import type { DemoEntrance } from './demo/open-demo.ts'
import { ConfigError, readConfig } from './config.ts'

try {
  const app = await createApp(readConfig(process.env))
  const address = await app.listen()
  console.log(`Andel: ${address}   (API: ${address}/graphql)`)
  if (app.demo) tellDemo(address, app.demo)

  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      void app.close().then(() => process.exit(0))
    })
  }
} catch (error) {
  console.error(startFailure(error))
  process.exit(1)
}

/** A line for each way in, for whoever sits at this machine. */
function tellDemo(address: string, { secrets, token }: DemoEntrance): void {
  for (const [role, secret] of Object.entries(secrets))
    console.log(`demo ${role}: ${address}/sign-in/demo/${secret}`)
  console.log(`demo token: ${token}`)
}

function startFailure(error: unknown): unknown {
  if (error instanceof ConfigError) return `Andel cannot start: ${error.message}`
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return 'Andel cannot start: the port is in use. Set PORT to another one, or to 0 for any free one.'
  if (code === 'EACCES') return 'Andel cannot start: it may not use that port, host or DATA_DIR.'
  return error
}
