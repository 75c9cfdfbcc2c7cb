import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { readSheet, sendEdits } from './editing.ts'

let api: Api
beforeEach(async () => {
  api = await Api.start()
})
afterEach(() => api[Symbol.asyncDispose]())

const agreement = `id version validFrom validTo
  defaultKey { id version name residualRule named { code }
    bases { kind percent on percentages { municipality { code } percent } } }
  participations { id from to municipality { code } }`

const mutation = `mutation ($input: EditAgreementInput!) { editAgreement(input: $input) {
  applied replayed agreement { ${agreement} }
  changes { sequence entity entityId field before after reason }
  problems { edit entityId field code budget { title } municipality { name } }
  conflicts { edit entityId field basedOnVersion currentVersion yours current changedBy }
  effects { budget { title } totalBefore totalAfter
    shares { municipality { code } before after } } } }`

async function read(): Promise<Loose> {
  const { agreements } = await api.data(`{ agreements { nodes { ${agreement} } } }`)
  return agreements.nodes[0]
}

async function send(edits: object[], more: Loose = {}): Promise<Loose> {
  const { id, version } = await read()
  const base = { agreementId: id, version, clientMutationKey: randomUUID(), edits }
  return (await api.data(mutation, { input: { ...base, ...more } })).editAgreement
}

const codeOf = async (more: object): Promise<string | undefined> => {
  const { id, version } = await read()
  const input = { agreementId: id, version, clientMutationKey: randomUUID(), edits: [], ...more }
  return api.code(mutation, { input })
}

const of = async (code: string): Promise<Loose> =>
  (await read()).participations.find((one: Loose) => one.municipality.code === code)

const shares = async (): Promise<Loose> => {
  const { jointService } = await api.data(`{ jointService(slug: "familjehemscentrum") {
    budget(year: 2022) { total shares { municipality { code } amount } } } }`)
  return jointService.budget
}

const berg = { municipalityCode: '2326', from: '2022-07-01', to: null }

const codes = ['2303', '2305', '2309', '2313', '2321', '2361', '2380']
const fixed = (percents: string[]): { setKey: { key: object } } => ({
  setKey: {
    key: {
      name: 'Fasta andelar',
      shareStep: 'NONE',
      amountStep: 'ORE',
      residualRule: 'LARGEST_REMAINDER',
      bases: [
        {
          kind: 'FIXED',
          percent: 100,
          percentages: codes.map((municipalityCode, index) => ({
            municipalityCode,
            percent: percents[index],
          })),
        },
      ],
    },
  },
})
const even = ['10', '10', '10', '10', '10', '10', '40']

