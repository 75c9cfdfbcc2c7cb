import { randomUUID } from 'node:crypto'
import { verifyDatabase } from '@andel/server/verify'
import { type Verified, verifyChain } from '@andel/server/verify-chain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { EditStorm } from './edit-storm.ts'
import { Storm, whole } from './past-storm.ts'

let api: Api
let budgetId: string

beforeAll(async () => {
  api = await Api.start()
  const { jointService } = await api.data(
    '{ jointService(slug: "familjehemscentrum") { id budget(year: 2022) { id } } }',
  )
  budgetId = jointService.budget.id
  const rename = `mutation ($input: UpdateJointServiceInput!) {
    updateJointService(input: $input) { jointService { id } } }`
  const admin = await api.as('admin')
  await admin.send(rename, { input: { jointServiceId: jointService.id, body: 'Länets kommuner' } })
  const storm = new Storm(api, budgetId, 6)
  for (let count = 0; count < 60; count++) await storm.batch(await readBudget())
}, 60_000)
afterAll(() => api[Symbol.asyncDispose]())

async function readBudget(): Promise<Loose> {
  const query = `query ($id: ID!) { budget(id: $id) { ...whole } } ${whole}`
  return (await api.data(query, { id: budgetId })).budget
}

const verify = (): Promise<Verified> => verifyDatabase(api.app.orm)

class Undone extends Error {}

/** What is found when some rows have been tampered with; nothing stays of that. */
async function findingAfter(...statements: string[]): Promise<Loose> {
  let verified: Verified | undefined
  const tampering = api.app.orm.em.fork().transactional(async (tx) => {
    for (const statement of statements) await tx.execute(statement)
    verified = await verifyChain(tx)
    throw new Undone()
  })
  await expect(tampering).rejects.toThrow(Undone)
  return verified!.finding
}

const ask = async (query: string): Promise<Loose> => (await api.app.orm.em.fork().execute(query))[0]

/** The last number of a change that SQL finds. */
const lastOf = async (condition: string): Promise<number> =>
  Number((await ask(`select max(sequence) as n from change where ${condition}`)).n)

/** SQL that gives a change the number of another, whose number must be free. */
const renumber = (from: number, to: number): string =>
  `update change set sequence = ${to} where sequence = ${from}`

/** Free of what refers to changes, so that they can be removed at all. */
const unreached = 'delete from reached_budget'

describe('a history that nobody has tampered with', () => {
  it('fits after edits of every kind', async () => {
    const entities = (await api.app.orm.em.fork().execute('select distinct entity from change'))
      .length
    expect(entities).toBe(7)
    const { finding, head, baseFacts, changes, standing } = await verify()
    expect(finding).toBeNull()
    expect(head).toMatchObject({ sequence: changes })
    expect(changes).toBe(await lastOf('1 = 1'))
    const figures = Number((await ask('select count(*) as n from population_figure')).n)
    expect(baseFacts).toBeLessThan(figures) // those that were corrected are changes
    expect(standing).toBeGreaterThan(figures)
  })

  it('begins with the figures that Andel comes with, and nothing else', async () => {
    const kinds = await api.app.orm.em.fork().execute('select distinct entity from base_fact')
    expect(kinds).toEqual([{ entity: 'PopulationFigure' }])
  })

  it('fits at every moment while it is edited', async () => {
    const storm = await EditStorm.start(api.visitor)
    try {
      for (let count = 0; count < 3; count++) {
        await storm.more(4)
        expect((await verify()).finding).toBeNull()
      }
    } finally {
      await storm.end()
    }
    const { finding, changes } = await verify()
    expect([finding, changes]).toEqual([null, await lastOf('1 = 1')])
  })
})

