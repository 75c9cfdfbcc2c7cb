import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { Visitor } from '../visitor.ts'

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Another process of the product on the same database, from its sources. */
export interface SecondProcess extends AsyncDisposable {
  readonly address: string
  /** Somebody of the demo, as the console calls the role. */
  as(role: string): Promise<Visitor>
}

/** Starts it and waits until it answers. @throws what it printed, when it ends instead */
export async function startSecondProcess(databaseUrl: string): Promise<SecondProcess> {
  const tsx = fromHere('../../node_modules/tsx/dist/cli.mjs')
  const config = fromHere('../../server/tsconfig.json')
  const program = fromHere('../../server/src/main.ts')
  const child = spawn(process.execPath, [tsx, '--tsconfig', config, program], {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  const links = new Map<string, string>()
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line))
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(said.join('\n'))))
    let found = ''
    createInterface({ input: child.stdout }).on('line', (line) => {
      found ||= /http:\/\/[\w.:[\]-]+/.exec(line)?.[0] ?? ''
      const [, role, link] = /^demo ([\w ]+): (http\S+)$/.exec(line) ?? []
      if (role !== undefined) links.set(role, link!)
      if (line.startsWith('demo token')) resolve(found) // it is the last
    })
  })
  return {
    address,
    as: (role) => Visitor.by(links.get(role)!),
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      await once(child, 'close')
    },
  }
}
