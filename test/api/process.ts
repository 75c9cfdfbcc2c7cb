import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const built = fileURLToPath(new URL('../../server/dist/main.js', import.meta.url))

/** The built server as a process of its own, as `pnpm start` runs it. */
export interface ServerProcess {
  readonly address: string
  readonly child: ChildProcess
  /** Ends it at once, without a chance to tidy up. */
  kill(): Promise<void>
}

/** Starts it on any free port and waits for the address that it prints. */
export async function startProcess(env: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [built], {
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString()
      const found = /Andel: (http:\S+)/.exec(printed)
      if (found) resolve(found[1]!)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${printed}`)))
  })
  const kill = (): Promise<void> =>
    new Promise((resolve) => {
      child.once('exit', () => resolve())
      child.kill('SIGKILL')
    })
  return { address, child, kill }
}
