import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { readConfig } from '@andel/server/config'
import { runCommand } from '@andel/server/run-command'

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** What a command came to. */
interface Came {
  readonly code: number
  readonly said: string
  readonly complained: string
}

/** Carries out a command of `pnpm andel` on the database of a folder. */
export async function andel(dataDir: string, ...args: readonly string[]): Promise<Came> {
  const said: string[] = []
  const complained: string[] = []
  const code = await runCommand(args, () => readConfig({ DATA_DIR: dataDir }), {
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
  })
  return { code, said: said.join('\n'), complained: complained.join('\n') }
}

/** The same by the built product, in a process of its own. */
export async function andelAsProcess(dataDir: string, ...args: readonly string[]): Promise<Came> {
  const file = fromRoot('server/dist/andel.js')
  const child = spawn(fromRoot('node_modules/.bin/node'), [file, ...args], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = Promise.all([text(child.stdout), text(child.stderr)])
  const [code] = (await once(child, 'exit')) as [number]
  const [said, complained] = await printed
  return { code, said, complained }
}
