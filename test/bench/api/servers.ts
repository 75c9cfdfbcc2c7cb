import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const node = fromHere('../../../node_modules/.bin/node')

/** A server in a process of its own. */
export interface Running {
  /** What it printed first: where it answers. */
  readonly address: string
  end(): Promise<void>
}

/** Starts one of `bench/peers/`, as in production. @throws what it printed, when it ends instead */
export function startPeer(file: string, env: Record<string, string> = {}): Promise<Running> {
  return start(spawn(node, [fromHere(`../peers/${file}`)], options(env)))
}

/** Starts a module of the bench with the decorators of TypeScript. */
export function startModule(path: string, env: Record<string, string> = {}): Promise<Running> {
  const tsx = fromHere('../../../node_modules/tsx/dist/cli.mjs')
  const config = fromHere('../../tsconfig.json')
  return start(spawn(node, [tsx, '--tsconfig', config, fromHere(path)], options(env)))
}

function options(env: Record<string, string>) {
  return {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'],
  }
}

async function start(child: ChildProcess): Promise<Running> {
  const said: string[] = []
  createInterface({ input: child.stderr! }).on('line', (line) => said.push(line))
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`ended with ${code}\n${said.join('\n')}`)))
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const found = /\w+:\/\/\S+/.exec(line)?.[0]
      if (found) resolve(found)
    })
  })
  return {
    address,
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000)
      await once(child, 'exit')
      clearTimeout(timer)
    },
  }
}
