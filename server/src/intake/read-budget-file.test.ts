import 'reflect-metadata'
import { describe, expect, it } from 'vitest'
import { exampleBook } from '../file/example-files.ts'
import { BudgetColumn } from './budget-column.ts'
import { guessColumn } from './guess-columns.ts'
import { readBudgetFile } from './read-budget-file.ts'

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const read = (text: string, language: 'sv' | 'en' = 'sv') =>
  readBudgetFile(latin1(text), {}, language)
const told = ({
  row,
  kind,
  description,
  fields,
  problems,
}: Awaited<ReturnType<typeof read>>['rows'][number]) =>
  problems.length > 0
    ? [
        row,
        kind,
        description,
        problems.map(({ cell, text, code, reason }) => [cell, text, code, reason]),
      ]
    : [row, kind, description, fields]

describe('headings of a budget from outside', () => {
  it.each([
    ['Benämning', 'DESCRIPTION'],
    ['Kontotext', 'DESCRIPTION'],
    ['Belopp, kr', 'AMOUNT'],
    ['Budget 2024', 'AMOUNT'],
    ['Kr/mån', 'MONTHLY_COST'],
    ['Kostnad per månad', 'MONTHLY_COST'],
    ['Månader', 'MONTHS'],
    ['Antal tjänster', 'WORKLOAD'],
    ['Monthly cost', 'MONTHLY_COST'],
    ['Amount (SEK)', 'AMOUNT'],
    ['Type', 'KIND'],
    ['Kommentar', 'NOTE'],
    ['Postnummer', undefined],
    ['', undefined],
  ])('%j is %s', (heading, column) => expect(guessColumn(heading)).toBe(column))
})

describe('a budget from outside', () => {
  it('is read with its sections, without its sums, in ISO-8859-1 with semicolons', async () => {
    const { rows, columns, headingRow } = await read(
      'Budget 2024;;;;\n;;;;\nBenämning;Tjänster;Månader;Kr/mån;Belopp\nPersonal;;;;\nHandläggare;1,5;12;50 000;900 000\nSumma personal;;;;900 000\nHyra;;;;120 000,50 kr\nÅterbetalning;;;;-1 000\n',
    )
    expect(headingRow).toBe(2)
    expect(columns.map(({ letters, meaning, samples }) => [letters, meaning, samples[0]])).toEqual([
      ['A', 'DESCRIPTION', 'Personal'],
      ['B', 'WORKLOAD', '1,5'],
      ['C', 'MONTHS', '12'],
      ['D', 'MONTHLY_COST', '50 000'],
      ['E', 'AMOUNT', '900 000'],
    ])
    expect(rows.map(told)).toEqual([
      [4, 'SECTION', 'Personal', null],
      [
        5,
        'LINE',
        'Handläggare',
        {
          section: 'Personal',
          description: 'Handläggare',
          workload: 150,
          months: '12',
          monthlyCost: '50000.00',
        },
      ],
      [6, 'SUM', 'Summa personal', null],
      [7, 'LINE', 'Hyra', { section: '', description: 'Hyra', amount: '120000.50' }],
      [
        8,
        'LINE',
        'Återbetalning',
        { section: '', description: 'Återbetalning', kind: 'REVENUE', amount: '1000.00' },
      ],
    ])
  })

  it('tells what cannot be read, where, and why', async () => {
    const { rows } = await read(
      'Benämning;Belopp;Mån;Typ\nA;1.234;13;Kostnad\nB;tolv;6,55;kanske\n',
    )
    expect(rows.map(told)).toEqual([
      [
        2,
        'LINE',
        'A',
        [
          ['B2', '1.234', 'BAD_NUMBER', 'AMBIGUOUS'],
          ['C2', '13', 'BAD_MONTHS', null],
        ],
      ],
      [
        3,
        'LINE',
        'B',
        [
          ['B3', 'tolv', 'BAD_NUMBER', 'NO_NUMBER'],
          ['C3', '6,55', 'BAD_MONTHS', null],
          ['D3', 'kanske', 'BAD_INPUT', null],
        ],
      ],
    ])
    const english = await read('Item,Amount\nA,"1,234"\nB,1234.50\n', 'en')
    expect(english.rows.map(told)).toEqual([
      [2, 'LINE', 'A', [['B2', '1,234', 'BAD_NUMBER', 'AMBIGUOUS']]],
      [3, 'LINE', 'B', { section: '', description: 'B', amount: '1234.50' }],
    ])
  })

  it('is read as it is told to be, and known again by its headings', async () => {
    const bytes = exampleBook([
      { name: 'Tom', rows: [] },
      {
        name: 'Blad',
        rows: [
          ['x', 'y'],
          ['Hyra', 100],
          ['Resor', { formula: '2*50', value: 100 }],
        ],
      },
    ])
    const guessed = await readBudgetFile(bytes, {}, 'sv')
    expect([guessed.sheets, guessed.sheet, guessed.headingRow]).toEqual([
      ['Tom', 'Blad'],
      'Blad',
      -1,
    ])
    const mapping = {
      sheet: 'Blad',
      headingRow: 0,
      columns: [
        { column: 0, meaning: BudgetColumn.DESCRIPTION },
        { column: 1, meaning: BudgetColumn.AMOUNT },
      ],
    }
    const { rows, signature } = await readBudgetFile(bytes, mapping, 'sv')
    expect(rows.map(told)).toEqual([
      [2, 'LINE', 'Hyra', { section: '', description: 'Hyra', amount: '100.00' }],
      [
        3,
        'LINE',
        'Resor',
        { section: '', description: 'Resor', amount: '100.00', amountFormula: '=2*50' },
      ],
    ])
    expect(signature).toMatch(/^[\w-]{22}$/)
    const twice = mapping.columns.map(({ column }) => ({ column, meaning: BudgetColumn.NOTE }))
    await expect(readBudgetFile(bytes, { columns: twice }, 'sv')).rejects.toThrow('BAD_INPUT')
    await expect(readBudgetFile(bytes, { sheet: 'Nej' }, 'sv')).rejects.toThrow('BAD_INPUT')
  })

  it.each([
    ['nothing', '', 'FILE_EMPTY'],
    ['rows of nothing', ';;\n;;\n', 'FILE_EMPTY'],
    ['JSON', '{"a":1}', 'FILE_KIND'],
    ['five thousand rows', 'a;b\n'.repeat(5000), 'FILE_TOO_LARGE'],
  ])('is refused: %s', async (_what, text, code) => {
    await expect(read(text)).rejects.toThrow(code)
  })
})
