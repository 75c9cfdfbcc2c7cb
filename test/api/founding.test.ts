import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../visitor.ts'
import { Api, type Loose } from './api.ts'

/** A joint service, its agreement and its first budget, made as an installation without the demo makes them. */
let api: Api
let admin: Visitor
let coordinator: Visitor
/** Of a joint service without agreement. */
let id: string
beforeAll(async () => {
  api = await Api.start()
  admin = await api.as('admin')
  id = await found('social-jour')
})
afterAll(() => api[Symbol.asyncDispose]())

const create = `mutation ($input: CreateJointServiceInput!) { createJointService(input: $input) {
  jointService { id slug name body description currency } } }`
const update = `mutation ($input: UpdateJointServiceInput!) { updateJointService(input: $input) {
  jointService { name body description } } }`
const agree = `mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) {
  replayed agreement { id version title decision validFrom validTo noticePeriod weighsPartYear note
    defaultKey { name bases { kind on } } participations { id from to municipality { code } } }
  changes { sequence entity entityId field after }
  problems { edit field code } } }`

const jour = { name: ' Social jour ', slug: 'social-jour', body: 'SocSam', description: 'Kvällar' }

async function dataOf(visitor: Visitor, query: string, variables: object): Promise<Loose> {
  const { data, errors } = await visitor.send<Loose>(query, variables)
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}

const codeOf = async (visitor: Visitor, query: string, input: object) =>
  (await visitor.send(query, { input })).errors?.[0]?.extensions.code

/** Made by the administrator, with the demo's co-ordinator as its own. */
async function found(slug: string): Promise<string> {
  const { createJointService } = await dataOf(admin, create, { input: { ...jour, slug } })
  const own = Buffer.from(createJointService.jointService.id as string, 'base64url').toString()
  await api.app.orm.em.getConnection().execute(
    `insert into "grant" (id, person_id, role, joint_service_id, since)
      select ?, person_id, role, ?, since from "grant" where role = 'COORDINATOR' limit 1`,
    [randomUUID(), own.slice('JointService:'.length)],
  )
  coordinator = await api.as('coordinator')
  return createJointService.jointService.id
}

const byPopulation = {
  name: 'Folkmängd',
  bases: [{ kind: 'POPULATION', percent: 100, on: '2023-12-31' }],
  shareStep: 'TENTH',
  amountStep: 'ORE',
  residualRule: 'LARGEST_REMAINDER',
}
const terms = {
  title: 'Avtal om social jour',
  decision: 'SocSam 2023-11-10 § 61',
  validFrom: '2024-07-01',
  noticePeriod: 'P6M',
  defaultKey: byPopulation,
  participants: [
    { municipalityCode: '2326' },
    { municipalityCode: '2303', from: '2024-08-01' },
    { municipalityCode: '2380', to: '2027-12-31' },
  ],
}
const withKey = (jointServiceId: string, more: object = {}): Loose => ({
  jointServiceId,
  clientMutationKey: randomUUID(),
  ...terms,
  ...more,
})
const send = async (input: object): Promise<Loose> =>
  (await dataOf(coordinator, agree, { input })).createAgreement

