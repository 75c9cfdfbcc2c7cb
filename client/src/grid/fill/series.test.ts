import { describe, expect, it } from 'vitest'
import type { CellContent } from '../cell.ts'
import { continueCells, usualHow, type FillOptions, type FillSource } from './series.ts'

const number = (exact: string, unit?: 'percent'): FillSource => ({
  content: { kind: 'number', exact, ...(unit && { unit }) },
  text: exact,
})
const text = (said: string): FillSource => ({ content: { kind: 'text', text: said }, text: said })
const empty: FillSource = { content: { kind: 'empty' } as CellContent, text: '' }

const go = (sources: readonly FillSource[], more: Partial<FillOptions> = {}) =>
  continueCells(sources, {
    count: 3,
    way: 'on',
    how: 'series',
    language: 'sv',
    ...more,
  }).join('|')
const texts = (said: string) => said.split('|').map(text)

describe('numbers', () => {
  it.each([
    [['1'], '2|3|4'],
    [['1', '2'], '3|4|5'],
    [['0.1', '0.2'], '0,3|0,4|0,5'],
    [['12600', '14700'], '16800|18900|21000'],
    [['10', '5'], '0|-5|-10'],
    [['-35.01', '-35'], '-34,99|-34,98|-34,97'],
    [
      ['9007199254740993', '9007199254740994'],
      '9007199254740995|9007199254740996|9007199254740997',
    ],
  ])('go on after %j, exactly', (sources, next) => {
    expect(go(sources.map((exact) => number(exact)))).toBe(next)
  })

  it('are repeated when they have no constant difference', () => {
    expect(
      go(
        ['1', '2', '4'].map((exact) => number(exact)),
        { count: 4 },
      ),
    ).toBe('1|2|4|1')
  })

  it('count down on the way back', () => {
    expect(go([number('6')], { way: 'back' })).toBe('5|4|3')
    expect(go([number('3'), number('2')], { way: 'back' })).toBe('1|0|-1')
  })

  it('keep their unit, and do not mix', () => {
    expect(go([number('4.2', 'percent'), number('4.4', 'percent')])).toBe('4,6%|4,8%|5%')
    expect(go([number('4', 'percent'), number('5')])).toBe('4|5|4')
  })
})

describe('names', () => {
  it.each([
    ['jan', 'feb|mar|apr'],
    ['Jan', 'Feb|Mar|Apr'],
    ['NOVEMBER', 'DECEMBER|JANUARI|FEBRUARI'],
    ['januari|mars', 'maj|juli|september'],
    ['november|december', 'januari|februari|mars'],
    ['dec|jan', 'feb|mar|apr'],
    ['april', 'maj|juni|juli'],
    ['apr', 'maj|jun|jul'],
    ['mars|februari', 'januari|december|november'],
    ['Måndag', 'Tisdag|Onsdag|Torsdag'],
    ['lör|sön', 'mån|tis|ons'],
    ['tor', 'fre|lör|sön'],
    ['October', 'November|December|January'],
    ['Monday|Wednesday', 'Friday|Sunday|Tuesday'],
  ])('after %s come %s', (given, next) => {
    expect(go(texts(given))).toBe(next)
  })

  it('are of the language of the screen where they could be of either', () => {
    expect(go([text('apr')], { language: 'en' })).toBe('may|jun|jul')
    expect(go([text('mars')], { language: 'en' })).toBe('april|maj|juni')
  })

  it('are repeated when they follow no rule', () => {
    expect(go(texts('jan|feb|jun'))).toBe('jan|feb|jun')
  })

  it('of months with a year go on into the next year', () => {
    expect(go([text('nov 2022')])).toBe('dec 2022|jan 2023|feb 2023')
    expect(go(texts('Januari 2022|Juli 2022'))).toBe('Januari 2023|Juli 2023|Januari 2024')
    expect(go(texts('jan 2022|feb 2022|jun 2022'))).toBe('jan 2022|feb 2022|jun 2022')
    expect(go([text('Budget 2022')])).toBe('Budget 2023|Budget 2024|Budget 2025')
  })
})

describe('texts with a number at their end', () => {
  it.each([
    ['Rad 1', 'Rad 2|Rad 3|Rad 4'],
    ['Rad 1|Rad 3', 'Rad 5|Rad 7|Rad 9'],
    ['Konto 099', 'Konto 100|Konto 101|Konto 102'],
    ['2022|2023', '2024|2025|2026'],
  ])('after %s come %s', (given, next) => {
    expect(go(texts(given))).toBe(next)
  })

  it('count up again below zero on the way back', () => {
    expect(go([text('Rad 1')], { way: 'back' })).toBe('Rad 0|Rad 1|Rad 2')
  })

  it('are repeated when the texts differ, or have no number', () => {
    expect(go(texts('Rad 1|Post 2'))).toBe('Rad 1|Post 2|Rad 1')
    expect(go(texts('Rad 1|Rad 2|Rad 9'))).toBe('Rad 1|Rad 2|Rad 9')
    expect(go(texts('Lokaler'))).toBe('Lokaler|Lokaler|Lokaler')
  })
})

describe('dates', () => {
  it.each([
    ['2022-02-27', '2022-02-28|2022-03-01|2022-03-02'],
    ['2022-01-01|2022-01-08', '2022-01-15|2022-01-22|2022-01-29'],
    ['2022-01-15|2022-02-15', '2022-03-15|2022-04-15|2022-05-15'],
    ['2021-12-31|2022-12-31', '2023-12-31|2024-12-31|2025-12-31'],
    ['2022-01-31|2022-02-28', '2022-03-31|2022-04-30|2022-05-31'],
    ['2022-10-30|2022-12-30', '2023-02-28|2023-04-30|2023-06-30'],
    ['2022-01-01|2022-01-02|2022-01-09', '2022-01-01|2022-01-02|2022-01-09'],
  ])('after %s come %s', (given, next) => {
    expect(go(texts(given))).toBe(next)
  })

  it('go back by days', () => {
    expect(go([text('2022-03-01')], { way: 'back' })).toBe('2022-02-28|2022-02-27|2022-02-26')
  })

  it('that are none count as any text', () => {
    expect(go([text('2022-02-30')])).toBe('2022-02-31|2022-02-32|2022-02-33')
  })
})

describe('what is usual', () => {
  it.each([
    [[number('6')], 'copy'],
    [[text('2022')], 'copy'],
    [[number('1'), number('2')], 'series'],
    [[number('1'), number('2'), number('9')], 'copy'],
    [[text('jan')], 'series'],
    [[text('Rad 1')], 'series'],
    [[text('Lokaler')], 'copy'],
    [[empty], 'copy'],
    [[number('1'), text('jan')], 'copy'],
  ] as const)('for %j is to %s', (sources, how) => {
    expect(usualHow(sources, 'sv')).toBe(how)
  })
})

describe('a copy', () => {
  it('is the text that an editor would start with', () => {
    const formula = { content: { kind: 'number', exact: '300000' }, text: '=6*50000' } as const
    expect(go([formula], { how: 'copy', count: 2 })).toBe('=6*50000|=6*50000')
    expect(go([text('jan'), empty], { how: 'copy' })).toBe('jan||jan')
    expect(go([], { how: 'copy' })).toBe('||')
  })
})
