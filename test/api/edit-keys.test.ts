import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { lineNamed, readSheet, sendEdits } from './editing.ts'

let api: Api
beforeEach(async () => {
  api = await Api.start()
})
afterEach(() => api[Symbol.asyncDispose]())

const reinforcement = 'Resursförstärkning, handläggare'
const rounding = { shareStep: 'TENTH', amountStep: 'ORE', residualRule: 'LARGEST_REMAINDER' }
const byPopulation = (on: string): object => ({ kind: 'POPULATION', percent: 100, on })
const amounts = (line: Loose): string[] => line.shares.map((share: Loose) => share.amount)

describe('keys', () => {
  it('changing the date of a key changes every share that it splits', async () => {
    const { keys } = await readSheet(api)
    const key = keys.find((one: Loose) => one.name === 'Folkmängd')
    const { applied, changes } = await sendEdits(api, [
      {
        setKey: {
          keyId: key.id,
          version: key.version,
          key: { name: key.name, ...rounding, bases: [byPopulation('2021-11-01')] },
        },
      },
    ])
    expect(applied).toBe(true)
    expect(changes.map((change: Loose) => change.field).toSorted()).toEqual(['bases', 'note'])
    const line = await lineNamed(api, reinforcement)
    // The date that the minutes name: five of the seven decided amounts, and not these two.
    expect(amounts(line)).toEqual([
      '12600.00',
      '14700.00',
      '36900.00',
      '27600.00',
      '29100.00',
      '24300.00',
      '154800.00',
    ])
  })

  it('each rounded alone shows what is left over', async () => {
    const { keys } = await readSheet(api)
    const key = keys.find((one: Loose) => one.name === 'Folkmängd, protokollets datum')
    const line = await lineNamed(api, reinforcement)
    const { budget } = await sendEdits(api, [
      {
        setKey: {
          keyId: key.id,
          version: key.version,
          key: {
            name: key.name,
            ...rounding,
            residualRule: 'EACH_ALONE',
            bases: [byPopulation('2021-11-01')],
          },
        },
      },
      { setLine: { lineId: line.id, version: line.version, fields: { keyId: key.id } } },
    ])
    expect(budget.difference).toBe('-300.00')
    expect(amounts(budget.lines.find((one: Loose) => one.id === line.id))).toHaveLength(7)
  })

  it('adds a blend, gives it to a line in the next edit, and does not remove it while used', async () => {
    const blend = {
      name: '30 lika, 50 befolkning, 20 avtal',
      ...rounding,
      shareStep: 'NONE',
      amountStep: 'KRONA',
      bases: [
        { kind: 'EQUAL', percent: 30 },
        { kind: 'POPULATION', percent: 50, on: '2021-12-31', floor: 6000 },
        {
          kind: 'FIXED',
          percent: 20,
          percentages: [
            { municipalityCode: '2380', percent: '62.5' },
            { municipalityCode: '2303', percent: '37.5' },
          ],
        },
      ],
    }
    const { budget } = await sendEdits(api, [{ addKey: { key: blend } }])
    const key = budget.keys.find((one: Loose) => one.name === blend.name)
    const line = await lineNamed(api, reinforcement)
    await sendEdits(api, [
      { setLine: { lineId: line.id, version: line.version, fields: { keyId: key.id } } },
    ])
    const split = await lineNamed(api, reinforcement)
    expect(amounts(split).reduce((sum, amount) => sum + Number(amount), 0)).toBe(300_000)
    expect(amounts(split).every((amount) => amount.endsWith('.00'))).toBe(true)
    const used = await sendEdits(api, [{ removeKey: { keyId: key.id, version: key.version } }])
    expect(used.problems).toMatchObject([{ code: 'KEY_IN_USE' }])
    const freed = await sendEdits(api, [
      { setLine: { lineId: line.id, version: split.version, fields: { keyId: line.key.id } } },
      { removeKey: { keyId: key.id, version: key.version } },
    ])
    expect(freed.applied).toBe(true)
    expect(freed.budget.keys).toHaveLength(3)
  })

  it.each([
    ['BAD_PERCENTAGES', { bases: [{ kind: 'EQUAL', percent: 90 }] }],
    [
      'BAD_PERCENTAGES',
      {
        bases: [
          {
            kind: 'FIXED',
            percent: 100,
            percentages: [{ municipalityCode: '2303', percent: '99.9' }],
          },
        ],
      },
    ],
    [
      'NOT_A_PARTICIPANT',
      {
        bases: [
          {
            kind: 'FIXED',
            percent: 100,
            percentages: [{ municipalityCode: '2326', percent: '100' }],
          },
        ],
      },
    ],
    [
      'NOT_A_PARTICIPANT',
      { bases: [{ kind: 'EQUAL', percent: 100 }], residualRule: 'NAMED', namedCode: '2326' },
    ],
    ['POPULATION_MISSING', { bases: [byPopulation('2019-11-01')] }],
    [
      'STATISTIC_MISSING',
      {
        bases: [
          {
            kind: 'USE',
            percent: 100,
            statistic: 'Placeringar',
            period: '2021',
            source: 'FHC',
            values: [{ municipalityCode: '2303', value: 4 }],
          },
        ],
      },
    ],
    ['BAD_KEY', { bases: [] }],
    ['BAD_KEY', { bases: [{ kind: 'POPULATION', percent: 100 }] }],
    ['BAD_TEXT', { name: ' ', bases: [{ kind: 'EQUAL', percent: 100 }] }],
  ])('refuses a key with %s: %o', async (code, wrong) => {
    const before = await readSheet(api)
    const answer = await sendEdits(api, [
      { addKey: { key: { name: 'Fel', ...rounding, ...wrong } } },
    ])
    expect(answer).toMatchObject({ applied: false, problems: [{ edit: 0, code }] })
    expect(await readSheet(api)).toEqual(before)
  })
})

