import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { lineNamed, readSheet, sendEdits } from './editing.ts'

let api: Api
beforeEach(async () => {
  api = await Api.start()
})
afterEach(() => api[Symbol.asyncDispose]())

const placesOf = async (): Promise<string[]> => {
  const rows: { place: string; description: string }[] = await api.app.orm.em
    .getConnection()
    .execute('select place, description from budget_line order by place')
  return rows.map(({ description }) => description)
}
const names = ({ lines }: Loose): string[] => lines.map((line: Loose) => line.description)

/** The demo's five lines as A1 A2 B1 B2 C1, in the sections A, B and C. */
async function inSections(): Promise<Record<string, Loose>> {
  const wanted = ['A1', 'A2', 'B1', 'B2', 'C1']
  const { lines } = await readSheet(api)
  const { budget, problems } = await sendEdits(
    api,
    wanted.map((description, index) => ({
      setLine: {
        lineId: lines[index].id,
        version: lines[index].version,
        fields: { description, section: ` ${description[0]} ` },
      },
    })),
  )
  expect(problems).toEqual([])
  expect(names(budget)).toEqual(wanted)
  return Object.fromEntries(budget.lines.map((line: Loose) => [line.description, line]))
}

const move = (line: Loose, after: Loose | null): object => ({
  moveLine: { lineId: line.id, version: line.version, afterLineId: after?.id ?? null },
})
const set = (line: Loose, fields: object): object => ({
  setLine: { lineId: line.id, version: line.version, fields },
})

describe('the section of a line', () => {
  it('is trimmed, logged, and copied with the budget', async () => {
    await inSections()
    const { id, lines } = await readSheet(api)
    expect(lines.map((line: Loose) => line.section)).toEqual(['A', 'A', 'B', 'B', 'C'])
    await sendEdits(api, [set(lines[4], { amount: null, monthlyCost: null })])
    const { version } = await lineNamed(api, 'C1')
    const { changes } = await sendEdits(api, [
      set(
        { ...lines[4], version },
        { section: 'D', amount: '300000.00', amountFormula: '=6*50000' },
      ),
    ])
    expect(changes.map((change: Loose) => [change.field, change.before, change.after])).toEqual([
      ['section', 'C', 'D'],
      ['amount', null, '300000.00'],
      ['amountFormula', null, '=6*50000'],
    ])
    const { createBudget } = await api.data(
      `mutation ($input: CreateBudgetInput!) { createBudget(input: $input) {
        budget { lines { description section amountFormula } } } }`,
      {
        input: {
          jointServiceSlug: 'familjehemscentrum',
          year: 2023,
          title: 'Budget 2023',
          copyFromBudgetId: id,
        },
      },
    )
    expect(createBudget.budget.lines).toEqual([
      { description: 'A1', section: 'A', amountFormula: null },
      { description: 'A2', section: 'A', amountFormula: null },
      { description: 'B1', section: 'B', amountFormula: null },
      { description: 'B2', section: 'B', amountFormula: null },
      { description: 'C1', section: 'D', amountFormula: '=6*50000' },
    ])
  })

  it('is at most 100 characters, and a conflict when somebody else has set it', async () => {
    const { A1 } = await inSections()
    const long = await sendEdits(api, [set(A1, { section: 'x'.repeat(101) })])
    expect(long.problems).toMatchObject([{ field: 'section', code: 'BAD_TEXT' }])
    await sendEdits(api, [set(A1, { section: 'B' })])
    const { conflicts } = await sendEdits(api, [set(A1, { section: 'C' })])
    expect(conflicts).toMatchObject([{ field: 'section', yours: 'C', current: 'B' }])
  })

  it.each([
    ['of an old section comes last in it', 'A1', 'B', ['A2', 'B1', 'B2', 'A1', 'C1']],
    ['of a new one stays where it stands', 'A1', 'X', ['A1', 'A2', 'B1', 'B2', 'C1']],
    ['of none is in a section as any other', 'B2', '', ['A1', 'A2', 'B1', 'B2', 'C1']],
  ])('%s', async (_, name, section, expected) => {
    const lines = await inSections()
    const { budget } = await sendEdits(api, [set(lines[name], { section })])
    expect(names(budget)).toEqual(expected)
    expect(await placesOf()).toEqual(expected)
  })
})

