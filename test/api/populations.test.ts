import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { readSheet, sendEdits } from './editing.ts'

let api: Api
beforeEach(async () => {
  api = await Api.start()
})
afterEach(() => api[Symbol.asyncDispose]())

const mutation = `mutation ($input: SetPopulationsInput!) { setPopulations(input: $input) {
  applied replayed
  figures { id on inhabitants source quality note revision municipality { code } }
  changes { sequence entity entityId field before after reason batch }
  problems { edit entityId field code budget { title } }
  conflicts { edit entityId field basedOnVersion currentVersion yours current changedBy }
  budgets { title }
  effects { budget { title sequence total } totalBefore totalAfter
    differenceBefore differenceAfter shares { municipality { code } before after } } } }`

const ragunda = {
  municipalityCode: '2303',
  on: '2021-12-31',
  inhabitants: 5400,
  source: 'Egen uppgift',
  basedOnRevision: 1,
}

async function send(
  figures: object[],
  more: object = {},
  clientMutationKey: string = randomUUID(),
): Promise<Loose> {
  const input = { clientMutationKey, figures, ...more }
  return (await api.data(mutation, { input })).setPopulations
}

const codeOf = (input: object): Promise<string | undefined> =>
  api.code(mutation, { input: { clientMutationKey: randomUUID(), figures: [], ...input } })

const revisionsOf = async (code: string, on: string): Promise<Loose> => {
  const { municipality } = await api.data(`{ municipality(code: "${code}") {
    population(on: "${on}") { revisions { revision inhabitants quality source } } } }`)
  return municipality.population?.revisions
}

/** A second budget of the same service, with a copy of the first one's lines. */
async function nextYear(): Promise<void> {
  const { id } = await readSheet(api)
  const input = { jointServiceSlug: 'familjehemscentrum', year: 2023, title: 'Budget 2023' }
  await api.data(
    'mutation ($i: CreateBudgetInput!) { createBudget(input: $i) { budget { id } } }',
    {
      i: { ...input, copyFromBudgetId: id },
    },
  )
}

