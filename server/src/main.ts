import { createApp } from './app.ts'
import { BrokenChain } from './chain/begin-chain.ts'
import type { DemoEntrance } from './demo/open-demo.ts'
import { ConfigError, readConfig } from './config.ts'
import { DatabaseInUse } from './operation/database-lock.ts'
import { endOnFault, endOnSignal } from './operation/end-on-signal.ts'

process.umask(0o077) // the database is for whoever runs Andel alone
endOnFault()

try {
  const config = readConfig(process.env)
  const app = await createApp(config)
  const address = await app.listen()
  console.log(`Andel: ${address}   (API: ${address}/graphql)`)
  if (app.demo) tellDemo(address, app.demo)
  if (app.setUpCode) tellSetUp(config.publicUrl ?? address, app.setUpCode)
  endOnSignal(app)
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

/** Where and with what the first administrator comes in; the code is another one after each start. */
function tellSetUp(address: string, code: string): void {
  console.log(`set-up: ${address}/kom-igang`)
  console.log(`set-up code: ${code}`)
}

function startFailure(error: unknown): unknown {
  if (
    error instanceof ConfigError ||
    error instanceof DatabaseInUse ||
    error instanceof BrokenChain
  )
    return `Andel cannot start: ${error.message}`
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return 'Andel cannot start: the port is in use. Set PORT to another one, or to 0 for any free one.'
  if (code === 'EACCES') return 'Andel cannot start: it may not use that port, host or DATA_DIR.'
  return error
}