describe('who takes part', () => {
  it('is added, and bears its part of every budget from then on', async () => {
    const before = await shares()
    const answer = await send([{ addParticipation: berg }], { reason: 'Berg går med' })
    expect(answer).toMatchObject({ applied: true, replayed: false, problems: [], conflicts: [] })
    expect(answer.agreement.version).toBe(2)
    const joined = await of('2326')
    expect(joined).toMatchObject({ from: '2022-07-01', to: null })
    expect(answer.changes).toMatchObject([
      {
        entity: 'Participation',
        entityId: joined.id,
        field: '+',
        before: null,
        after: { municipality: '2326', from: '2022-07-01', to: null },
        reason: 'Berg går med',
      },
    ])
    const after = await shares()
    expect(after.shares).toHaveLength(8)
    expect(answer.effects).toMatchObject([
      { budget: { title: 'Budget 2022' }, totalBefore: before.total, totalAfter: after.total },
    ])
    const [{ shares: effect }] = answer.effects
    expect(effect.map((one: Loose) => one.after)).toEqual(
      after.shares.map((share: Loose) => share.amount),
    )
    expect(effect.find((one: Loose) => one.municipality.code === '2326').before).toBeNull()
  })

  it('leaves, is removed and comes back, in one batch as well', async () => {
    const [first, second] = [await of('2303'), await of('2305')]
    const answer = await send([
      { setParticipation: { participationId: first.id, from: '2022-01-01', to: '2022-06-30' } },
      { addParticipation: { municipalityCode: '2303', from: '2022-10-01' } },
      { removeParticipation: { participationId: second.id } },
    ])
    expect(answer.problems).toEqual([])
    expect(answer.changes.map((change: Loose) => [change.entityId, change.field])).toEqual([
      [first.id, 'to'],
      [expect.any(String), '+'],
      [second.id, '-'],
    ])
    expect(answer.agreement.version).toBe(2)
    const [effect] = answer.effects
    expect(effect.shares.find((one: Loose) => one.municipality.code === '2305').after).toBeNull()
    expect((await shares()).shares.map((share: Loose) => share.municipality.code)).not.toContain(
      '2305',
    )
    const { jointService } = await api.data(`{ jointService(slug: "familjehemscentrum") {
      budget(year: 2022) { participantMonths { municipality { code } months } } } }`)
    expect(jointService.budget.participantMonths[0]).toEqual({
      municipality: { code: '2303' },
      months: 9,
    })
  })

  it('has no effect on a budget of another year, and tells that budget nothing', async () => {
    const log = '{ budgets { nodes { sequence changes { totalCount } } } }'
    const before = await api.data(log)
    const { id } = await of('2303')
    const set = { participationId: id, from: '2022-01-01', to: '2023-06-30' }
    const answer = await send([{ setParticipation: set }])
    expect(answer).toMatchObject({ applied: true, effects: [] })
    expect(await api.data(log)).toEqual(before)
  })

  it('is told in the log of each budget whose participants change', async () => {
    const { changes } = await send([{ addParticipation: berg }])
    const { budgets } = await api.data(
      '{ budgets { nodes { sequence changes(last: 1) { nodes { sequence entity } } } } }',
    )
    const { sequence } = changes[0]
    expect(budgets.nodes).toEqual([
      { sequence, changes: { nodes: [{ sequence, entity: 'Participation' }] } },
    ])
  })

  it.each([
    [{ ...berg, municipalityCode: '9999' }, 'municipalityCode', 'NOT_FOUND'],
    [{ ...berg, from: '2021-12-31' }, 'from', 'BAD_TERM'],
    [{ ...berg, to: '2022-06-30' }, 'to', 'BAD_TERM'],
    [{ ...berg, municipalityCode: '2303' }, 'from', 'DUPLICATE_PARTICIPANT'],
  ])('refuses %o and stores nothing', async (addParticipation, field, code) => {
    const before = await read()
    const { id } = await of('2305')
    const good = { setParticipation: { participationId: id, from: '2022-02-01' } }
    const answer = await send([good, { addParticipation }])
    expect(answer).toMatchObject({ applied: false, changes: [], effects: [] })
    expect(answer.problems).toMatchObject([{ edit: 1, field, code, budget: null }])
    expect(await read()).toEqual(before)
  })

  it('stays within an agreement that has a last day', async () => {
    await api.app.orm.em
      .getConnection()
      .execute(`update agreement set valid_to = '2024-12-31' where id is not null`)
    const later = { ...berg, from: '2025-01-01' }
    expect((await send([{ addParticipation: later }])).problems).toMatchObject([{ field: 'from' }])
    const longer = { ...berg, to: '2025-01-01' }
    expect((await send([{ addParticipation: longer }])).problems).toMatchObject([{ field: 'to' }])
    expect((await send([{ addParticipation: { ...berg, to: '2024-12-31' } }])).applied).toBe(true)
  })

  it('refuses an edit of what is not there, and one that sets nothing', async () => {
    const { id } = await of('2303')
    const { problems } = await send([{ removeParticipation: { participationId: id.slice(2) } }, {}])
    expect(problems).toMatchObject([
      { edit: 0, field: 'participationId', code: 'NOT_FOUND' },
      { edit: 1, code: 'BAD_INPUT' },
    ])
    expect(await codeOf({ agreementId: id })).toBe('BAD_INPUT')
    const none = Buffer.from(`Agreement:${randomUUID()}`).toString('base64url')
    expect(await codeOf({ agreementId: none })).toBe('NOT_FOUND')
  })
})