describe('setting figures', () => {
  it('adds a revision, and tells what it does to every budget that uses it', async () => {
    await nextYear()
    const before = await readSheet(api)
    const answer = await send([ragunda], { reason: 'SCB har rättat' })
    expect(answer).toMatchObject({
      applied: true,
      replayed: false,
      problems: [],
      conflicts: [],
      figures: [{ on: '2021-12-31', inhabitants: 5400, quality: 'CORRECTED', revision: 2 }],
      changes: [{ entity: 'PopulationFigure', field: '+', reason: 'SCB har rättat' }],
    })
    expect(answer.changes[0]).toMatchObject({
      entityId: answer.figures[0].id,
      before: { inhabitants: 5210, revision: 1 },
      after: { municipality: '2303', inhabitants: 5400, revision: 2 },
    })
    expect(answer.budgets).toEqual([{ title: 'Budget 2022' }, { title: 'Budget 2023' }])
    expect(answer.effects.map((effect: Loose) => effect.budget.title)).toEqual([
      'Budget 2022',
      'Budget 2023',
    ])
    const [effect] = answer.effects
    const after = await readSheet(api)
    expect([effect.totalBefore, effect.totalAfter]).toEqual([before.total, after.total])
    const shareOf = (sheet: Loose): string[] =>
      sheet.lines[4].shares.map((share: Loose) => share.amount)
    expect(shareOf(before)[0]).toBe('12600.00')
    expect(shareOf(after)).not.toEqual(shareOf(before))
    expect(effect.shares.map((share: Loose) => share.municipality.code)).toEqual([
      '2303',
      '2305',
      '2309',
      '2313',
      '2321',
      '2361',
      '2380',
    ])
    const { jointService } = await api.data(
      '{ jointService(slug: "familjehemscentrum") { budget(year: 2022) { shares { amount } } } }',
    )
    expect(jointService.budget.shares.map((share: Loose) => share.amount)).toEqual(
      effect.shares.map((share: Loose) => share.after),
    )
  })

  it('has no effect where the rounded shares stay as they were', async () => {
    const answer = await send([{ ...ragunda, inhabitants: 5211 }])
    expect(answer).toMatchObject({
      applied: true,
      budgets: [{ title: 'Budget 2022' }],
      effects: [],
    })
  })

  it('sets the first figure of any municipality and date', async () => {
    const figures = [
      { ...ragunda, municipalityCode: '0180', on: '1950-12-31', basedOnRevision: 0 },
      { ...ragunda, municipalityCode: '2326', on: '1950-12-31', basedOnRevision: 0 },
    ]
    const answer = await send(figures)
    expect(answer).toMatchObject({ applied: true, budgets: [], effects: [] })
    expect(
      answer.figures.map((figure: Loose) => [figure.municipality.code, figure.revision]),
    ).toEqual([
      ['0180', 1],
      ['2326', 1],
    ])
    expect(await revisionsOf('0180', '1950-12-31')).toHaveLength(1)
  })

  it('calls a first figure secondary, a later one corrected, and either what it is said to be', async () => {
    const first = { municipalityCode: '0180', on: '2030-12-31', inhabitants: 1000, source: 'SCB' }
    const revise = async (more: object): Promise<string> =>
      (await send([{ ...first, ...more }])).figures[0]?.quality
    expect(await revise({ basedOnRevision: 0 })).toBe('SECONDARY')
    expect(await revise({ basedOnRevision: 1, inhabitants: 1001 })).toBe('CORRECTED')
    expect(await revise({ basedOnRevision: 2, inhabitants: 1001, quality: 'PUBLISHED' })).toBe(
      'PUBLISHED',
    )
  })

  it('keeps all revisions, oldest first', async () => {
    await send([ragunda, { ...ragunda, inhabitants: 5500 }])
    expect(await revisionsOf('2303', '2021-12-31')).toMatchObject([
      { revision: 1, inhabitants: 5210, quality: 'DERIVED' },
      { revision: 2, inhabitants: 5400, quality: 'CORRECTED' },
      { revision: 3, inhabitants: 5500, quality: 'CORRECTED' },
    ])
  })

  it('changes nothing where the figure is the same', async () => {
    await send([ragunda])
    const again = await send([ragunda])
    expect(again).toMatchObject({ applied: true, figures: [], changes: [], effects: [] })
  })

  it.each([
    [{ municipalityCode: '9999' }, 'municipalityCode', 'NOT_FOUND'],
    [{ inhabitants: -1 }, 'inhabitants', 'BAD_INHABITANTS'],
    [{ inhabitants: 100_000_001 }, 'inhabitants', 'BAD_INHABITANTS'],
    [{ source: '  ' }, 'source', 'SOURCE_MISSING'],
    [{ source: 'x'.repeat(501) }, 'source', 'BAD_TEXT'],
    [{ note: 'x'.repeat(5001) }, 'note', 'BAD_TEXT'],
    [{ on: '1899-12-31' }, 'on', 'BAD_DATE'],
    [{ basedOnRevision: 2 }, 'basedOnRevision', 'UNKNOWN_VERSION'],
  ])('refuses %o and stores none of the rest', async (wrong, field, code) => {
    const good = { ...ragunda, municipalityCode: '2305' }
    const answer = await send([good, { ...ragunda, ...wrong }])
    expect(answer).toMatchObject({ applied: false, figures: [], changes: [], effects: [] })
    expect(answer.problems).toMatchObject([{ edit: 1, field, code, budget: null }])
    expect(await revisionsOf('2305', '2021-12-31')).toHaveLength(1)
  })

  it('refuses what leaves a budget that cannot be calculated, and names it', async () => {
    const codes = ['2303', '2305', '2309', '2313', '2321', '2361', '2380']
    const nobody = codes.map((municipalityCode) => ({
      ...ragunda,
      municipalityCode,
      inhabitants: 0,
    }))
    const answer = await send(nobody)
    expect(answer.applied).toBe(false)
    expect(answer.problems).toMatchObject([{ code: 'NO_WEIGHT', budget: { title: 'Budget 2022' } }])
  })

  it('takes 10 000 figures and no more, nor a key that is none', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      ...ragunda,
      on: new Date(Date.UTC(1920, 0, 1 + index)).toISOString().slice(0, 10),
      basedOnRevision: 0,
    }))
    const { problems, conflicts } = await send(many, { dryRun: true })
    expect([problems, conflicts]).toEqual([[], []])
    expect(await codeOf({ figures: [...many, ragunda] })).toBe('BAD_INPUT')
    expect(await codeOf({ clientMutationKey: 'inget uuid' })).toBe('BAD_INPUT')
  })
})

describe('two people, one figure', () => {
  it('gives the second a conflict with both values', async () => {
    await send([ragunda])
    const stale = await send([{ ...ragunda, inhabitants: 5500 }])
    expect(stale).toMatchObject({
      applied: false,
      conflicts: [
        {
          edit: 0,
          field: 'inhabitants',
          yours: 5500,
          current: 5400,
          basedOnVersion: 1,
          currentVersion: 2,
          changedBy: 'Demo Samordnare',
        },
      ],
    })
    const insisted = await send([{ ...ragunda, inhabitants: 5500, basedOnRevision: 2 }])
    expect(insisted.figures).toMatchObject([{ revision: 3 }])
  })
})

describe('a client mutation key', () => {
  it('makes a retry harmless, and is refused with other figures', async () => {
    const key = randomUUID()
    const first = await send([ragunda], {}, key)
    const again = await send([ragunda], {}, key)
    expect(again).toMatchObject({ applied: true, replayed: true, effects: [] })
    expect([again.figures, again.changes, again.budgets]).toEqual([
      first.figures,
      first.changes,
      first.budgets,
    ])
    const others = { clientMutationKey: key, figures: [{ ...ragunda, inhabitants: 1 }] }
    expect(await codeOf(others)).toBe('MUTATION_KEY_REUSED')
    const { id } = await readSheet(api)
    const edit = 'mutation ($i: EditBudgetInput!) { editBudget(input: $i) { applied } }'
    expect(await api.code(edit, { i: { budgetId: id, clientMutationKey: key, edits: [] } })).toBe(
      'MUTATION_KEY_REUSED',
    )
  })
})

