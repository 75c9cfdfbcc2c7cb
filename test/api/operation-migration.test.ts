import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { migrations } from '@andel/server/migrations'
import { connectDatabase, openDatabase } from '@andel/server/database'
import { migrate } from '@andel/server/migrate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { temporaryFolder } from '../product.ts'

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

let data: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => {
  data = await temporaryFolder()
})
afterAll(() => data.remove())

/** What an old database holds: rows that refer to each other, and more of them than are kept in memory. */
const rows = [
  "insert into county (code, name) values ('23', 'Jämtland')",
  "insert into municipality (code, name, full_name, county_code) values ('2303', 'Ragunda', 'Ragunda kommun', '23')",
  `with recursive day (n) as (select 1 union all select n + 1 from day where n < 10000)
    insert into population_figure (id, municipality_code, \`on\`, inhabitants, source, quality, revision, current, recorded_at)
    select 'p' || n, '2303', date('1950-01-01', '+' || n || ' days'), n, 'a test', 'PUBLISHED', 1, 1, 0 from day`,
]

/** A database as Andel had it after so many migrations. */
async function oldDatabase(name: string, after: number): Promise<string> {
  const file = join(data.path, `${name}.sqlite`)
  const orm = await connectDatabase({ dialect: 'sqlite', file }, migrations.slice(0, after))
  await migrate(orm)
  for (const row of rows) await orm.em.execute(row)
  await orm.close()
  return file
}

/** Schema and data, to compare. */
function contentOf(file: string): object {
  const database = new DatabaseSync(file)
  try {
    const all = (query: string) => database.prepare(query).all()
    return {
      schema: all('select sql from sqlite_schema order by name'),
      migrations: all('select name from mikro_orm_migrations'),
      figures: all('select count(*), sum(inhabitants), sum(recorded_at) from population_figure'),
      sound: all('pragma integrity_check'),
      dangling: all('pragma foreign_key_check'),
    }
  } finally {
    database.close()
  }
}

/** The newest schema, with the old data. */
async function expectMigrated(file: string, before: object): Promise<void> {
  const orm = await openDatabase({ dataDir: '', databaseUrl: `sqlite:${file}` })
  try {
    expect((await orm.schema.getUpdateSchemaSQL({ wrap: false })).trim()).toBe('')
    expect(await orm.em.execute('pragma foreign_keys')).toEqual([{ foreign_keys: 1 }])
  } finally {
    await orm.close()
  }
  const { figures, sound, dangling } = contentOf(file) as Record<string, unknown>
  expect({ figures, sound, dangling }).toEqual({
    figures: (before as { figures: unknown }).figures,
    sound: [{ integrity_check: 'ok' }],
    dangling: [],
  })
}

it.each([1, 7])('a migration that fails leaves the schema after %i as it was', async (after) => {
  const file = await oldDatabase(`failing-${after}`, after)
  const before = contentOf(file)
  class Failing extends migrations[0]! {
    override name = '9999-failing'
    override up(): void {
      this.addSql('update population_figure set inhabitants = inhabitants + 1')
      this.addSql('drop table population_figure')
      this.addSql('create table population_figure (nonsense')
    }
  }
  const orm = await connectDatabase({ dialect: 'sqlite', file }, [...migrations, Failing])
  await expect(migrate(orm)).rejects.toThrow()
  expect(await orm.em.execute('pragma foreign_keys')).toEqual([{ foreign_keys: 1 }])
  await orm.close()
  expect(contentOf(file)).toEqual(before)
  await expectMigrated(file, before)
})

it('a process that is killed while it migrates leaves the old schema, and the next start goes on', async () => {
  const file = await oldDatabase('killed', 4)
  const before = contentOf(file)
  const tsx = fromHere('../../node_modules/tsx/dist/cli.mjs')
  const config = fromHere('../../server/tsconfig.json')
  const program = fromHere('./migrate-and-die.ts')
  const child = spawn(process.execPath, [tsx, '--tsconfig', config, program, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (text) => (said += text))
  await once(child, 'close')
  expect(said).toContain('in the middle')
  expect(contentOf(file)).toEqual(before)
  await expectMigrated(file, before)
})

it('a table may be made anew without losing what refers to it', async () => {
  const file = await oldDatabase('anew', migrations.length)
  class Anew extends migrations[0]! {
    override name = '9999-anew'
    override up(): void {
      this.addSql('create table new_municipality as select * from municipality')
      this.addSql('drop table municipality')
      this.addSql('alter table new_municipality rename to municipality')
      this.addSql('create unique index m on municipality (code)')
    }
  }
  const orm = await connectDatabase({ dialect: 'sqlite', file }, [...migrations, Anew])
  expect(await migrate(orm)).toBe(1)
  expect(await orm.em.execute('select count(*) as n from population_figure')).toEqual([
    { n: 10000 },
  ])
  await orm.close()
})

it('does not open a database that a newer Andel has changed', async () => {
  const file = await oldDatabase('newer', migrations.length)
  const database = new DatabaseSync(file)
  database.exec("insert into mikro_orm_migrations (name) values ('9999-later')")
  database.close()
  const opening = openDatabase({ dataDir: '', databaseUrl: `sqlite:${file}` })
  await expect(opening).rejects.toThrow('newer Andel')
})
