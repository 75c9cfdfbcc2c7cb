import { describe, expect, it, test } from 'vitest'
import { Fault } from '../fault.ts'
import type { Language } from '../money/language.ts'
import { calculateFormula, isFormula } from './index.ts'

const both: readonly Language[] = ['sv', 'en']

function refusal(text: string, language: Language = 'sv', places = 2) {
  try {
    return calculateFormula(text, { language, places })
  } catch (error) {
    if (error instanceof Fault && error.code === 'BAD_FORMULA') return error.details
    throw error
  }
}

describe.each(both)('in %s', (language) => {
  test.each([
    ['=6*50000', 30_000_000],
    ['=12600+14700', 2_730_000],
    ['=(300000-12600)/7', 4_105_714],
    ['=2%*300000', 600_000],
    ['=12 600+14 700', 2_730_000],
    ['=12\u00a0600+14\u202f700', 2_730_000],
    ['=1,5*2.5', 375],
    [' = 6 × 50 000 ÷ 2 ', 15_000_000],
    ['=100\u221235', 6_500],
    ['=100\u201335', 6_500],
    ['=-5+2', -300],
    ['=+5', 500],
    ['=--5', 500],
    ['=2*-3', -600],
    ['=(1+1)%', 2],
    ['=50 % * 10', 500],
    ['=1/3*3', 100],
    ['=2-3-4', -500],
    ['=8/4/2', 100],
    ['=2+3*4', 1_400],
    // functions, and what parts their arguments
    ['=SUM(1;2;3)', 600],
    ['=SUMMA(1;2;3)', 600],
    ['=summa(1,5;2,5)', 400],
    ['=SUM(1.5,2.5)', 400],
    ['=SUM(1, 2, 3)', 600],
    ['=SUM(1 ,2)', 300],
    ['=SUM(12 600,14 700)', 2_730_000],
    ['=SUM((1),(2))', 300],
    ['=SUM(-1,-2)', -300],
    ['=SUM(5%,5)', 505],
    ['=SUM(,5;1)', 150],
    ['=SUM((1,5))', 150],
    ['=ROUND(12,3450;1)', 1_230],
    ['=AVRUNDA(1250;-2)', 130_000],
    ['=AVRUNDA(-1,0050;2)', -101],
    ['=AVRUNDA(SUMMA(1,5);0)', 200],
    ['=AVRUNDA(300000/7; 0)', 4_285_700],
    ['=SUMMA(AVRUNDA(1,5;0);2)', 400],
  ])('%s is %i', (text, scaled) =>
    expect(calculateFormula(text, { language, places: 2 })).toBe(scaled),
  )
})

test.each([
  ['=', 'VALUE_MISSING', 1],
  ['=6*', 'VALUE_MISSING', 3],
  ['=6* ', 'VALUE_MISSING', 3],
  ['=*6', 'VALUE_MISSING', 1],
  ['=()', 'VALUE_MISSING', 2],
  ['=SUM()', 'VALUE_MISSING', 5],
  ['=SUM(1;;2)', 'VALUE_MISSING', 7],
  ['=2(3)', 'OPERATOR_MISSING', 2],
  ['=(2)3', 'OPERATOR_MISSING', 4],
  ['=5 SUM(1)', 'OPERATOR_MISSING', 3],
  ['=5%6', 'OPERATOR_MISSING', 3],
  ['=2*(3+4', 'UNCLOSED', 3],
  ['=SUM(1;2', 'UNCLOSED', 4],
  ['=2+3)', 'UNOPENED', 4],
  ['=1;2', 'SEPARATOR', 2],
  ['=SUM((1;2))', 'SEPARATOR', 7],
  ['=B7*2', 'NAME', 1],
  ['=2*Blad1!A1:A9', 'NAME', 3],
  ['=12 kr', 'NAME', 4],
  ['=PRODUKT(2;3)', 'NAME', 1],
  ['=constructor(1)', 'NAME', 1],
  ['=SUM*2', 'BRACKET_MISSING', 4],
  ['=6#5', 'CHARACTER', 2],
  ['=6^2', 'CHARACTER', 2],
  ['=1, 2', 'CHARACTER', 2],
  ['=SUM(1;2, 3)', 'CHARACTER', 8],
  ['==5', 'CHARACTER', 1],
  ['=5,', 'CHARACTER', 2],
  ['=1 23+4', 'GROUPS', 1],
  ['=1  234', 'GROUPS', 1],
  ['=4+1.2.3', 'GROUPS', 3],
  ['=SUM(1,5)', 'COMMA', 6],
  ['=SUM(2*3,4+5)', 'COMMA', 8],
  ['=SUM(1,2,3)', 'COMMA', 6],
  ['=ROUND(12.345,2)', 'COMMA', 13],
  ['=ROUND(1)', 'ARGUMENTS', 1],
  ['=ROUND(1;2;3)', 'ARGUMENTS', 1],
  ['=ROUND(1;0,5)', 'PLACES', 1],
  ['=ROUND(1;16)', 'PLACES', 1],
  ['=1/0', 'DIVISION_BY_ZERO', 2],
  ['=2*(1/(3-3))', 'DIVISION_BY_ZERO', 5],
  [`=${'9'.repeat(31)}`, 'TOO_LARGE', 1],
  ['=9999999999999999', 'TOO_LARGE', 0],
  [`=${'('.repeat(51)}1${')'.repeat(51)}`, 'TOO_DEEP', 51],
  [`=${'-'.repeat(51)}1`, 'TOO_DEEP', 51],
  [`=1${'+1'.repeat(150)}`, 'TOO_LONG', 300],
])('%j is refused: %s at %i', (text, reason, position) =>
  expect(refusal(text)).toMatchObject({ text, reason, position }),
)

describe('what can be read in two ways', () => {
  it.each([
    ['=2*1.234', 'sv', ['1234', '1.234']],
    ['=2*1,234', 'en', ['1234', '1.234']],
    ['=2*(1.234)', 'sv', ['1234', '1.234']],
  ] as const)('%s is refused in %s, with both readings', (text, language, readings) =>
    expect(refusal(text, language)).toMatchObject({ reason: 'AMBIGUOUS', readings }),
  )

  it('is read where the language has one habit only', () => {
    expect(refusal('=2*1,234', 'sv', 3)).toBe(2468)
    expect(refusal('=2*1.234', 'en', 3)).toBe(2468)
  })
})

test('rounds once, half away from zero, to the places of the cell', () => {
  const rounded = (text: string, places: number) => refusal(text, 'sv', places)
  expect(rounded('=1/3', 2)).toBe(33)
  expect(rounded('=0,5', 0)).toBe(1)
  expect(rounded('=-0,5', 0)).toBe(-1)
  expect(rounded('=-0,4', 0)).toBe(0)
  expect(rounded('=0,05*10', 1)).toBe(5)
  expect(rounded('=1/3+1/3+1/3', 0)).toBe(1)
})

test('the deepest and the longest that are taken', () => {
  expect(refusal(`=${'('.repeat(50)}1${')'.repeat(50)}`)).toBe(100)
  expect(refusal(`=1${'+1'.repeat(149)}`)).toBe(15_000)
})

test('a formula begins with =', () => {
  expect(['=1', ' =1', '\u00a0='].every(isFormula)).toBe(true)
  expect(['1', '', '1=1', '-=1'].some(isFormula)).toBe(false)
})
