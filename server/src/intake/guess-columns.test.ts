import 'reflect-metadata'
import { describe, expect, it } from 'vitest'
import { guessMapping } from './guess-columns.ts'
import { readBudgetFile } from './read-budget-file.ts'

const guess = (...headings: string[]) => Object.fromEntries(guessMapping(headings))

describe('the columns of a budget from outside', () => {
  it('takes numbers of rows for a description only where nothing else can be one', () => {
    expect(guess('Rad', 'Benämning', 'Belopp')).toEqual({ 1: 'DESCRIPTION', 2: 'AMOUNT' })
    expect(guess('Line', 'Specification', 'Amount')).toEqual({ 2: 'AMOUNT' })
    expect(guess('Rad nr', 'Specifikation', 'Belopp')).toEqual({ 2: 'AMOUNT' })
    expect(guess('Rad', 'Belopp')).toEqual({ 0: 'DESCRIPTION', 1: 'AMOUNT' })
    expect(guess('Line item', 'Amount')).toEqual({ 0: 'DESCRIPTION', 1: 'AMOUNT' })
  })

  it('takes the newest of several years', () => {
    const amounts = ['Budget 2023 (tkr)', 'Budget 2025 (tkr)', 'Budget 2024 (tkr)']
    expect(guess('Post', ...amounts)).toEqual({ 0: 'DESCRIPTION', 2: 'AMOUNT' })
    expect(guess('Post', 'Belopp', 'Budget 2023')).toEqual({ 0: 'DESCRIPTION', 1: 'AMOUNT' })
  })
})

describe('sums of a budget from outside', () => {
  const texts = [
    'SUMMA',
    'Summa: personal',
    'TOTALSUMMA',
    'Totalt:',
    'Delsumma personal',
    'sum',
    'Kronor per invånare',
    'Kr/inv',
    'Invånare',
  ]
  it.each(texts)('are no lines: %s', async (text) => {
    const file = (headings: string) =>
      readBudgetFile(
        Buffer.from(`${headings}\n1;Hyra;12,5\n;${text};12,5\n2;Invånardialog;3\n`),
        {},
        'sv',
      )
    for (const headings of ['Rad;Benämning;Belopp', 'Post;Specifikation;Belopp']) {
      const { rows } = await file(headings)
      expect(rows.map(({ kind }) => kind)).toEqual(['LINE', 'SUM', 'LINE'])
    }
  })

  it('are told by the text of the line, not by what is said about it', async () => {
    const bytes = Buffer.from('Benämning;Förklaring;Belopp\nHyra;Summa av två hyror;12,5\n')
    const { rows } = await readBudgetFile(bytes, {}, 'sv')
    expect(rows.map(({ kind }) => kind)).toEqual(['LINE'])
  })
})