describe('a dry run', () => {
  it('tells the same effects and stores nothing', async () => {
    const key = randomUUID()
    const before = await readSheet(api)
    const dry = await send([ragunda], { dryRun: true }, key)
    expect(dry).toMatchObject({ applied: false, figures: [], changes: [], problems: [] })
    expect(dry.effects[0].shares[0]).toMatchObject({ municipality: { code: '2303' } })
    expect(await readSheet(api)).toEqual(before)
    expect(await revisionsOf('2303', '2021-12-31')).toHaveLength(1)
    const done = await send([ragunda], {}, key)
    expect(done.applied).toBe(true)
    expect(done.effects.map((effect: Loose) => effect.shares)).toEqual(
      dry.effects.map((effect: Loose) => effect.shares),
    )
  })

  it('tells what is left over where every share is rounded by itself', async () => {
    const { keys } = await readSheet(api)
    const bases = [{ kind: 'POPULATION', percent: 100, on: '2021-12-31' }]
    const alone = { shareStep: 'NONE', amountStep: 'HUNDRED', residualRule: 'EACH_ALONE' }
    await sendEdits(
      api,
      keys.map(({ id, version, name }: Loose) => ({
        setKey: { keyId: id, version, key: { name, ...alone, bases } },
      })),
    )
    const { difference } = await readSheet(api)
    const [effect] = (await send([ragunda], { dryRun: true })).effects
    expect(effect.differenceBefore).toBe(difference)
    const ore = (kronor: string): number => Math.round(Number(kronor) * 100)
    const sum = effect.shares.reduce((all: number, { after }: Loose) => all + ore(after), 0)
    expect(ore(effect.differenceAfter)).not.toBe(0)
    expect(sum + ore(effect.differenceAfter)).toBe(ore(effect.totalAfter))
  })

  it('tells what is wrong', async () => {
    const dry = await send([{ ...ragunda, source: '' }], { dryRun: true })
    expect(dry.problems).toMatchObject([{ code: 'SOURCE_MISSING' }])
    expect(dry.effects).toEqual([])
  })
})

describe('the log of a budget', () => {
  const logOf = async (year: number): Promise<Loose> => {
    const { jointService } = await api.data(`{ jointService(slug: "familjehemscentrum") {
      budget(year: ${year}) { sequence changes(last: 1) { totalCount
        nodes { sequence entity entityId after } } } } }`)
    return jointService.budget
  }

  it('tells of a figure that was corrected outside it, or in another budget', async () => {
    await nextYear()
    const before = await logOf(2023)
    const { changes } = await send([ragunda])
    const outside = await logOf(2023)
    expect(outside.changes.nodes).toMatchObject([
      { sequence: changes[0].sequence, entityId: changes[0].entityId },
    ])
    expect(outside.sequence).toBe(changes[0].sequence)
    expect(outside.changes.totalCount).toBe(before.changes.totalCount + 1)

    const set = { ...ragunda, inhabitants: 5350, basedOnRevision: 2 }
    const edited = await sendEdits(api, [{ setPopulation: set }])
    expect(edited.applied).toBe(true)
    expect((await logOf(2023)).sequence).toBe(edited.changes[0].sequence)
    expect((await logOf(2022)).changes.nodes).toMatchObject([
      { sequence: edited.changes[0].sequence },
    ])
    expect((await logOf(2022)).changes.totalCount).toBe(
      new Set((await allSequences(2022)).map(String)).size,
    )
  })

  it('tells of none that it does not use', async () => {
    const before = await logOf(2022)
    await send([
      { ...ragunda, municipalityCode: '0180' },
      { ...ragunda, on: '1950-12-31', basedOnRevision: 0 },
    ])
    expect(await logOf(2022)).toEqual(before)
  })

  const allSequences = async (year: number): Promise<number[]> => {
    const { jointService } = await api.data(`{ jointService(slug: "familjehemscentrum") {
      budget(year: ${year}) { changes(last: 1000) { nodes { sequence } } } } }`)
    return jointService.budget.changes.nodes.map((change: Loose) => change.sequence)
  }
})

it('refuses a correction in one budget that leaves another one without figures', async () => {
  await nextYear()
  const codes = ['2303', '2305', '2309', '2313', '2321', '2361', '2380']
  const { keys, lines } = await readSheet(api)
  const equal = keys.find((key: Loose) => key.name === 'Lika delar')
  const answer = await sendEdits(api, [
    ...lines.map(({ id: lineId, version }: Loose) => ({
      setLine: { lineId, version, fields: { keyId: equal.id } },
    })),
    ...codes.map((municipalityCode) => ({
      setPopulation: { ...ragunda, municipalityCode, inhabitants: 0 },
    })),
  ])
  expect(answer.applied).toBe(false)
  expect(answer.problems).toMatchObject([{ code: 'NO_WEIGHT' }])
})