describe('a joint service', () => {
  it('is set up by an administrator, and is in the list at once', async () => {
    const slugs = async (): Promise<string[]> =>
      (await dataOf(admin, '{ jointServices { nodes { slug } } }', {})).jointServices.nodes.map(
        ({ slug }: Loose) => slug,
      )
    expect(await slugs()).not.toContain('it')
    const input = { ...jour, name: ' IT ', slug: 'it' }
    const { createJointService } = await dataOf(admin, create, { input })
    expect(createJointService.jointService).toMatchObject({ name: 'IT', currency: 'SEK' })
    expect(await slugs()).toContain('it')
  })

  it.each([
    [{ name: ' ' }, 'BAD_TEXT'],
    [{ description: 'a'.repeat(2001) }, 'BAD_TEXT'],
    [{ slug: 'Jour' }, 'BAD_TEXT'],
    [{ slug: 'a--b' }, 'BAD_TEXT'],
    [{ slug: 'a'.repeat(61) }, 'BAD_TEXT'],
    [{ slug: 'familjehemscentrum' }, 'ALREADY_EXISTS'],
    [{ currency: 'JPY' }, 'BAD_INPUT'], // without hundredths
  ])('is refused: %o, %s', async (wrong, code) => {
    expect(await codeOf(admin, create, { ...jour, slug: 'ny', ...wrong })).toBe(code)
  })

  it('is set up by nobody else, and renamed by its co-ordinator and administrators alone', async () => {
    expect(await codeOf(coordinator, create, jour)).toBe('FORBIDDEN')
    const rename = (visitor: Visitor, name: string) =>
      codeOf(visitor, update, { jointServiceId: id, name })
    expect(await rename(await api.as('finance officer'), 'Nej')).toBe('FORBIDDEN')
    expect(await rename(admin, 'Jour')).toBeUndefined()
    const input = { jointServiceId: id, body: 'Länets socialchefer', name: 'Jour' }
    const { updateJointService } = await dataOf(coordinator, update, { input })
    expect(updateJointService.jointService).toEqual({
      ...{ name: 'Jour', body: 'Länets socialchefer', description: 'Kvällar' },
    })
    const log = `{ changes(filter: { entityIds: ["${id}"] }) { nodes { field before after } } }`
    expect((await dataOf(coordinator, log, {})).changes.nodes).toMatchObject([
      { field: '+', before: null, after: { name: 'Social jour', slug: 'social-jour' } },
      { field: 'name', before: 'Social jour', after: 'Jour' },
      { field: 'body', before: 'SocSam', after: 'Länets socialchefer' },
    ])
    expect(await rename(admin, '')).toBe('BAD_TEXT')
    const audit = `{ auditEntries(filter: { subjectIds: ["${id}"] }) { nodes { action } } }`
    const told = (await dataOf(admin, audit, {})).auditEntries.nodes
    expect(told.filter(({ action }: Loose) => action === 'SERVICE_CHANGED')).toHaveLength(2)
  })
})

