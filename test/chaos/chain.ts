import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Complaints } from './verdict.ts'

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/**
 * What `andel verify` says against a database: nothing, when the chain is unbroken and replays to what stands.
 *
 * @param env - settings of the product whose database it is
 */
export async function chainComplaints(env: Readonly<Record<string, string>>): Promise<Complaints> {
  const command = [fromRoot('server/dist/andel.js'), 'verify']
  const child = spawn(fromRoot('node_modules/.bin/node'), command, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = Promise.all([text(child.stdout), text(child.stderr)])
  const [code] = (await once(child, 'exit')) as [number | null]
  return code === 0 ? [] : [`the history does not fit: ${(await printed).join(' ').trim()}`]
}
