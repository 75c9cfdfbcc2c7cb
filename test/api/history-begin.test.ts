import { execFile } from 'node:child_process'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { connectDatabase } from '@andel/server/database'
import { migrate } from '@andel/server/migrate'
import { migrations } from '@andel/server/migrations'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { temporaryFolder } from '../product.ts'
import { Api } from './api.ts'
import { andel } from './commands.ts'
import { readSheet } from './editing.ts'
import { Storm, whole } from './past-storm.ts'

/** Migrations before the log was chained. */
const unchained = 10

let data: Awaited<ReturnType<typeof temporaryFolder>>
let old: string
beforeAll(async () => {
  data = await temporaryFolder()
  old = join(data.path, 'old.sqlite')
  await makeOld(await editedDatabase())
}, 60_000)
afterAll(() => data.remove())

const edit = async (api: Api, seed: number, batches: number): Promise<void> => {
  const { id } = await readSheet(api)
  const storm = new Storm(api, id, seed)
  const query = `query ($id: ID!) { budget(id: $id) { ...whole } } ${whole}`
  for (let count = 0; count < batches; count++)
    await storm.batch((await api.data(query, { id })).budget)
}

/** A database of today with edits of every kind. */
async function editedDatabase(): Promise<string> {
  const folder = join(data.path, 'new')
  await using api = await Api.start({ dataDir: folder, on: 'sqlite' })
  await edit(api, 15, 40)
  return join(folder, 'andel.sqlite')
}

/** The same as an Andel from before would have it, which logged less of how the demo began. */
async function makeOld(edited: string): Promise<void> {
  const database = await connectDatabase(
    { dialect: 'sqlite', file: old },
    migrations.slice(0, unchained),
  )
  await migrate(database)
  await database.close()
  const rows = new DatabaseSync(old)
  rows.exec(`pragma foreign_keys = off; attach '${edited}' as edited`)
  const tables = rows.prepare("select name from main.sqlite_schema where type = 'table'").all()
  for (const { name } of tables.filter((one) => !/^(sqlite|mikro)_/.test(String(one['name'])))) {
    const columns = rows.prepare(`select name from pragma_table_info('${String(name)}')`).all()
    const list = columns.map((column) => `"${String(column['name'])}"`).join(', ')
    rows.exec(`delete from main."${String(name)}"`)
    rows.exec(
      `insert into main."${String(name)}" (${list}) select ${list} from edited."${String(name)}"`,
    )
  }
  rows.exec(unlogged)
  rows.close()
}

/** Ten changes that there were none of, a field that participations were told without, and one that lines had not yet. */
const unlogged = `
  delete from change where sequence <= 10;
  update change set sequence = sequence - 10;
  update reached_budget set change_sequence = change_sequence - 10;
  update change set before = json_remove(before, '$.agreement'), after = json_remove(after, '$.agreement')
    where entity in ('Participation', 'Budget') and field in ('+', '-');
  update change set after = json_remove(after, '$.openedTo')
    where entity = 'BudgetLine' and field = '+' and json_extract(after, '$.openedTo') = '[]'`

/** A folder of Andel's with the old database. */
async function oldFolder(): Promise<string> {
  const folder = await temporaryFolder()
  folders.push(folder)
  await copyFile(old, join(folder.path, 'andel.sqlite'))
  return folder.path
}
const folders: Awaited<ReturnType<typeof temporaryFolder>>[] = []
afterAll(() => Promise.all(folders.map((folder) => folder.remove())))

function ask(folder: string, query: string): Record<string, unknown>[] {
  const database = new DatabaseSync(join(folder, 'andel.sqlite'))
  try {
    return database.prepare(query).all()
  } finally {
    database.close()
  }
}

it('an installation from before is chained when it is started, and goes on', async () => {
  const folder = await oldFolder()
  const before = await andel(folder, 'verify')
  expect([before.code, before.complained]).toEqual([1, expect.stringContaining('Start Andel')])
  {
    await using api = await Api.start({ dataDir: folder, on: 'sqlite' })
    const verified = await andel(folder, 'verify')
    expect(verified).toMatchObject({ code: 0, complained: '' })
    await edit(api, 16, 10)
  }
  const { code, said } = await andel(folder, 'verify')
  expect([code, said]).toEqual([
    0,
    expect.stringMatching(/fits: \d+ facts.*\nhead: \d+:[\da-f]{64}$/),
  ])
  const kinds = 'select distinct entity from base_fact order by entity'
  expect(ask(folder, kinds).map(({ entity }) => entity)).toEqual([
    'Agreement',
    'DistributionKey',
    'JointService',
    'Participation',
    'PopulationFigure',
  ])
})

it('a start that is cut off leaves nothing, and the next begins anew', async () => {
  const folder = await oldFolder()
  const begin = (): Promise<unknown> => beginInProcess(folder)
  await begin()
  const database = new DatabaseSync(join(folder, 'andel.sqlite'))
  database.exec(`update history_head set hash = ''; delete from base_fact; update change set hash = '';
    create trigger cut before update on change when old.sequence = 9 begin select raise(abort, 'cut off'); end`)
  await expect(begin()).rejects.toThrow('cut off')
  expect(ask(folder, 'select hash from history_head')).toEqual([{ hash: '' }])
  expect(ask(folder, 'select count(*) as n from base_fact')).toEqual([{ n: 0 }])
  database.exec('drop trigger cut')
  database.close()
  await Promise.all([begin(), begin()])
  expect(await andel(folder, 'verify')).toMatchObject({ code: 0, complained: '' })
})

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

function beginInProcess(folder: string): Promise<unknown> {
  const config = fromHere('../../server/tsconfig.json')
  const program = [fromHere('../../node_modules/tsx/dist/cli.mjs'), '--tsconfig', config]
  const file = join(folder, 'andel.sqlite')
  return promisify(execFile)(process.execPath, [...program, fromHere('./begin-history.ts'), file])
}