describe('a line that is moved', () => {
  it.each([
    ['within its section', 'A1', 'A2', ['A2', 'A1', 'B1', 'B2', 'C1']],
    ['before all of its section takes it along', 'B1', null, ['B1', 'B2', 'A1', 'A2', 'C1']],
    ['into another section stays in its own', 'B2', 'A1', ['A1', 'A2', 'B2', 'B1', 'C1']],
  ])('%s', async (_, name, after, expected) => {
    const lines = await inSections()
    const { budget, changes } = await sendEdits(api, [
      move(lines[name], after === null ? null : lines[after]),
    ])
    expect(names(budget)).toEqual(expected)
    expect(await placesOf()).toEqual(expected)
    expect(new Set(changes.map((change: Loose) => change.field))).toEqual(new Set(['place']))
  })

  it('can be moved on and on, by several edits of a batch as well', async () => {
    const { A1, A2, B1, C1 } = await inSections()
    const { budget } = await sendEdits(api, [
      move(C1, A2),
      move(A1, A2),
      set(B1, { section: 'C' }),
      move(B1, null),
    ])
    const expected = ['B1', 'C1', 'A2', 'A1', 'B2']
    expect(names(budget)).toEqual(expected)
    expect(await placesOf()).toEqual(expected)
    expect((await sendEdits(api, [move(await lineNamed(api, 'A1'), A2)])).changes).toEqual([])
  })

  it('a new line stands in the section that it is given', async () => {
    const { A1 } = await inSections()
    const add = (description: string, section: string, afterLineId?: string): object => ({
      addLine: { afterLineId, fields: { description, section } },
    })
    const { budget } = await sendEdits(api, [add('A3', 'A', A1.id), add('B3', 'B'), add('X', '')])
    expect(names(budget)).toEqual(['A1', 'A3', 'A2', 'B1', 'B2', 'B3', 'C1', 'X'])
    expect(await placesOf()).toEqual(names(budget))
  })
})

describe('the sums of sections', () => {
  it('add up to those of the budget, participant by participant', async () => {
    await inSections()
    const { jointService } = await api.data(`{ jointService(slug: "familjehemscentrum") {
      budget(year: 2022) { total difference shares { amount } sections {
        name total difference lines { description amount shares { municipality { code } amount } }
        shares { municipality { code } amount } } } } }`)
    const { sections, ...budget } = jointService.budget
    expect(sections.map((one: Loose) => [one.name, names(one), one.total])).toEqual([
      ['A', ['A1', 'A2'], '4320000.00'],
      ['B', ['B1', 'B2'], '0.00'],
      ['C', ['C1'], '300000.00'],
    ])
    expect(sections[2].shares).toEqual(sections[2].lines[0].shares)
    const sum = (amounts: string[]): string =>
      amounts.reduce((total, amount) => total + Number(amount), 0).toFixed(2)
    expect(sum(sections.map((one: Loose) => one.total))).toBe(budget.total)
    budget.shares.forEach((share: Loose, index: number) => {
      expect(sum(sections.map((one: Loose) => one.shares[index].amount))).toBe(share.amount)
    })
  })

  it('are one without a name when no line has a section', async () => {
    const { jointService } = await api.data(`{ jointService(slug: "familjehemscentrum") {
      budget(year: 2022) { total sections { name total lines { id } } } } }`)
    const { total, sections } = jointService.budget
    expect(sections).toMatchObject([{ name: '', total }])
    expect(sections[0].lines).toHaveLength(5)
  })
})

describe('what was typed in a cell', () => {
  const typed = { amount: '300000.00', amountFormula: '=6*50000' }
  const counterpart = 'Omprioritering inom ordinarie budget'
  const position = 'Handläggare'

  it('is kept with its value, and goes with it', async () => {
    const line = await lineNamed(api, counterpart)
    await sendEdits(api, [set(line, typed)])
    expect(await lineNamed(api, counterpart)).toMatchObject({ amountFormula: '=6*50000' })
    await sendEdits(api, [set(await lineNamed(api, counterpart), { note: 'x' })])
    expect(await lineNamed(api, counterpart)).toMatchObject({ amountFormula: '=6*50000' })
    const { changes } = await sendEdits(api, [
      set(await lineNamed(api, counterpart), { amount: typed.amount }),
    ])
    expect(changes).toMatchObject([{ field: 'amountFormula', before: '=6*50000', after: null }])
  })

  it('is kept of every value of a position', async () => {
    const fields = {
      workload: 600,
      workloadFormula: '=5+1',
      months: '12',
      monthsFormula: '=2*6',
      monthlyCost: '50000.00',
      monthlyCostFormula: '=45000+5000',
    }
    await sendEdits(api, [set(await lineNamed(api, position), fields)])
    expect(await lineNamed(api, position)).toMatchObject(fields)
  })

  it('gives way with the amount when a monthly cost makes a position', async () => {
    const line = await lineNamed(api, counterpart)
    await sendEdits(api, [set(line, typed)])
    const { budget } = await sendEdits(api, [
      set(await lineNamed(api, counterpart), { monthlyCost: '1000.00' }),
    ])
    expect(budget.lines[3]).toMatchObject({ typedAmount: null, amountFormula: null })
  })

  it.each([
    ['6*50000', '300000.00'],
    ['=', '300000.00'],
    [`=${'1'.repeat(300)}`, '300000.00'],
    ['=6*50000', null],
    ['=6*50000', undefined],
  ])('is refused when it is %j with the amount %j', async (amountFormula, amount) => {
    const line = await lineNamed(api, counterpart)
    const { applied, problems } = await sendEdits(api, [set(line, { amount, amountFormula })])
    expect(applied).toBe(false)
    expect(problems).toMatchObject([{ field: 'amountFormula', code: 'BAD_FORMULA' }])
  })

  it('is no conflict of its own: that of the value is told once', async () => {
    const line = await lineNamed(api, counterpart)
    await sendEdits(api, [set(line, typed)])
    const { conflicts } = await sendEdits(api, [
      set(line, { amount: '1.00', amountFormula: '=2-1' }),
    ])
    expect(conflicts).toMatchObject([{ field: 'amount', yours: '1.00', current: '300000.00' }])
  })
})

