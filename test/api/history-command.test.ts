import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { temporaryFolder } from '../product.ts'
import { Api } from './api.ts'
import { andel } from './commands.ts'
import { lineNamed, sendEdits } from './editing.ts'

let data: Awaited<ReturnType<typeof temporaryFolder>>
let api: Api
beforeAll(async () => {
  data = await temporaryFolder()
  api = await Api.start({ dataDir: data.path, on: 'sqlite' })
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
  await data.remove()
})

const headOf = (said: string): string => /^head: (\d+:[\da-f]{64})$/m.exec(said)![1]!

const note = async (text: string): Promise<void> => {
  const { id: lineId, version } = await lineNamed(api, 'Handläggare')
  const { applied } = await sendEdits(api, [
    { setLine: { lineId, version, fields: { note: text } } },
  ])
  expect(applied).toBe(true)
}

async function emptyFolder(name: string): Promise<string> {
  const folder = join(data.path, name)
  await mkdir(folder)
  return folder
}

function tamper(...statements: string[]): void {
  const database = new DatabaseSync(join(data.path, 'andel.sqlite'))
  for (const statement of statements) database.exec(statement)
  database.close()
}

it('tells where the history ends, which can be kept and looked for later', async () => {
  const first = await andel(data.path, 'verify')
  expect(first.said).toMatch(
    /fits: \d+ facts from its beginning, 19 changes, \d+ stored rows, in \d+\.\d s\.\nhead: 19:/,
  )
  await note('Efter mötet')
  const later = await andel(data.path, 'verify', '--head', headOf(first.said))
  expect([later.code, later.said]).toEqual([0, expect.stringContaining('is part of it')])
  expect(headOf(later.said)).toMatch(/^20:/)
})

it('does not take a history that is another, or ends too early, for the one that was kept', async () => {
  const hash = 'b'.repeat(64)
  expect(await andel(data.path, 'verify', '--head', `7:${hash}`)).toMatchObject({
    code: 1,
    complained: expect.stringMatching(
      /Change 7, as kept elsewhere,: hash is "[\da-f]{64}", expected "b{64}"/,
    ),
  })
  expect(await andel(data.path, 'verify', '--head', `99:${hash}`)).toMatchObject({
    code: 1,
    complained: expect.stringContaining('Change 21'),
  })
  const { code, complained } = await andel(data.path, 'verify', '--head', 'the last one')
  expect([code, complained]).toEqual([1, expect.stringContaining('<sequence>:<hash>')])
})

it('a whole history written anew fits by itself, but not the head that was kept', async () => {
  const kept = headOf((await andel(data.path, 'verify')).said)
  tamper(
    `update change set after = '"Före mötet"' where sequence = 20`,
    "update budget_line set note = 'Före mötet' where note = 'Efter mötet'",
  )
  expect((await andel(data.path, 'verify')).complained).toContain('Change 20, "note" of BudgetLine')
  await api[Symbol.asyncDispose]()
  tamper("update history_head set hash = ''", 'delete from base_fact')
  expect((await andel(data.path, 'verify')).complained).toContain('The history of')
  await expect(Api.start({ dataDir: data.path, on: 'sqlite' })).rejects.toThrow('andel verify')
  tamper("update change set hash = ''")
  api = await Api.start({ dataDir: data.path, on: 'sqlite' }) // chains it anew, as whoever can write everything could
  expect((await andel(data.path, 'verify')).code).toBe(0)
  const { code, complained } = await andel(data.path, 'verify', '--head', kept)
  expect([code, complained]).toEqual([1, expect.stringContaining('Change 20, as kept elsewhere')])
})

it.each([
  [
    'a truth that is 2',
    'population_figure',
    'current = 2 where current = 1',
    /Stored Pop.*current is 2/,
  ],
  ['a time that is a text', 'change', "at = '2022-01-01' where sequence = 14", /Change 14: at is/],
  ['a time with a fraction', 'change', 'at = at + 0.4 where sequence = 14', /Change 14: at is/],
  ['an end of another time', 'history_head', 'at = 4070908800000', /history_head\): at is "2099/],
  ['an end without a hash', 'history_head', "hash = ''", /history_head\): hash is "", expected/],
  ['no end', 'history_head', 'id = 2', /history_head\): the whole is nothing/],
  [
    'a name twice in JSON',
    'change',
    `after = replace(after, '{"', '{"x":1,"x":1,"') where sequence = 14`,
    /Change 14: after is/,
  ],
  ['broken JSON', 'base_fact', "content = '{' where rowid = 5", /Base fact .*content is "\{"/],
  ['an amount with a part', 'budget_line', 'amount = 100.4', /Stored BudgetLine .*amount is 100.4/],
  ['an amount in words', 'budget_line', "amount = 'abc'", /Stored BudgetLine .*amount is "abc"/],
])('%s is named', async (_, table, change, told) => {
  const file = join(data.path, 'andel.sqlite')
  const folder = await emptyFolder(randomUUID())
  const from = new DatabaseSync(file)
  from.exec(`vacuum into '${join(folder, 'andel.sqlite')}'`)
  from.close()
  const database = new DatabaseSync(join(folder, 'andel.sqlite'))
  database.exec(`pragma foreign_keys = off; update ${table} set ${change}`)
  database.close()
  const { code, complained } = await andel(folder, 'verify')
  expect([code, complained]).toEqual([1, expect.stringMatching(told)])
})

it('a check tells of it, and a backup can be restored all the same', async () => {
  tamper("update budget_line set amount = amount + 100 where description like 'Ompr%'")
  const unfit =
    /history does not fit: Stored BudgetLine [\da-f-]+: amount is "-299999.00", expected "-300000.00"/
  const checked = await andel(data.path, 'check')
  expect([checked.code, checked.complained]).toEqual([1, expect.stringMatching(unfit)])
  const file = join(data.path, 'unfit.backup')
  expect((await andel(data.path, 'backup', file)).code).toBe(0)
  const restored = await andel(await emptyFolder('other'), 'restore', file)
  expect([restored.code, restored.complained]).toEqual([0, expect.stringMatching(unfit)])
})

it('says what is missing where there is no database', async () => {
  const { code, complained } = await andel(join(data.path, 'none'), 'verify')
  expect([code, complained]).toEqual([1, expect.stringContaining('There is no database')])
})