describe('a budget that stands in the way', () => {
  it('is named when a line of it leaves out whoever leaves', async () => {
    const { lines } = await readSheet(api)
    const [{ id: lineId, version }] = lines
    await sendEdits(api, [{ setLine: { lineId, version, fields: { excluded: ['2303'] } } }])
    const { id: participationId } = await of('2303')
    const answer = await send([{ removeParticipation: { participationId } }])
    expect(answer.applied).toBe(false)
    expect(answer.problems).toMatchObject([
      { edit: 0, code: 'NOT_A_PARTICIPANT', budget: { title: 'Budget 2022' } },
    ])
  })

  it('is named when its key alone gives a share to whoever leaves', async () => {
    const { keys } = await readSheet(api)
    await sendEdits(api, [{ addKey: fixed(even).setKey }])
    expect((await readSheet(api)).keys).toHaveLength(keys.length + 1)
    const { id: participationId } = await of('2303')
    const later = { setParticipation: { participationId, from: '2023-01-01' } }
    for (const edit of [later, { removeParticipation: { participationId } }]) {
      const answer = await send([edit])
      expect(answer.applied).toBe(false)
      expect(answer.problems).toMatchObject([
        {
          code: 'NOT_A_PARTICIPANT',
          budget: { title: 'Budget 2022' },
          municipality: { name: 'Ragunda' },
        },
      ])
    }
  })

  it('is named when there is no figure for whoever joins', async () => {
    await api.app.orm.em
      .getConnection()
      .execute(`delete from population_figure where municipality_code = '2326'`)
    const answer = await send([{ addParticipation: berg }])
    expect(answer.problems).toMatchObject([
      { code: 'POPULATION_MISSING', budget: { title: 'Budget 2022' } },
    ])
  })

  it('is named when it is locked and its participants would change', async () => {
    await api.app.orm.em.getConnection().execute(`update budget set state = 'LOCKED'`)
    const answer = await send([{ addParticipation: berg }])
    expect(answer.problems).toMatchObject([
      { code: 'BUDGET_LOCKED', budget: { title: 'Budget 2022' } },
    ])
    const later = { ...berg, from: '2023-01-01' }
    expect((await send([{ addParticipation: later }])).applied).toBe(true)
  })
})

describe('the default key', () => {
  it('takes fixed percentages, and reaches no budget that is there', async () => {
    const before = await shares()
    const answer = await send([fixed(even)])
    expect(answer).toMatchObject({ applied: true, effects: [] })
    expect(answer.agreement.defaultKey).toMatchObject({
      name: 'Fasta andelar',
      version: 2,
      bases: [{ kind: 'FIXED' }],
    })
    expect(answer.agreement.version).toBe(2)
    expect(answer.changes.map((change: Loose) => [change.entity, change.field])).toEqual([
      ['DistributionKey', 'name'],
      ['DistributionKey', 'note'],
      ['DistributionKey', 'bases'],
      ['DistributionKey', 'shareStep'],
    ])
    expect(await shares()).toEqual(before)
    const { createBudget } = await api.data(`mutation { createBudget(input: {
      jointServiceSlug: "familjehemscentrum", year: 2023, title: "Budget 2023" }) {
        budget { defaultKey { name } } } }`)
    expect(createBudget.budget.defaultKey.name).toBe('Fasta andelar')
  })

  it('refuses percentages that are not 100 together, and a text that is no percentage', async () => {
    const answer = await send([fixed([...even.slice(0, 6), '39'])])
    expect(answer).toMatchObject({
      applied: false,
      problems: [{ edit: 0, field: 'bases', code: 'BAD_PERCENTAGES' }],
    })
    expect(await codeOf({ edits: [fixed([...even.slice(0, 6), 'fyrtio'])] })).toBe('BAD_USER_INPUT')
  })

  it('weighs those who take part after the same batch', async () => {
    const participationId = (await of('2303')).id
    const leaves = { removeParticipation: { participationId } }
    const answer = await send([leaves, fixed(even)])
    expect(answer.problems).toMatchObject([{ edit: 1, code: 'NOT_A_PARTICIPANT' }])
    const without = ['0', '20', '10', '10', '10', '10', '40']
    expect((await send([leaves, fixed(without)])).applied).toBe(true)
  })
})

