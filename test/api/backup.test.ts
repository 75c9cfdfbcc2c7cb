import { mkdir, open, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Product, startProduct, temporaryFolder } from '../product.ts'
import { Visitor } from '../visitor.ts'
import { andel, andelAsProcess } from './commands.ts'
import { EditStorm } from './edit-storm.ts'

let product: Product
let data: Awaited<ReturnType<typeof temporaryFolder>>
let other: Awaited<ReturnType<typeof temporaryFolder>>
const backups: { file: string; answered: readonly string[] }[] = []

beforeAll(async () => {
  data = await temporaryFolder()
  other = await temporaryFolder()
  product = await startProduct({ DATA_DIR: data.path })
})
afterAll(async () => {
  await product.end()
  await data.remove()
  await other.remove()
})

/** Whatever is asked of the database of a folder. */
function ask(folder: string, query: string): unknown[] {
  const database = new DatabaseSync(join(folder, 'andel.sqlite'))
  try {
    return database
      .prepare(query)
      .all()
      .map((row) => Object.values(row)[0])
  } finally {
    database.close()
  }
}

it('backs up while edits are stored; each backup is sound and has every edit answered before', async () => {
  const storm = await EditStorm.start(await Visitor.by(await product.link('coordinator')))
  try {
    for (let count = 0; count < 2; count++) {
      await storm.more(5)
      const answered = [...storm.answered]
      const file = join(other.path, `${count}.backup`)
      expect(await andelAsProcess(data.path, 'backup', file)).toMatchObject({
        code: 0,
        complained: '',
      })
      backups.push({ file, answered })
    }
    expect(storm.answered.length).toBeGreaterThan(backups.at(-1)!.answered.length)
  } finally {
    await storm.end()
  }
  for (const { file, answered } of backups) {
    const folder = join(other.path, `restored-${answered.length}`)
    expect(await andel(folder, 'restore', file)).toMatchObject({ code: 0, complained: '' })
    const { code, said } = await andel(folder, 'check')
    expect([code, said]).toEqual([0, expect.stringMatching(/is sound; 1 budgets add up/)])
    expect(ask(folder, 'select description from budget_line')).toEqual(
      expect.arrayContaining([...answered]),
    )
    expect(ask(folder, 'select count(*) from session')).toEqual([0])
    expect(ask(folder, 'select action from audit_entry')).toContain('RESTORED')
  }
  expect((await readdir(other.path)).filter((name) => name.includes('unfinished'))).toEqual([])
})

it('a backup is for its owner alone, and takes the place of nothing that is there', async () => {
  const { file } = backups[0]!
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await stat(join(data.path, 'andel.sqlite'))).mode & 0o777).toBe(0o600)
  const before = await stat(file)
  const refused = await andel(data.path, 'backup', file)
  expect([refused.code, refused.complained]).toEqual([1, expect.stringContaining('--force')])
  expect((await stat(file)).mtimeMs).toBe(before.mtimeMs)
  expect((await andel(data.path, 'backup', file, '--force')).code).toBe(0)
  expect((await stat(file)).mtimeMs).toBeGreaterThan(before.mtimeMs)
})

it('is not restored over a database that a server uses', async () => {
  const { code, complained } = await andel(data.path, 'restore', backups[1]!.file)
  expect([code, complained]).toEqual([1, expect.stringContaining('is in use')])
})

