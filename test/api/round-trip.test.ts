import { exampleBook } from '@andel/server/example-files'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { readSheet, sendEdits } from './editing.ts'
import { type Book, column, exportBook, readBack, rowOf, sendFile } from './round-trip.ts'

let api: Api
let book: Book
let sheet: Loose
beforeAll(async () => {
  api = await Api.start()
})
afterAll(() => api[Symbol.asyncDispose]())
beforeEach(async () => {
  sheet = await readSheet(api)
  book = await exportBook(api, sheet.id)
})

const changesOf = async (): Promise<Loose[]> => (await readBack(api, sheet.id, book)).changes
const told = ({ kind, cell, field, current, proposed }: Loose): unknown[] => [
  kind,
  cell,
  field,
  current,
  proposed,
]
const codes = (changes: Loose[]): unknown[] =>
  changes.map(({ kind, cell, problem }) => [kind, cell, problem?.code, problem?.reason])
const lineOf = (description: string): Loose =>
  sheet.lines.find((line: Loose) => line.description === description)

describe('a workbook that comes back', () => {
  it('differs in nothing when nothing was changed', async () => {
    const read = await readBack(api, sheet.id, book)
    expect(read).toMatchObject({ seal: 'INTACT', changes: [], sequence: read.currentSequence })
  })

  it('tells each figure and text that was changed, and stores nothing', async () => {
    const row = rowOf(book, 'Handläggare')
    row[column.workload] = 7.5
    row[column.monthlyCost] = '51 000,50 kr'
    row[column.note] = 'Sju och en halv'
    rowOf(book, 'Omprioritering inom ordinarie budget')[column.amount] = {
      formula: '-6*40000',
      value: -240_000,
    }
    const changes = await changesOf()
    expect(changes.map(told)).toEqual([
      ['CHANGED', 'E8', 'workload', 600, 750],
      ['CHANGED', 'G8', 'monthlyCost', '50000.00', '51000.50'],
      ['CHANGED', 'L8', 'note', lineOf('Handläggare').note, 'Sju och en halv'],
      ['CHANGED', 'H11', 'amount', '-300000.00', '-240000.00'],
    ])
    expect(changes[3].formula).toBe('=-6*40000')
    expect((await readSheet(api)).sequence).toBe(sheet.sequence)
  })

  it('follows lines that were sorted, and knows a copied row, a new one and one that is gone', async () => {
    const { rows } = book[0]!
    const at = rows.indexOf(rowOf(book, 'Handläggare'))
    const [first, second] = rows.splice(at, 2)
    const typed: Loose[] = []
    typed[column.description] = 'Lokalhyra'
    typed[column.amount] = 'tolv'
    rows.splice(
      at,
      0,
      first!,
      [...first!],
      Array.from(typed, (cell) => cell ?? null),
    )
    const changes = await changesOf()
    expect(
      changes.map(({ kind, description, afterLineId, proposed }) => [
        kind,
        description,
        afterLineId,
        proposed,
      ]),
    ).toEqual([
      ['REMOVED', second![column.description], null, null],
      [
        'ADDED',
        'Handläggare',
        first![0],
        expect.objectContaining({
          description: 'Handläggare',
          workload: 600,
          months: '12',
          monthlyCost: '50000.00',
        }),
      ],
      ['ADDED', 'Lokalhyra', first![0], { section: '', description: 'Lokalhyra' }],
      ['NOT_ALLOWED', 'Lokalhyra', null, 'tolv'],
    ])
    expect(changes[3].problem).toEqual({ code: 'BAD_NUMBER', reason: 'NO_NUMBER' })
  })

  it('tells what cannot be accepted, and why', async () => {
    const row = rowOf(book, 'Handläggare')
    row[column.amount] = 1
    row[column.months] = 13
    row[column.key] = 'Nyckel som inte finns'
    row[column.kind] = 'Kanske'
    row[14] = 5
    rowOf(book, 'Samordnare/enhetschef')[column.workload] = '1.234'
    rowOf(book, 'Resursförstärkning, handläggare')[column.id] = 'QnVkZ2V0TGluZTox'
    book[2]!.rows[0]![0] = 'Andra nycklar'
    expect(codes(await changesOf())).toEqual([
      ['NOT_ALLOWED', 'F8', 'BAD_MONTHS', null],
      ['NOT_ALLOWED', 'H8', 'AMOUNT_IS_CALCULATED', null],
      ['NOT_ALLOWED', 'I8', 'UNKNOWN_KEY', null],
      ['NOT_ALLOWED', 'K8', 'BAD_INPUT', null],
      ['NOT_ALLOWED', 'E9', 'BAD_NUMBER', 'AMBIGUOUS'],
      ['REMOVED', 'D12', undefined, undefined],
      ['NOT_ALLOWED', 'A12', 'UNKNOWN_LINE', null],
      ['NOT_ALLOWED', 'O8', 'CELL_IS_FIXED', null],
      ['NOT_ALLOWED', 'A1', 'CELL_IS_FIXED', null],
    ])
  })

  it('tells a population figure with its source, and what somebody else has changed meanwhile', async () => {
    const figure = book[1]!.rows.find((row) => row[0] === '2303' && row[2] === '2021-12-31')!
    figure[3] = 5211
    figure[5] = 'SCB, rättad'
    const line = lineOf('Handläggare')
    await sendEdits(api, [
      {
        setLine: {
          lineId: line.id,
          version: line.version,
          fields: { workload: 800, months: '11' },
        },
      },
    ])
    rowOf(book, 'Handläggare')[column.workload] = 9
    rowOf(book, 'Handläggare')[column.months] = 11
    rowOf(book, 'Handläggare')[column.note] = 'Min'
    const { changes, sequence, currentSequence } = await readBack(api, sheet.id, book)
    expect(currentSequence).toBeGreaterThan(sequence)
    expect(changes.map(told)).toEqual([
      ['CHANGED', 'D11', 'inhabitants', 5210, 5211],
      ['CHANGED_MEANWHILE', 'E8', 'workload', 800, 900],
      ['CHANGED', 'L8', 'note', line.note, 'Min'],
    ])
    expect(changes[0]).toMatchObject({
      source: 'SCB, rättad',
      on: '2021-12-31',
      municipality: { code: '2303' },
    })
    expect(changes[1]).toMatchObject({
      base: 600,
      changedBy: 'Demo Samordnare',
      baseVersion: 1,
      currentVersion: 2,
    })
    const now = await readSheet(api)
    await sendEdits(api, [{ removeLine: { lineId: line.id, version: now.lines[0].version } }])
    expect(codes(await changesOf()).slice(1)).toEqual([
      ['NOT_ALLOWED', 'E8', 'LINE_REMOVED', null],
      ['NOT_ALLOWED', 'F8', 'LINE_REMOVED', null],
      ['NOT_ALLOWED', 'L8', 'LINE_REMOVED', null],
    ])
    await sendEdits(api, [{ restoreLine: { lineId: line.id } }])
  })

  it('knows sections by their headings', async () => {
    const [one, two] = sheet.lines
    await sendEdits(api, [
      { setLine: { lineId: one.id, version: one.version, fields: { section: 'Personal' } } },
      { setLine: { lineId: two.id, version: two.version, fields: { section: 'Personal' } } },
    ])
    book = await exportBook(api, sheet.id)
    book[0]!.rows.find((row) => row[0] === 'section')![column.description] = 'Bemanning'
    expect((await changesOf()).map(told)).toEqual([
      ['CHANGED', 'D9', 'section', 'Personal', 'Bemanning'],
      ['CHANGED', 'D10', 'section', 'Personal', 'Bemanning'],
    ])
  })

  it('is refused when it is no workbook from here, or of another budget', async () => {
    await expect(readBack(api, sheet.id, book.slice(0, -1))).rejects.toThrow('FILE_NOT_OURS')
    await expect(
      readBack(api, sheet.id, [{ name: 'Budget', rows: [] }, ...book.slice(1)]),
    ).rejects.toThrow('FILE_NOT_OURS')
    const { data } = await api.send(
      'mutation { createBudget(input: { jointServiceSlug: "familjehemscentrum", year: 2023, title: "2023" }) { budget { id } } }',
    )
    await expect(readBack(api, data.createBudget.budget.id, book)).rejects.toThrow(
      'FILE_OTHER_BUDGET',
    )
  })
})

