import { migrations, postgresMigrations } from '@andel/server/migrations'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { Api, type Loose } from './api.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start({ demo: false })
})
afterAll(() => api[Symbol.asyncDispose]())

it('the migrations give the schema that the entities need', async () => {
  expect((await api.app.orm.schema.getUpdateSchemaSQL({ wrap: false })).trim()).toBe('')
})

it('every migration has a counterpart on the other database, from the first of PostgreSQL on', () => {
  const { driver, config } = api.app.orm
  const names = (history: typeof migrations) =>
    history.map((Made) => new Made(driver, config).name?.replace('first-schema', 'chained-history'))
  expect(names(postgresMigrations)).toEqual(names(migrations).slice(10))
})

it('is durable at every commit', async () => {
  const [durable] = inject('postgres')
    ? await api.app.orm.em.execute<Loose[]>('show synchronous_commit')
    : []
  if (durable) return expect(durable).toEqual({ synchronous_commit: 'on' })
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
