import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { codeOfEdits, lineNamed, readSheet, sendEdits } from './editing.ts'

let api: Api
beforeEach(async () => {
  api = await Api.start()
})
afterEach(() => api[Symbol.asyncDispose]())

const reinforcement = 'Resursförstärkning, handläggare'
const counterpart = 'Omprioritering inom ordinarie budget'

describe('setting fields', () => {
  it('stores the edit, recalculates, and answers with the new figures', async () => {
    const line = await lineNamed(api, reinforcement)
    const answer = await sendEdits(api, [
      { setLine: { lineId: line.id, version: line.version, fields: { months: '7' } } },
    ])
    expect(answer).toMatchObject({ applied: true, replayed: false, problems: [], conflicts: [] })
    const edited = answer.budget.lines.find((one: Loose) => one.id === line.id)
    expect(edited).toMatchObject({ months: '7', amount: '350000.00', version: line.version + 1 })
    expect(edited.shares.map((share: Loose) => share.amount)).toEqual([
      '14700.00',
      '17150.00',
      '43050.00',
      '32200.00',
      '34300.00',
      '28350.00',
      '180250.00',
    ])
    expect(await readSheet(api)).toEqual(answer.budget)
  })

  it('sets every field, and empties those that may be empty', async () => {
    const { keys } = await readSheet(api)
    const line = await lineNamed(api, counterpart)
    const equal = keys.find((key: Loose) => key.name === 'Lika delar')
    const fields = {
      kind: 'REVENUE',
      description: 'Bidrag',
      workload: 50,
      months: '6.5',
      monthlyCost: null,
      amount: '70.07',
      moneySource: 'NEW_MONEY',
      keyId: equal.id,
      excluded: ['2380', '2303'],
      note: 'Ny not',
      decision: 'KS § 1',
    }
    const { budget, changes } = await sendEdits(api, [
      { setLine: { lineId: line.id, version: line.version, fields } },
    ])
    const edited = budget.lines.find((one: Loose) => one.id === line.id)
    expect(edited).toMatchObject({
      description: 'Bidrag',
      workload: 50,
      months: '6.5',
      monthlyCost: null,
      amount: '-70.07',
      note: 'Ny not',
      excluded: [{ code: '2303' }, { code: '2380' }],
    })
    expect(edited.shares.map((share: Loose) => [share.municipality.code, share.amount])).toEqual([
      ['2305', '-14.02'],
      ['2309', '-14.02'],
      ['2313', '-14.01'],
      ['2321', '-14.01'],
      ['2361', '-14.01'],
    ])
    expect(changes.map((change: Loose) => change.field)).not.toContain('monthlyCost') // it was empty before
    const emptied = await sendEdits(api, [
      {
        setLine: {
          lineId: line.id,
          version: edited.version,
          fields: { workload: null, months: null, amount: null, excluded: null },
        },
      },
    ])
    expect(emptied.budget.lines.find((one: Loose) => one.id === line.id)).toMatchObject({
      workload: null,
      months: null,
      amount: '0.00',
      excluded: [],
    })
  })

  it('makes a line with a monthly cost a position, whose amount is calculated', async () => {
    const line = await lineNamed(api, counterpart)
    const { budget, changes } = await sendEdits(api, [
      { setLine: { lineId: line.id, version: line.version, fields: { monthlyCost: '1000.00' } } },
    ])
    expect(budget.lines.find((one: Loose) => one.id === line.id)).toMatchObject({
      typedAmount: null,
      amount: '0.00',
    })
    expect(changes.map((change: Loose) => [change.field, change.before, change.after])).toEqual([
      ['monthlyCost', null, '1000.00'],
      ['amount', '-300000.00', null],
    ])
    const refused = await sendEdits(api, [
      { setLine: { lineId: line.id, version: line.version + 1, fields: { amount: '5.00' } } },
    ])
    expect(refused).toMatchObject({
      applied: false,
      problems: [{ edit: 0, field: 'amount', code: 'AMOUNT_IS_CALCULATED' }],
    })
  })

  it.each([
    [{ workload: -1 }, 'workload', 'BAD_WORKLOAD'],
    [{ months: '12.5' }, 'months', 'BAD_MONTHS'],
    [{ months: '6.25' }, 'months', 'BAD_MONTHS'],
    [{ amount: '200000000000.00' }, 'amount', 'BAD_AMOUNT'],
    [{ description: 'x'.repeat(501) }, 'description', 'BAD_TEXT'],
    [{ excluded: ['2326'] }, 'excluded', 'NOT_A_PARTICIPANT'],
    [{ keyId: 'RGlzdHJpYnV0aW9uS2V5OnNha25hcw' }, 'keyId', 'UNKNOWN_KEY'],
    [
      { excluded: ['2303', '2305', '2309', '2313', '2321', '2361', '2380'] },
      null,
      'NO_PARTICIPANT',
    ],
  ])('refuses %o as data, at its field', async (fields, field, code) => {
    const line = await lineNamed(api, counterpart)
    const before = await readSheet(api)
    const answer = await sendEdits(api, [
      { setLine: { lineId: line.id, version: line.version, fields } },
    ])
    expect(answer.applied).toBe(false)
    expect(answer.problems).toEqual([
      expect.objectContaining({ edit: 0, entityId: line.id, field, code }),
    ])
    expect(answer.budget).toEqual(before)
    expect(await readSheet(api)).toEqual(before)
  })
})

