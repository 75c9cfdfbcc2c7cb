import 'reflect-metadata'
import { describe, expect, it } from 'vitest'
import { exampleBook } from '../file/example-files.ts'
import { readBudgetFile } from './read-budget-file.ts'

const read = (text: string, language: 'sv' | 'en' = 'sv') =>
  readBudgetFile(Buffer.from(text, 'utf8'), {}, language)

type Row = Awaited<ReturnType<typeof read>>['rows'][number]
const amount = ({ fields }: Row): unknown =>
  (fields as Record<string, unknown> | null)?.['amount'] ?? null
const reason = ({ problems }: Row) => problems[0]?.reason ?? null

describe('the unit of amounts from outside', () => {
  it.each([
    ['Benämning;Budget 2024 (tkr)\nHyra;13 125,5\n', '13125500.00'],
    ['Benämning;tkr\nHyra;13 125,5\n', '13125500.00'],
    ['Benämning;Belopp, kkr\nHyra;13,5\n', '13500.00'],
    ['Benämning;Belopp SEK 1000\nHyra;13,5\n', '13500.00'],
    ['Benämning;Belopp (1 000 kr)\nHyra;13,5\n', '13500.00'],
    ['Benämning;Belopp i miljoner kronor\nHyra;13,5\n', '13500000.00'],
    ['Benämning;Belopp (mnkr)\nHyra;13,5\n', '13500000.00'],
    ['Budget 2024, belopp i tkr;\n;\nBenämning;Belopp\nHyra;13,5\n', '13500.00'],
    ['Belopp i tkr;\nBenämning;Belopp, kr\nHyra;13,5\n', '13.50'],
    ['Ramen är 21 000 kr, 3 mnkr;\nBenämning;Belopp\nHyra;13,5\n', '13.50'],
    ['Benämning;Belopp (tkr)\nHyra;13,5 mnkr\n', '13500000.00'],
    ['Benämning;Belopp (tkr)\nHyra;500 kr\n', '500.00'],
  ])('is the one the headings name: %j', async (text, expected) => {
    const { rows } = await read(text)
    expect(rows.map(amount)).toEqual([expected])
  })

  it('is exact in a workbook, and leaves a formula in another unit out', async () => {
    const book = exampleBook([
      {
        name: 'Blad',
        rows: [
          ['Benämning', 'Belopp (tkr)'],
          ['Hyra', 1.234],
          ['Resor', { formula: '2*50', value: 100 }],
        ],
      },
    ])
    const { rows } = await readBudgetFile(book, {}, 'en')
    expect(rows.map(({ fields }) => fields)).toEqual([
      { section: '', description: 'Hyra', amount: '1234.00' },
      { section: '', description: 'Resor', amount: '100000.00' },
    ])
  })

  it('goes for monthly costs too', async () => {
    const { rows } = await read('Benämning;Tjänster;Månader;tkr/mån\nHandläggare;1;12;50,5\n')
    expect(rows.map(({ fields }) => fields)).toMatchObject([{ monthlyCost: '50500.00' }])
  })
})

describe('three digits after a single mark', () => {
  it.each([
    ['sv', 'Benämning,Belopp\nA,"1,250.50"\nB,"12,000"\n', ['1250.50', null]],
    ['sv', 'Benämning;Belopp\nA;-12,000\n', [null]],
    ['sv', 'Benämning;Belopp, mnkr\nA;1,250\nB;0,5\n', ['1250000.00', '500000.00']],
    ['en', 'Item;Amount\nA;12.000\nB;12,5\n', [null, '12.50']],
    ['en', 'Item;Amount\nA;12.000\nB;12.50\n', ['12.00', '12.50']],
  ] as const)('can be read in two ways (%s): %j', async (language, text, expected) => {
    const { rows } = await read(text, language)
    expect(rows.map(amount)).toEqual(expected)
    expect(rows.map(reason)).toEqual(expected.map((value) => (value ? null : 'AMBIGUOUS')))
  })
})
