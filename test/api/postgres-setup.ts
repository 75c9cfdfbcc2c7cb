import { createApp } from '@andel/server/app'
import type { TestProject } from 'vitest/node'
import { templates } from './databases.ts'
import { makeDatabase, startPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server of PostgreSQL that the tests share. */
    postgres: string
  }
}

/** Starts the server that all tests of the project share, with databases to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  await makeTemplate(await makeDatabase(server.url, templates.plain), false)
  await makeTemplate(await makeDatabase(server.url, templates.demo, templates.plain), true)
  project.provide('postgres', server.url)
  return async () => await server[Symbol.asyncDispose]()
}

/** Has Andel load what it loads at its first start. */
async function makeTemplate(databaseUrl: string, demo: boolean): Promise<void> {
  const where = { host: '127.0.0.1', port: 0, dataDir: '', databaseUrl }
  const app = await createApp({ ...where, demo, logLevel: 'warn' })
  await app.orm.em.execute('delete from audit_entry') // what it was started with is not what the copies are started with
  await app.close()
}