describe('adding, moving and removing', () => {
  it('adds at the end or after a line, with the default key', async () => {
    const { lines } = await readSheet(api)
    const answer = await sendEdits(api, [
      { addLine: { fields: { description: 'Sist', amount: '100.00' } } },
      { addLine: { afterLineId: lines[0].id, fields: { description: 'Tvåa' } } },
    ])
    expect(answer.budget.lines.map((line: Loose) => line.description)).toEqual([
      lines[0].description,
      'Tvåa',
      ...lines.slice(1).map((line: Loose) => line.description),
      'Sist',
    ])
    expect(answer.budget.lines.at(-1).key.name).toBe('Folkmängd')
  })

  it('moves first, after another, and nowhere', async () => {
    const names = async (): Promise<string[]> =>
      (await readSheet(api)).lines.map((line: Loose) => line.description)
    const [a, b, c, d, e] = (await readSheet(api)).lines
    await sendEdits(api, [{ moveLine: { lineId: c.id, version: c.version, afterLineId: null } }])
    expect(await names()).toEqual([c, a, b, d, e].map((line) => line.description))
    await sendEdits(api, [{ moveLine: { lineId: a.id, version: a.version, afterLineId: e.id } }])
    expect(await names()).toEqual([c, b, d, e, a].map((line) => line.description))
    const still = await sendEdits(api, [
      { moveLine: { lineId: b.id, version: b.version, afterLineId: c.id } },
    ])
    expect(still).toMatchObject({ applied: true, changes: [] })
  })

  it('keeps a whole removed line in the log', async () => {
    const line = await lineNamed(api, reinforcement)
    const { budget, changes } = await sendEdits(api, [
      { removeLine: { lineId: line.id, version: line.version } },
    ])
    expect(budget.lines).toHaveLength(4)
    expect(changes).toMatchObject([
      {
        field: '-',
        entity: 'BudgetLine',
        entityId: line.id,
        before: { description: reinforcement, monthlyCost: '50000.00', months: '6' },
        after: null,
      },
    ])
    const gone = await sendEdits(api, [
      { setLine: { lineId: line.id, version: line.version, fields: { note: 'kvar?' } } },
    ])
    expect(gone.problems).toMatchObject([{ code: 'LINE_REMOVED', entityId: line.id }])
  })
})

