import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { dropDatabase, makeDatabase } from './postgres.ts'

/** Names of databases that Andel has opened once, without the demo and with it: what it loads is in them. */
export const templates = { plain: 'andel_plain', demo: 'andel_demo' } as const

/** Of PostgreSQL; tests are on SQLite when undefined. */
let server: string | undefined

/** Has the tests that follow in this worker on PostgreSQL. */
export function useServer(url: string): void {
  server = url
}

/** Addresses of databases that belong to a folder. */
const kept = new Map<string, string>()

/** Where a product keeps its facts. */
export interface TestDatabase {
  /** As `DATABASE_URL`; undefined for a file in the folder. */
  readonly url: string | undefined
  remove(): Promise<void>
}

/**
 * A database of its own for a product.
 *
 * @param dataDir - of what is kept: its database is kept too, and is the same again
 * @param on - SQLite even where tests are on PostgreSQL
 */
export async function testDatabase({
  dataDir,
  on,
  demo = false,
}: {
  dataDir?: string | undefined
  on?: 'sqlite' | undefined
  demo?: boolean
} = {}): Promise<TestDatabase> {
  if (server === undefined || on === 'sqlite')
    return { url: undefined, remove: async () => undefined }
  const known = dataDir === undefined ? undefined : kept.get(resolve(dataDir))
  if (known !== undefined) return { url: known, remove: async () => undefined }
  const [place, name] = [server, `andel_${randomUUID().replaceAll('-', '')}`]
  const url = await makeDatabase(place, name, demo ? templates.demo : templates.plain)
  if (dataDir === undefined) return { url, remove: () => dropDatabase(place, name) }
  kept.set(resolve(dataDir), url)
  return { url, remove: async () => undefined }
}
