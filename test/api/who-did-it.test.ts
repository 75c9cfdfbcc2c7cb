import { afterAll, beforeAll, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { lineNamed, sendEdits } from './editing.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start()
})
afterAll(() => api[Symbol.asyncDispose]())

const changes = async (filter = '{}'): Promise<Loose[]> =>
  (await api.data(`{ changes(filter: ${filter}) { nodes { field actor actorId } } }`)).changes.nodes

it('is told by name, and found by person; what Andel itself did is nobody’s', async () => {
  const { viewer } = await api.data('{ viewer { id name } }')
  const line = await lineNamed(api, 'Handläggare')
  const set = { lineId: line.id, version: line.version, fields: { months: '11' } }
  await sendEdits(api, [{ setLine: set }])
  const own = { field: 'months', actor: 'Demo Samordnare', actorId: viewer.id }
  expect(await changes(`{ actors: ["${viewer.id}"] }`)).toEqual([own])
  const all = await changes()
  expect(all.at(-1)).toEqual(own)
  expect(all[0]).toMatchObject({ actor: 'demo', actorId: null })
  expect(
    await api.code('{ changes(filter: { actors: ["Demo Samordnare"] }) { totalCount } }'),
  ).toBe('BAD_INPUT')
})

it('is told by the pseudonym that is left of somebody, also in an answer that was kept', async () => {
  const { viewer } = await api.data('{ viewer { id } }')
  const before = await changes()
  expect(await changes()).toEqual(before)
  await api.app.orm.em
    .getConnection()
    .execute("update person set name = 'Person 7' where name = 'Demo Samordnare'")
  expect(await changes(`{ actors: ["${viewer.id}"] }`)).toMatchObject([{ actor: 'Person 7' }])
  expect((await changes()).at(-1)).toMatchObject({ actor: 'Person 7', actorId: viewer.id })
})