describe('all or nothing', () => {
  it('stores none of a batch when one edit is refused, and tells which', async () => {
    const before = await readSheet(api)
    const [first, second] = before.lines
    const answer = await sendEdits(api, [
      { setLine: { lineId: first.id, version: first.version, fields: { note: 'god' } } },
      { setLine: { lineId: second.id, version: second.version, fields: { months: '13' } } },
      { addLine: { fields: { description: 'ny' } } },
    ])
    expect(answer).toMatchObject({
      applied: false,
      changes: [],
      problems: [{ edit: 1, entityId: second.id, field: 'months' }],
    })
    expect(await readSheet(api)).toEqual(before)
  })

  it('names the edit whose ids are no ids', async () => {
    const { id } = await readSheet(api)
    const answer = await sendEdits(api, [
      { setLine: { lineId: 'skräp', version: 1, fields: {} } },
      { removeLine: { lineId: id, version: 1 } },
      { addLine: { afterLineId: 'skräp', fields: {} } },
      { removeKey: { keyId: 'skräp', version: 1 } },
    ])
    expect(answer.problems.map((problem: Loose) => [problem.edit, problem.code])).toEqual([
      [0, 'LINE_REMOVED'],
      [1, 'LINE_REMOVED'],
      [2, 'LINE_REMOVED'],
      [3, 'UNKNOWN_KEY'],
    ])
  })

  it('refuses an edit that sets nothing, or two things', async () => {
    const [line] = (await readSheet(api)).lines
    const both = {
      removeLine: { lineId: line.id, version: 1 },
      moveLine: { lineId: line.id, version: 1, afterLineId: null },
    }
    const answer = await sendEdits(api, [{}, both])
    expect(answer.problems).toMatchObject([
      { edit: 0, code: 'BAD_INPUT' },
      { edit: 1, code: 'BAD_INPUT' },
    ])
  })
})

it('answers two mutations of one request each as it left the budget', async () => {
  const { id } = await readSheet(api)
  const add = (
    name: string,
  ): string => `editBudget(input: { budgetId: "${id}", clientMutationKey: "${randomUUID()}",
    edits: [{ addLine: { fields: { description: "${name}", amount: "1.00" } } }] }) { budget { total lines { description } } }`
  const { first, second } = await api.data(
    `mutation { first: ${add('Ett')} second: ${add('Två')} }`,
  )
  expect([first.budget.total, second.budget.total]).toEqual(['4620001.00', '4620002.00'])
  expect(second.budget.lines.at(-1).description).toBe('Två')
})

describe('a client mutation key', () => {
  it('makes a retry harmless', async () => {
    const key = randomUUID()
    const edits = [{ addLine: { fields: { description: 'En gång' } } }]
    const first = await sendEdits(api, edits, key, 'Prov')
    const again = await sendEdits(api, edits, key, 'Prov')
    expect(first).toMatchObject({ applied: true, replayed: false })
    expect(again).toMatchObject({ applied: true, replayed: true })
    expect(again.changes).toEqual(first.changes)
    expect(again.budget).toEqual(first.budget)
    expect(first.changes[0]).toMatchObject({ batch: key, reason: 'Prov' })
  })

  it('is refused with other edits, and free again when nothing was stored', async () => {
    const clientMutationKey = randomUUID()
    const [line] = (await readSheet(api)).lines
    const bad = { setLine: { lineId: line.id, version: line.version, fields: { months: '13' } } }
    const good = { setLine: { lineId: line.id, version: line.version, fields: { months: '11' } } }
    expect((await sendEdits(api, [bad], clientMutationKey)).applied).toBe(false)
    expect((await sendEdits(api, [good], clientMutationKey)).applied).toBe(true)
    expect(await codeOfEdits(api, { clientMutationKey, edits: [bad] })).toBe('MUTATION_KEY_REUSED')
    expect(await codeOfEdits(api, { clientMutationKey: 'inget uuid' })).toBe('BAD_INPUT')
  })
})

it('refuses a budget that is locked or not there', async () => {
  const { id } = await readSheet(api)
  await api.app.orm.em.getConnection().execute(`update budget set state = 'LOCKED'`)
  expect(await codeOfEdits(api, {})).toBe('BUDGET_LOCKED')
  expect(
    await codeOfEdits(api, {
      budgetId: Buffer.from(`Budget:${randomUUID()}`).toString('base64url'),
    }),
  ).toBe('NOT_FOUND')
  expect(await codeOfEdits(api, { budgetId: id.slice(3) })).toBe('BAD_INPUT')
})
