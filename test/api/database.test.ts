import { afterAll, beforeAll, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start({ demo: false })
})
afterAll(() => api[Symbol.asyncDispose]())

it('the migrations give the schema that the entities need', async () => {
  expect((await api.app.orm.schema.getUpdateSchemaSQL({ wrap: false })).trim()).toBe('')
})

it('is durable at every commit', async () => {
  const read = async (pragma: string): Promise<Loose> =>
    (await api.app.orm.em.getConnection().execute(`pragma ${pragma}`))[0]
  expect(await read('journal_mode')).toEqual({ journal_mode: 'wal' })
  expect(await read('synchronous')).toEqual({ synchronous: 2 })
  expect(await read('foreign_keys')).toEqual({ foreign_keys: 1 })
})

it('without the demo it has reference data and no joint service', async () => {
  const { jointServices, municipalities } = await api.data(
    '{ jointServices { totalCount } municipalities { totalCount } }',
  )
  expect([jointServices.totalCount, municipalities.totalCount]).toEqual([0, 290])
})