describe('a default key that gives a share to somebody', () => {
  const standing = ({ problems }: Loose) =>
    problems.map((problem: Loose) => [problem.edit, problem.code, problem.municipality?.name])

  it('keeps them from leaving, though no budget of that year is there yet', async () => {
    await send([fixed(even)])
    const { id: participationId } = await of('2303')
    const ends = { participationId, from: '2022-01-01', to: '2023-12-31' }
    for (const edit of [{ setParticipation: ends }, { removeParticipation: { participationId } }]) {
      const answer = await send([edit])
      expect(answer.applied).toBe(false)
      expect(standing(answer)).toEqual([[0, 'NOT_A_PARTICIPANT', 'Ragunda']])
    }
  })

  it('lets them leave once it is another in the same batch, and come back', async () => {
    await send([fixed(even)])
    const { id: participationId } = await of('2303')
    const ends = { participationId, from: '2022-01-01', to: '2023-12-31' }
    const without = fixed(['0', '20', '10', '10', '10', '10', '40'])
    const answer = await send([{ setParticipation: ends }, without])
    expect([standing(answer), answer.applied]).toEqual([[], true])
    const again = { addParticipation: { municipalityCode: '2303', from: '2025-01-01' } }
    expect((await send([again])).applied).toBe(true)
  })
})

describe('two people', () => {
  it('collide over the same participation, and not over different ones', async () => {
    const [first, second] = [await of('2303'), await of('2305')]
    const set = (participationId: string, to: string): object => ({
      setParticipation: { participationId, from: '2022-01-01', to },
    })
    await send([set(first.id, '2023-06-30')])
    const stale = await send([set(first.id, '2024-06-30')], { version: 1 })
    expect(stale).toMatchObject({
      applied: false,
      problems: [],
      conflicts: [
        {
          edit: 0,
          entityId: first.id,
          field: 'to',
          yours: '2024-06-30',
          current: '2023-06-30',
          basedOnVersion: 1,
          currentVersion: 2,
          changedBy: 'Demo Samordnare',
        },
      ],
    })
    expect((await send([set(second.id, '2024-06-30')], { version: 1 })).applied).toBe(true)
    const removal = { removeParticipation: { participationId: first.id } }
    expect((await send([removal], { version: 1 })).conflicts).toMatchObject([{ field: '-' }])
    expect((await send([set(first.id, '2024-06-30')])).applied).toBe(true)
  })

  it('cannot base an edit on a version that never was', async () => {
    const { problems } = await send([{ addParticipation: berg }], { version: 9 })
    expect(problems).toMatchObject([{ edit: 0, field: 'version', code: 'UNKNOWN_VERSION' }])
  })
})

it('makes a retry harmless', async () => {
  const clientMutationKey = randomUUID()
  const edits = [{ addParticipation: berg }]
  const first = await send(edits, { clientMutationKey, version: 1 })
  const again = await send(edits, { clientMutationKey, version: 1 })
  expect(again).toMatchObject({ applied: true, replayed: true, effects: [] })
  expect([again.agreement, again.changes]).toEqual([first.agreement, first.changes])
  expect(await codeOf({ clientMutationKey })).toBe('MUTATION_KEY_REUSED')
})

it('tells in a dry run what would come of it, and stores nothing', async () => {
  const clientMutationKey = randomUUID()
  const before = await read()
  const dry = await send([{ addParticipation: berg }], { clientMutationKey, dryRun: true })
  expect(dry).toMatchObject({ applied: false, changes: [], problems: [], agreement: before })
  expect(await read()).toEqual(before)
  const done = await send([{ addParticipation: berg }], { clientMutationKey })
  expect(done.effects).toEqual(dry.effects)
})