describe('population figures', () => {
  const correction = (
    inhabitants: number,
    basedOnRevision: number,
    source = 'SCB, rättad',
  ): object => ({
    setPopulation: {
      municipalityCode: '2303',
      on: '2021-12-31',
      inhabitants,
      source,
      basedOnRevision,
      note: 'Skrivfel',
    },
  })

  it('are corrected as a new revision, which counts at once; the old one is kept', async () => {
    const { budget, changes } = await sendEdits(api, [correction(15_210, 1)])
    expect(
      budget.populations.find(
        (one: Loose) => one.municipality.code === '2303' && one.on === '2021-12-31',
      ),
    ).toMatchObject({
      inhabitants: 15_210,
      revision: 2,
      source: 'SCB, rättad',
      quality: 'CORRECTED',
    })
    expect(changes).toMatchObject([
      {
        entity: 'PopulationFigure',
        field: '+',
        before: { inhabitants: 5210 },
        after: { inhabitants: 15_210 },
      },
    ])
    expect((await lineNamed(api, reinforcement)).shares[0].amount).toBe('33600.00')
    const rows = await api.app.orm.em
      .getConnection()
      .execute(
        `select inhabitants, cast(current as int) as current from population_figure where municipality_code = '2303' and "on" = '2021-12-31' order by revision`,
      )
    expect(rows).toEqual([
      { inhabitants: 5210, current: 0 },
      { inhabitants: 15_210, current: 1 },
    ])
  })

  it('may be corrected twice in one batch, but not from a revision that never was', async () => {
    const twice = await sendEdits(api, [correction(5300, 1), correction(5310, 1)])
    expect(twice).toMatchObject({ applied: true, conflicts: [] })
    const wrong = await sendEdits(api, [correction(5320, 9)])
    expect(wrong.problems).toMatchObject([{ field: 'basedOnRevision', code: 'UNKNOWN_VERSION' }])
  })

  it('need a source and a sane number', async () => {
    expect((await sendEdits(api, [correction(5300, 1, ' ')])).problems).toMatchObject([
      { field: 'source', code: 'SOURCE_MISSING' },
    ])
    expect((await sendEdits(api, [correction(-1, 1)])).problems).toMatchObject([
      { field: 'inhabitants', code: 'BAD_INHABITANTS' },
    ])
  })

  it('may come with the key that needs them, in one batch', async () => {
    const codes = ['2303', '2305', '2309', '2313', '2361', '2380'] // Åre has a figure of that day
    const answer = await sendEdits(api, [
      { addKey: { key: { name: 'Ny dag', ...rounding, bases: [byPopulation('2019-11-01')] } } },
      ...codes.map((municipalityCode, index) => ({
        setPopulation: {
          municipalityCode,
          on: '2019-11-01',
          inhabitants: 1000 * (index + 1),
          source: 'SCB',
          basedOnRevision: 0,
        },
      })),
    ])
    expect(answer.problems).toEqual([])
    expect(answer.applied).toBe(true)
  })
})

describe('the log', () => {
  it('tells every accepted edit in order, and from a sequence number on', async () => {
    const before = await readSheet(api)
    await sendEdits(api, [{ addLine: { fields: { description: 'Logg' } } }])
    const { node } = await api.data(
      `query ($id: ID!, $after: Int) { node(id: $id) { ... on Budget {
      all: changes { totalCount nodes { sequence entity field after } }
      since: changes(afterSequence: $after, first: 10) { totalCount nodes { sequence field after } } } } }`,
      { id: before.id, after: before.sequence },
    )
    expect(node.all.nodes[0]).toMatchObject({
      entity: 'Budget',
      field: '+',
      after: { year: 2022, state: 'OPEN' }, // as it stands: the log alone must lead there
    })
    const sequences = node.all.nodes.map((change: Loose) => change.sequence)
    expect(sequences).toEqual(sequences.toSorted((a: number, b: number) => a - b))
    expect(node.since).toMatchObject({
      totalCount: 1,
      nodes: [{ sequence: before.sequence + 1, field: '+', after: { description: 'Logg' } }],
    })
  })
})
