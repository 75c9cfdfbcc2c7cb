import { createApp } from '@andel/server/app'
import type { TestProject } from 'vitest/node'
import { template } from './databases.ts'
import { makeDatabase, startPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server of PostgreSQL that the tests share. */
    postgres: string
  }
}

/** Starts the server that all tests of the project share, with a database to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  const app = await createApp({
    host: '127.0.0.1',
    port: 0,
    dataDir: '',
    databaseUrl: await makeDatabase(server.url, template),
    demo: false,
    logLevel: 'warn',
  })
  await app.orm.em.execute('delete from audit_entry') // what it was started with is not what the copies are started with
  await app.close()
  project.provide('postgres', server.url)
  return async () => await server[Symbol.asyncDispose]()
}