describe('of what has been tampered with, the first that does not fit is named', () => {
  it('an amount', async () => {
    const { id } = await ask('select id from budget_line where amount is not null order by id')
    expect(
      await findingAfter(`update budget_line set amount = amount + 1 where id = '${id}'`),
    ).toMatchObject({
      row: `Stored BudgetLine ${id}`,
      field: 'amount',
    })
  })

  it.each([
    ['a place', 'budget_line', 'BudgetLine', "place = place || 'V'", 'place'],
    ['a version', 'budget_line', 'BudgetLine', 'version = version + 1', 'version'],
    ['a title', 'budget', 'Budget', "title = 'Budget'", 'title'],
    ['a key', 'distribution_key', 'DistributionKey', "name = 'Andra'", 'name'],
    [
      'the version of a key',
      'distribution_key',
      'DistributionKey',
      'version = version + 1',
      'version',
    ],
    ['an agreement', 'agreement', 'Agreement', "notice_period = 'P2Y'", 'noticePeriod'],
    ['the version of an agreement', 'agreement', 'Agreement', 'version = version + 1', 'version'],
    ['a participation', 'participation', 'Participation', "from_date = '2022-02-02'", 'from'],
    ['a joint service', 'joint_service', 'JointService', "body = 'SocSam'", 'body'],
    [
      'a figure',
      'population_figure',
      'PopulationFigure',
      'inhabitants = inhabitants + 1',
      'inhabitants',
    ],
    [
      'which figure counts',
      'population_figure',
      'PopulationFigure',
      'current = not current',
      'current',
    ],
  ])('%s', async (_, table, entity, set, field) => {
    const { id } = await ask(`select id from ${table} order by id desc limit 1`)
    expect(await findingAfter(`update ${table} set ${set} where id = '${id}'`)).toMatchObject({
      row: `Stored ${entity} ${id}`,
      field,
    })
  })

  it('a line that no change has added, and one that none has removed', async () => {
    const { id } = await ask('select id from budget_line order by id desc limit 1')
    const added = randomUUID()
    const columns = Object.keys(await ask('select * from budget_line limit 1')).filter(
      (name) => name !== 'id',
    )
    const copy = `insert into budget_line (id, ${columns.join(', ')})
      select '${added}', ${columns.join(', ')} from budget_line where id = '${id}'`
    expect(await findingAfter(copy)).toMatchObject({
      row: `Stored BudgetLine ${added}`,
      expected: null,
    })
    const removal = `delete from budget_line where id = '${id}'`
    expect(await findingAfter('delete from remark', removal)).toMatchObject({
      row: `Stored BudgetLine ${id}`,
      says: null,
    })
  })

  it('what a change tells', async () => {
    const n = await lastOf("field = 'note'")
    const finding = await findingAfter(
      `update change set after = '"nothing"' where sequence = ${n}`,
    )
    expect([finding.row, finding.field]).toEqual([
      expect.stringContaining(`Change ${n}, "note" of `),
      'hash',
    ])
  })

  it('a change in the middle that is gone, and the last', async () => {
    const last = await lastOf('1 = 1')
    const gone = (sequence: number): Promise<Loose> =>
      findingAfter(unreached, `delete from change where sequence = ${sequence}`)
    expect(await gone(last - 7)).toMatchObject({ row: `Change ${last - 7}`, says: null })
    expect(await gone(last)).toMatchObject({ row: `Change ${last}`, says: null })
  })

  it('one that is gone, with the rest moved up', async () => {
    const last = await lastOf('1 = 1')
    const head = `update history_head set sequence = ${last - 1}`
    const gone = `delete from change where sequence = ${last - 1}`
    const finding = await findingAfter(unreached, gone, renumber(last, last - 1), head)
    expect(finding).toMatchObject({
      row: expect.stringContaining(`Change ${last - 1}, `),
      field: 'hash',
    })
  })

  it('two that have changed places', async () => {
    const [a, b] = [await lastOf('1 = 1'), (await lastOf('1 = 1')) - 3]
    const swap = [renumber(a, 1e6), renumber(b, a), renumber(1e6, b)]
    const finding = await findingAfter(unreached, ...swap)
    expect(finding).toMatchObject({ row: expect.stringContaining(`Change ${b}, `), field: 'hash' })
  })

  it('a figure that the log began with', async () => {
    const { id } = await ask('select entity_id as id from base_fact order by entity_id limit 1')
    const own = Buffer.from(id, 'base64url').toString().split(':')[1]
    const content = `(select replace(cast(content as text), '"inhabitants":', '"inhabitants":1') from base_fact where entity_id = '${id}')`
    const json = api.app.orm.em.getPlatform().constructor.name.includes('Postgre')
      ? `${content}::json`
      : content
    expect(
      await findingAfter(`update base_fact set content = ${json} where entity_id = '${id}'`),
    ).toMatchObject({
      row: `Base fact PopulationFigure ${own}`,
      field: 'hash',
    })
  })

  it('an end of the log that is not its end', async () => {
    const hash = 'a'.repeat(64)
    expect(await findingAfter(`update history_head set hash = '${hash}'`)).toMatchObject({
      says: hash,
    })
    expect(await findingAfter('update history_head set sequence = 3')).toMatchObject({ says: 3 })
  })
})