describe('a workbook that is checked', () => {
  const query = `query ($file: Upload!) { checkWorkbook(file: $file) { seal sequence changedSince budget { title }
    differenceCount differences { sheet cell row was wasFormula is isFormula } } }`
  const check = async (): Promise<Loose> =>
    (await sendFile(api, query, exampleBook(book))).data.checkWorkbook

  it('is as it was exported, until the budget changes', async () => {
    const fresh = {
      seal: 'INTACT',
      changedSince: false,
      budget: { title: 'Budget 2022' },
      differenceCount: 0,
      differences: [],
    }
    expect(await check()).toEqual({ ...fresh, sequence: sheet.sequence })
    const [line] = sheet.lines
    await sendEdits(api, [
      { setLine: { lineId: line.id, version: line.version, fields: { note: 'Nytt' } } },
    ])
    expect(await check()).toMatchObject({ seal: 'INTACT', changedSince: true, differenceCount: 0 })
  })

  it('says which figures differ, when a share has been typed over', async () => {
    const row = rowOf(book, 'Handläggare')
    const { formula, value } = row[14]
    row[14] = value - 100
    const { seal, differences } = await check()
    expect(seal).toBe('INTACT')
    const [cell] = differences
    expect(differences).toHaveLength(1)
    expect(cell).toMatchObject({
      row: 'Handläggare',
      was: value,
      wasFormula: formula,
      is: value - 100,
      isFormula: null,
    })
  })

  it('does not believe a seal that was made anew', async () => {
    const seal = book.at(-1)!
    const signature = seal.rows.find((row) => row[0] === 'signature')!
    signature[1] = signature[1].replace(/^./, (digit: string) => (digit === '0' ? '1' : '0'))
    expect(await check()).toMatchObject({ seal: 'FOREIGN', differenceCount: 0 })
    seal.rows.find((row) => row[0] === 'checksum')![1] = 'x'
    expect(await check()).toMatchObject({ seal: 'BROKEN' })
    book.pop()
    expect(await check()).toMatchObject({
      seal: 'MISSING',
      budget: null,
      changedSince: null,
      sequence: null,
    })
  })
})