describe('an agreement', () => {
  it('is created with its key and participants, each in the log, and once', async () => {
    const input = withKey(await found('jour'), { note: ' Kvällar och helger. ' })
    const { agreement, changes, problems } = await send(input)
    expect(problems).toEqual([])
    expect(agreement).toMatchObject({
      version: 1,
      title: terms.title,
      validTo: null,
      noticePeriod: 'P6M',
      weighsPartYear: true,
      note: 'Kvällar och helger.',
      defaultKey: { name: 'Folkmängd', bases: [{ kind: 'POPULATION', on: '2023-12-31' }] },
    })
    expect(
      agreement.participations.map((one: Loose) => [one.municipality.code, one.from, one.to]),
    ).toEqual([
      ['2303', '2024-08-01', null],
      ['2326', '2024-07-01', null],
      ['2380', '2024-07-01', '2027-12-31'],
    ])
    expect(changes.map((change: Loose) => `${change.entity} ${change.field}`)).toEqual([
      'Agreement +',
      'DistributionKey +',
      ...terms.participants.map(() => 'Participation +'),
    ])

    const again = await send(input)
    expect(again).toMatchObject({ replayed: true, agreement: { id: agreement.id }, problems: [] })
    expect(again.changes).toEqual(changes)
    expect(await codeOf(coordinator, agree, { ...input, title: 'Annat' })).toBe(
      'MUTATION_KEY_REUSED',
    )
    const twice = await send({ ...input, clientMutationKey: randomUUID() })
    expect(twice.problems).toMatchObject([{ field: 'validFrom', code: 'ALREADY_EXISTS' }])
  })

  it('tells all that is wrong with it, each at its field, and stores nothing', async () => {
    const count = '{ changes { totalCount } }'
    const before = await dataOf(coordinator, count, {})
    const wrong = {
      title: ' ',
      noticePeriod: 'P2W',
      defaultKey: { ...byPopulation, name: '' },
      participants: [
        { municipalityCode: '9999' },
        { municipalityCode: '2303', from: '2024-06-30' },
        { municipalityCode: '2326' },
        { municipalityCode: '2326', from: '2025-01-01' },
      ],
    }
    const { agreement, problems } = await send(withKey(id, wrong))
    expect(agreement).toBeNull()
    expect(problems.map((one: Loose) => [one.field, one.edit, one.code])).toEqual([
      ['title', 0, 'BAD_TEXT'],
      ['noticePeriod', 0, 'BAD_INPUT'],
      ['name', 0, 'BAD_TEXT'],
      ['municipalityCode', 0, 'NOT_FOUND'],
      ['from', 1, 'BAD_TERM'],
      ['from', 3, 'DUPLICATE_PARTICIPANT'],
    ])
    expect(await dataOf(coordinator, count, {})).toEqual(before)
  })

  const [ragunda, berg, ostersund] = ['2303', '2326', '2380'] as const
  const key = (basis: object, more: object = {}): object => ({
    defaultKey: { ...byPopulation, bases: [{ percent: 100, ...basis }], ...more },
  })
  const fixed = (...percents: [string, string][]): object => {
    const percentages = percents.map(([municipalityCode, percent]) => ({
      municipalityCode,
      percent,
    }))
    return key({ kind: 'FIXED', percentages })
  }
  it.each([
    [{ validTo: '2024-06-30' }, 'validTo', 'BAD_TERM'],
    [{ participants: [] }, 'participants', 'BAD_INPUT'],
    [key({ kind: 'POPULATION', on: '2019-11-01' }), 'bases', 'POPULATION_MISSING'],
    [fixed([ragunda, '30'], [berg, '30'], [ostersund, '30']), 'bases', 'BAD_PERCENTAGES'],
    // Östersund leaves, and the key would go on giving it a share
    [fixed([ragunda, '30'], [berg, '30'], [ostersund, '40']), 'to', 'NOT_A_PARTICIPANT'],
    [
      key({ kind: 'EQUAL' }, { residualRule: 'NAMED', namedCode: '2305' }),
      'bases',
      'NOT_A_PARTICIPANT',
    ],
  ])('is held to the rules of its edits: %o', async (wrong, field, code) => {
    expect((await send(withKey(id, wrong))).problems).toMatchObject([{ field, code }])
  })

  it('is made by its co-ordinator alone', async () => {
    const asked = withKey(id)
    expect(await codeOf(admin, agree, asked)).toBe('FORBIDDEN')
    expect(await codeOf(await api.as('analyst'), agree, asked)).toBe('FORBIDDEN')
    const other = await dataOf(admin, create, { input: { ...jour, slug: 'annan' } })
    const foreign = withKey(other.createJointService.jointService.id)
    expect(await codeOf(coordinator, agree, foreign)).toBe('NOT_FOUND')
  })
})

it('comes to a first budget, whose shares add up to the öre', async () => {
  await send(withKey(id, { participants: terms.participants.slice(0, 2) }))
  const begin = `mutation { createBudget(input: {
    jointServiceSlug: "social-jour", year: 2024, title: "Budget 2024" }) { budget { id } } }`
  const { createBudget } = await dataOf(coordinator, begin, {})
  const line = { addLine: { fields: { description: 'Jour', amount: '1000000.01' } } }
  const edit = `mutation ($input: EditBudgetInput!) { editBudget(input: $input) { budget {
    total difference shares { municipality { name } share amount } } } }`
  const input = { budgetId: createBudget.budget.id, clientMutationKey: randomUUID(), edits: [line] }
  const { budget } = (await dataOf(coordinator, edit, { input })).editBudget
  expect([budget.total, budget.difference]).toEqual(['1000000.01', '0.00'])
  // Ragunda has 5 135 inhabitants and takes part for 5 months, Berg 7 140 and 6: 25 675 to 42 840
  expect(budget.shares).toMatchObject([
    { municipality: { name: 'Ragunda' }, share: '37.5000' },
    { municipality: { name: 'Berg' }, share: '62.5000' },
  ])
  const amounts = budget.shares.map(({ amount }: Loose) => Number(amount.replace('.', '')))
  expect(amounts[0] + amounts[1]).toBe(100_000_001)
})
