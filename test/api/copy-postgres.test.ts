import { join } from 'node:path'
import { isPostgres } from '@andel/server/place'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { temporaryFolder } from '../product.ts'
import { Visitor } from '../visitor.ts'
import { Api, type Loose } from './api.ts'
import { andel } from './commands.ts'
import { dropDatabase, makeDatabase } from './postgres.ts'
import { readSheet, sendEdits } from './editing.ts'

// An installation moves from SQLite to PostgreSQL and back: `andel copy`.

const ofAdmin = ['{ people { nodes { name email grants { role since } } } }']
const ofCoordinator = [
  '{ changes(last: 50) { nodes { sequence at actor entity entityId field before after reason } } }',
  '{ costShares(first: 40) { nodes { id amount } aggregate { amount { sum } residual } } budgets { totalCount } }',
  '{ populationFigures(first: 30) { nodes { on inhabitants revision recordedAt } totalCount } }',
]

let folder: Awaited<ReturnType<typeof temporaryFolder>>
const name = 'andel_copied'
const file = (from: string): string => `sqlite:${join(folder.path, from)}`
beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(async () => {
  await folder.remove()
  await dropDatabase(inject('postgres'), name)
})

/** Sessions from before the move. */
interface Sessions {
  readonly admin: Visitor
  readonly coordinator: Visitor
}

/** What is answered to both, and the sheet. */
async function answers(api: Api, { admin, coordinator }: Sessions): Promise<unknown[]> {
  const told: unknown[] = [await readSheet(api)]
  for (const question of [...ofAdmin, ...ofCoordinator]) {
    const { headers } = ofAdmin.includes(question) ? admin : coordinator
    const { data, errors } = await new Visitor(api.address, headers).send<Loose>(question)
    expect(errors, question).toBeUndefined()
    told.push(data)
  }
  return told
}

/** A product on a database, with the sheet of the demo and an administrator. */
async function productOn(databaseUrl: string): Promise<Api> {
  return await Api.start({ databaseUrl })
}

it('moves an installation there and back, with all that it was and who is signed in', async () => {
  const first = await productOn(file('first.sqlite'))
  const { lines } = await readSheet(first)
  const fields = { note: 'Å, ä och ö: 100 % ☃', amount: '1234.56' }
  await sendEdits(first, [{ addLine: { fields } }], undefined, 'why')
  await sendEdits(first, [
    { setLine: { lineId: lines[0].id, version: 1, fields: { workloadFormula: '=5+1' } } },
  ]).catch(() => undefined)
  const sessions = { admin: await first.as('admin'), coordinator: first.visitor }
  const before = await answers(first, sessions)
  await first[Symbol.asyncDispose]()

  const url = await makeDatabase(inject('postgres'), name)
  expect(isPostgres(url)).toBe(true)
  const there = await andel(folder.path, 'copy', '--from', file('first.sqlite'), '--to', url)
  expect(there).toMatchObject({ code: 0, complained: '' })
  expect(there.said).not.toContain(new URL(url).password)
  const again = await andel(folder.path, 'copy', '--from', file('first.sqlite'), '--to', url)
  expect(again).toMatchObject({ code: 1 })
  expect(again.complained).toContain('not empty')

  const second = await productOn(url)
  expect(await answers(second, sessions)).toEqual(before)
  const inUse = await andel(folder.path, 'copy', '--from', url, '--to', file('back.sqlite'))
  expect(inUse.complained).toContain('in use')
  await sendEdits(second, [{ addLine: { fields: { description: 'from PostgreSQL' } } }])
  const after = await answers(second, sessions)
  await second[Symbol.asyncDispose]()

  const back = await andel(folder.path, 'copy', '--from', url, '--to', file('back.sqlite'))
  expect(back).toMatchObject({ code: 0, complained: '' })
  const third = await productOn(file('back.sqlite'))
  expect(await answers(third, sessions)).toEqual(after)
  await third[Symbol.asyncDispose]()
})

it('says what to use instead where it is not for', async () => {
  const files = await andel(folder.path, 'copy', '--from', 'sqlite:a', '--to', 'sqlite:b')
  expect(files.complained).toContain('andel backup')
  const servers = ['--from', 'postgres://x/a', '--to', 'postgres://x/b']
  expect((await andel(folder.path, 'copy', ...servers)).complained).toContain('pg_dump')
  const missing = ['--from', file('none.sqlite'), '--to', 'postgres://x/a']
  expect((await andel(folder.path, 'copy', ...missing)).complained).toContain('no database')
  const nothing = await andel(folder.path, 'copy', '--from', 'mysql://x', '--to', 'sqlite:b')
  expect(nothing.complained).toContain('--from must be')
})
