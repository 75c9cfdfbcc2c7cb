import { ore } from '@andel/schema/money'
import { describe, expect, it } from 'vitest'
import { newRow, type CellChange, type ChangeSet } from '../../grid/change.ts'
import { sheetAnswer, withLineAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { changedPlaces, readChanges } from './read-changes.ts'

const sheet = readSheet(sheetAnswer)
const [post, rent] = ['line-33', 'line-rent']
const to = (row: string, column: string, text: string): CellChange => ({
  place: { row, column },
  text,
})
const set = (changes: readonly CellChange[], more: Partial<ChangeSet> = {}): ChangeSet => ({
  kind: 'paste',
  changes,
  skipped: [],
  newRows: 0,
  ...more,
})
const read = (changes: readonly CellChange[], more: Partial<ChangeSet> = {}, on = sheet) =>
  readChanges(set(changes, more), { sheet: on, language: 'sv', newIds: ['new-1', 'new-2'] })

describe('readChanges', () => {
  it('makes one edit of all that is set in a line', () => {
    const { edits, read: places } = read([
      to(post, 'workload', '75 %'),
      to(post, 'months', '6,5'),
      to(rent, 'amount', '−35,01 kr'),
      to(post, 'description', ' Två\nrader '),
    ])
    expect(edits).toMatchObject([
      {
        kind: 'setLine',
        lineId: post,
        fields: { workload: 75, months: 65, description: 'Två rader' },
      },
      { kind: 'setLine', lineId: rent, fields: { amount: ore(-3501) } },
    ])
    expect(places).toHaveLength(4)
  })

  it('keeps the lines of a note', () => {
    const { edits } = read([to(post, 'note', 'ett\ntvå')])
    expect(edits).toMatchObject([{ fields: { note: 'ett\ntvå' } }])
  })

  it.each([
    ['kind', 'intäkt', 'REVENUE'],
    ['kind', 'Cost', 'COST'],
    ['moneySource', 'NYA MEDEL', 'NEW_MONEY'],
    ['moneySource', 'Inom ordinarie budgetram', 'WITHIN_FRAME'],
    ['moneySource', 'WITHIN_FRAME', 'WITHIN_FRAME'],
    ['keyId', ' befolkning 2021-12-31 ', 'key-1'],
    ['keyId', 'key-1', 'key-1'],
  ])('reads a word of the list %s: %s', (column, text, value) => {
    expect(read([to(post, column, text)]).edits).toMatchObject([{ fields: { [column]: value } }])
  })

  it('tells what cannot be read, and why, and takes the rest', () => {
    const { edits, unreadable } = read([
      to(post, 'months', '1.234'),
      to(post, 'workload', '2'),
      to(rent, 'kind', 'Inkomst'),
      to(rent, 'months', '13'),
    ])
    expect(edits).toMatchObject([{ lineId: post, fields: { workload: 200 } }])
    expect(unreadable.map(({ place, why }) => [place.column, why])).toEqual([
      ['months', expect.objectContaining({ kind: 'fault', code: 'BAD_NUMBER' })],
      ['kind', { kind: 'choice', choices: ['Kostnad', 'Intäkt'] }],
      ['months', expect.objectContaining({ kind: 'fault', code: 'BAD_MONTHS' })],
    ])
  })

  it('names the choices in the language of the screen', () => {
    const changes = set([to(post, 'kind', 'x')])
    const { unreadable } = readChanges(changes, { sheet, language: 'en', newIds: [] })
    expect(unreadable[0]!.why).toEqual({ kind: 'choice', choices: ['Cost', 'Revenue'] })
  })

  it('reads the kind before the amount, whatever their order', () => {
    const { edits } = read([to(rent, 'amount', '-500'), to(rent, 'kind', 'Intäkt')])
    expect(edits).toMatchObject([{ fields: { kind: 'REVENUE', amount: ore(50_000) } }])
  })

  it('skips the amount of what is or becomes a position, and what is never empty', () => {
    const { edits, skipped } = read(
      [
        to(rent, 'amount', '5'),
        to(rent, 'monthlyCost', '7'),
        to(post, 'amount', ''),
        to(post, 'keyId', ' '),
      ],
      { skipped: [{ row: 'sum', column: 'amount' }] },
    )
    expect(skipped).toEqual([
      { place: { row: 'sum', column: 'amount' }, why: 'fixed' },
      { place: { row: rent, column: 'amount' }, why: 'calculated' },
      { place: { row: post, column: 'keyId' }, why: 'neverEmpty' },
    ])
    expect(edits).toMatchObject([{ lineId: rent, fields: { monthlyCost: ore(700) } }])
    expect(edits[0]).not.toHaveProperty('fields.amount')
  })

  it('adds lines at the end, with the key and section of the last one unless others are given', () => {
    const two = readSheet(
      withLineAnswer(sheetAnswer, rent, {
        key: { id: 'key-9' },
        section: 'Lokaler',
      }),
    )
    const {
      edits,
      added,
      read: places,
    } = read(
      [
        to(newRow(0), 'description', 'Ny'),
        to(newRow(1), 'keyId', 'key-1'),
        to(newRow(1), 'months', 'x'),
      ],
      { newRows: 2 },
      two,
    )
    expect(edits).toMatchObject([
      {
        kind: 'addLine',
        lineId: 'new-1',
        afterLineId: null,
        fields: { keyId: 'key-9', section: 'Lokaler', description: 'Ny' },
      },
      { kind: 'addLine', lineId: 'new-2', fields: { keyId: 'key-1' } },
    ])
    expect(added).toEqual(['new-1', 'new-2'])
    expect(places).toEqual([
      { row: 'new-1', column: 'description' },
      { row: 'new-2', column: 'keyId' },
    ])
  })

  it('tells which typed amounts give way to a monthly cost', () => {
    const all = [to(rent, 'monthlyCost', '51000'), to(post, 'monthlyCost', '51000')]
    expect(read(all).displaced).toEqual([{ row: rent, column: 'amount' }])
    expect(changedPlaces(read(all)).map(({ row, column }) => `${row} ${column}`)).toEqual([
      `${rent} monthlyCost`,
      `${rent} amount`,
      `${post} monthlyCost`,
    ])
    expect(read([to(rent, 'monthlyCost', '')]).displaced).toEqual([])
    expect(read([to(rent, 'months', '1')]).displaced).toEqual([])
  })

  it('adds no line for a row of which nothing can be read', () => {
    const found = read([
      to(newRow(0), 'months', 'abc'),
      to(newRow(0), 'workload', ''),
      to(newRow(1), 'months', '6'),
    ])
    expect(found).toMatchObject({ edits: [{ lineId: 'new-2' }], added: ['new-2'] })
    expect(found.read).toEqual([{ row: 'new-2', column: 'months' }])
    expect(found.unreadable).toMatchObject([{ text: 'abc' }])
  })

  it('adds no line for a row with nothing in it', () => {
    expect(read([to(newRow(0), 'description', ' '), to(newRow(0), 'months', '')])).toMatchObject({
      edits: [],
      added: [],
    })
  })

  it('corrects populations, without a source yet, where they differ', () => {
    const {
      edits,
      unreadable,
      skipped,
      read: places,
    } = read([
      to('population', 'share 2303', '5 211'),
      to('population', 'share 2305', '6 175'),
      to('population', 'share 2380', '-1'),
      to('population', 'share 2380', ''),
    ])
    expect(edits).toEqual([
      {
        kind: 'setPopulation',
        code: '2303',
        on: '2021-12-31',
        inhabitants: 5211,
        source: '',
        note: null,
      },
    ])
    expect(places).toHaveLength(2)
    expect(unreadable).toMatchObject([{ why: { code: 'BAD_INHABITANTS' } }])
    expect(skipped).toMatchObject([{ why: 'neverEmpty' }])
  })

  it('leaves out cells of lines that are gone', () => {
    expect(read([to('gone', 'months', '1')])).toMatchObject({ edits: [], read: [], unreadable: [] })
  })
})
