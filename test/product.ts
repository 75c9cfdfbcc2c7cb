import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const fromRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** As `pnpm start` has it: MiB of the space for what is new, which V8 would otherwise let grow to twice that. */
const flags = ['--max-semi-space-size=16']

/** The built product as a process of its own, as `pnpm start` runs it. */
export interface Product {
  /** Where it answers, without a slash at the end. */
  readonly address: string
  /** The link that signs somebody of the demo in, by role as the console calls it. */
  link(role: string): Promise<string>
  /** Of its process. */
  readonly pid: number
  /** The lines it has printed so far, those of its log among them. */
  readonly said: readonly string[]
  /** Ends it as asked to, or at once with SIGKILL, without a chance to tidy up. Harmless when it has ended. */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
  /** What it ended with; null while it lives, and when a signal ended it. */
  exitCode(): number | null
}

/**
 * Starts the built product on any free port and waits until it says where it answers.
 *
 * @throws what it printed, when it ends instead
 */
export async function startProduct(env: Readonly<Record<string, string>>): Promise<Product> {
  const server = spawn(
    fromRoot('node_modules/.bin/node'),
    [...flags, fromRoot('server/dist/main.js')],
    {
      env: { ...process.env, NODE_ENV: 'production', PORT: '0', HOST: '127.0.0.1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const said: string[] = []
  const links = new Map<string, PromiseWithResolvers<string>>()
  const linkOf = (role: string): PromiseWithResolvers<string> => {
    const link = links.get(role) ?? Promise.withResolvers<string>()
    links.set(role, link)
    return link
  }
  createInterface({ input: server.stderr }).on('line', (line) => said.push(line))

  const address = await new Promise<string>((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', (code) =>
      reject(new Error(`The product ended with ${code}.\n${said.join('\n')}`)),
    )
    createInterface({ input: server.stdout }).on('line', (line) => {
      said.push(line)
      const [, role, link] = /^demo ([\w ]+): (http\S+)$/.exec(line) ?? []
      if (role !== undefined) linkOf(role).resolve(link!)
      const found = /http:\/\/[\w.:[\]-]+/.exec(line)?.[0]
      if (found) resolve(found)
    })
  })
  return {
    address,
    link: (role) => linkOf(role).promise,
    pid: server.pid!,
    said,
    async end(signal = 'SIGTERM') {
      if (server.exitCode !== null || server.signalCode !== null) return
      server.kill(signal)
      await once(server, 'close') // with all that it said
    },
    exitCode: () => server.exitCode,
  }
}

/** An empty folder for data, and how to remove it. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'andel-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** A port that nobody has: for who must be told of it before the product starts. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