describe('a database that nobody uses', () => {
  let folder: string
  beforeAll(async () => {
    folder = join(other.path, 'kept')
    await andel(folder, 'restore', backups[0]!.file)
  })

  it('is kept beside the backup that takes its place, whole', async () => {
    const database = new DatabaseSync(join(folder, 'andel.sqlite'))
    database.exec("pragma journal_mode = wal; update joint_service set name = 'Mine'") // stands beside
    const { code, said } = await andel(folder, 'restore', backups[1]!.file)
    expect(code).toBe(1) // the test has it open
    database.close()
    expect(said).toBe('')
    expect((await andel(folder, 'restore', backups[1]!.file)).code).toBe(0)
    expect(ask(folder, 'select name from joint_service')).not.toEqual(['Mine'])
    const [kept] = (await readdir(folder)).filter((name) => name.includes('.replaced-'))
    const before = new DatabaseSync(join(folder, kept!))
    expect(before.prepare('select name from joint_service').get()).toEqual({ name: 'Mine' })
    before.close()
  })

  it('is kept as it is when it is damaged', async () => {
    const damaged = join(other.path, 'broken')
    await mkdir(damaged)
    await writeFile(join(damaged, 'andel.sqlite'), 'not any more')
    expect((await andel(damaged, 'restore', backups[0]!.file)).code).toBe(0)
    const [kept] = (await readdir(damaged)).filter((name) => name.includes('.replaced-'))
    expect(await readFile(join(damaged, kept!), 'utf8')).toBe('not any more')
    expect((await andel(damaged, 'check')).code).toBe(0)
  })

  it.each([
    ['a text', async (file: string) => writeFile(file, 'Budget 2022;300000\n'.repeat(1000))],
    ['nothing', async (file: string) => writeFile(file, '')],
    [
      'a database of something else',
      async (file: string) => {
        const database = new DatabaseSync(file)
        database.exec('create table recipe (name text)')
        database.close()
      },
    ],
    [
      'a damaged backup',
      async (file: string) => {
        await andel(data.path, 'backup', file)
        const { size } = await stat(file)
        const handle = await open(file, 'r+')
        await handle.write(Buffer.alloc(size / 2, 7), 0, size / 2, Math.floor(size / 4))
        await handle.close()
      },
    ],
    [
      'a backup whose shares refer to no municipality',
      async (file: string) => {
        await andel(data.path, 'backup', file)
        const database = new DatabaseSync(file)
        database.exec("pragma foreign_keys = off; delete from municipality where code = '2303'")
        database.close()
      },
    ],
    [
      'a backup of a newer Andel',
      async (file: string) => {
        await andel(data.path, 'backup', file)
        const database = new DatabaseSync(file)
        database.exec("insert into mikro_orm_migrations (name) values ('9999-later')")
        database.close()
      },
    ],
  ])('is left alone by %s', async (_what, write) => {
    const file = join(other.path, 'unsound')
    await rm(file, { force: true })
    await write(file)
    const before = await stat(join(folder, 'andel.sqlite'))
    const { code, complained } = await andel(folder, 'restore', file)
    expect([code, complained]).toEqual([1, expect.stringMatching(/is not sound|is no database/)])
    expect((await stat(join(folder, 'andel.sqlite'))).ino).toBe(before.ino)
    expect((await readdir(folder)).filter((name) => /unfinished|check/.test(name))).toEqual([])
  })

  it.each([
    [
      'a reference to nothing',
      "pragma foreign_keys = off; delete from municipality where code = '2303'",
      'refers to a municipality',
    ],
    [
      'a schema that somebody changed',
      'drop index line_figures_budget_id_position_unique',
      'schema',
    ],
    [
      'a key that is none',
      "update distribution_key set bases = '[{}]'",
      'has a line that cannot be calculated',
    ],
  ])('is checked, and %s is told', async (_what, damage, finding) => {
    const folder = join(other.path, `damaged-${finding.length}`)
    await andel(folder, 'restore', backups[0]!.file)
    const database = new DatabaseSync(join(folder, 'andel.sqlite'))
    database.exec(damage)
    database.close()
    const { code, complained } = await andel(folder, 'check')
    expect([code, complained]).toEqual([1, expect.stringContaining(finding)])
  })
})

it('says how it is used when it is asked for nothing it knows', async () => {
  const { code, complained } = await andel(data.path, 'destroy', 'everything')
  expect([code, complained]).toEqual([2, expect.stringContaining('pnpm andel backup')])
})

it('has nothing to do where there is no database', async () => {
  const empty = join(other.path, 'empty')
  for (const command of [['check'], ['backup', join(other.path, 'none')]]) {
    const { code, complained } = await andel(empty, ...command)
    expect([code, complained]).toEqual([1, expect.stringContaining('There is no database')])
  }
})