describe('a removed line', () => {
  const remove = (line: Loose): object => ({
    removeLine: { lineId: line.id, version: line.version },
  })
  const restore = (line: Loose): object => ({ restoreLine: { lineId: line.id } })

  it('comes back as it was, in its place, one version on', async () => {
    const { B1 } = await inSections()
    const fields = { months: '6.5', monthsFormula: '=13/2', excluded: ['2380'], note: 'Kvar' }
    await sendEdits(api, [set(B1, fields)])
    const before = await readSheet(api)
    const line = await lineNamed(api, 'B1')
    const removal = await sendEdits(api, [remove(line)])
    const { budget, changes } = await sendEdits(api, [restore(line)])
    expect(changes).toMatchObject([
      { entityId: line.id, field: '+', before: null, after: removal.changes[0].before },
    ])
    const version = line.version + 2
    expect(budget.lines).toEqual(
      before.lines.map((one: Loose) => (one.id === line.id ? { ...one, version } : one)),
    )
    expect(budget.total).toBe(before.total)
    const edited = await sendEdits(api, [set({ ...line, version }, { note: 'Igen' })])
    expect(edited.applied).toBe(true)
  })

  it('comes back once, and only if it was removed from this budget', async () => {
    const line = await lineNamed(api, 'Handläggare')
    const code = async (one: Loose): Promise<Loose> =>
      (await sendEdits(api, [restore(one)])).problems
    expect(await code(line)).toMatchObject([{ edit: 0, code: 'NOTHING_TO_RESTORE' }])
    expect(await code({ id: 'skräp' })).toMatchObject([{ code: 'NOTHING_TO_RESTORE' }])
    const unknown = Buffer.from(`BudgetLine:${randomUUID()}`).toString('base64url')
    expect(await code({ id: unknown })).toMatchObject([{ code: 'NOTHING_TO_RESTORE' }])
    await sendEdits(api, [remove(line)])
    expect((await sendEdits(api, [restore(line)])).applied).toBe(true)
    expect(await code(line)).toMatchObject([{ code: 'NOTHING_TO_RESTORE' }])
  })

  it('can go and come back again and again, in one batch as well', async () => {
    const line = await lineNamed(api, 'Handläggare')
    const { applied, changes } = await sendEdits(api, [remove(line), restore(line)])
    expect([applied, changes.map((change: Loose) => change.field)]).toEqual([true, ['-', '+']])
    const again = await lineNamed(api, 'Handläggare')
    expect(again).toMatchObject({ id: line.id, version: line.version + 2 })
    await sendEdits(api, [remove(again)])
    const back = await sendEdits(api, [restore(again)])
    expect(back.budget.lines[0]).toMatchObject({ id: line.id, version: line.version + 4 })
  })

  it('is refused when its key is gone', async () => {
    const { keys } = await readSheet(api)
    const key = keys.find((one: Loose) => one.name === 'Lika delar')
    await sendEdits(api, [set(await lineNamed(api, 'Handläggare'), { keyId: key.id })])
    const line = await lineNamed(api, 'Handläggare')
    await sendEdits(api, [remove(line), { removeKey: { keyId: key.id, version: key.version } }])
    const { applied, problems } = await sendEdits(api, [restore(line)])
    expect(applied).toBe(false)
    expect(problems).toMatchObject([{ entityId: line.id, field: 'keyId', code: 'UNKNOWN_KEY' }])
  })

  it('finds room when its place has been taken', async () => {
    const { A2, B1 } = await inSections()
    await sendEdits(api, [remove(A2)])
    const taken = { addLine: { afterLineId: (await lineNamed(api, 'A1')).id } }
    await sendEdits(api, [
      { addLine: { ...taken.addLine, fields: { description: 'A3', section: 'A' } } },
      move(B1, null),
    ])
    const { budget } = await sendEdits(api, [restore(A2)])
    expect(await placesOf()).toEqual(names(budget))
    expect(names(budget)).toHaveLength(6)
    expect(names(budget).slice(0, 3)).toEqual(['B1', 'B2', 'A1'])
  })

  it('comes back in place when its whole section had gone', async () => {
    const { C1, A1, A2 } = await inSections()
    await sendEdits(api, [remove(A1), remove(A2)])
    expect(names((await sendEdits(api, [restore(A2), restore(A1)])).budget)).toEqual([
      'A1',
      'A2',
      'B1',
      'B2',
      'C1',
    ])
    await sendEdits(api, [remove(C1)])
    expect(names((await sendEdits(api, [restore(C1)])).budget).at(-1)).toBe('C1')
  })
})
