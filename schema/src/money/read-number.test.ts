import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fault } from '../fault.ts'
import type { Language } from './language.ts'
import { readNumber, type NumberHabits } from './read-number.ts'

function refusal(text: string, habits: NumberHabits) {
  try {
    return readNumber(text, habits)
  } catch (error) {
    return (error as Fault).details
  }
}
const both: readonly Language[] = ['sv', 'en']

describe.each(both)('in %s', (language) => {
  test.each([
    // what other products get wrong
    ['33,3', '33.3'], // never 3330
    ['1.000,05', '1000.05'], // never 100005
    ['−35,01', '-35.01'],
    ['78,40', '78.4'],
    // group marks
    ['12 600', '12600'],
    ['12\u00a0600', '12600'],
    ['12\u202f600', '12600'],
    ['12\u2009600,5', '12600.5'],
    ['1 234\u00a0567', '1234567'],
    ['1.234.567', '1234567'],
    ['1,234,567', '1234567'],
    ['1,234.56', '1234.56'],
    ['1.234,56', '1234.56'],
    ['1.234.567,89', '1234567.89'],
    // decimal marks
    ['12.5', '12.5'],
    ['12,5', '12.5'],
    ['12.50', '12.5'],
    ['0.125', '0.125'], // no group begins with 0
    ['0,125', '0.125'],
    ['1234.567', '1234.567'], // no group has four digits
    ['1234,567', '1234.567'],
    ['1 234,567', '1234.567'],
    ['12.3456', '12.3456'],
    [',5', '0.5'],
    ['.5', '0.5'],
    // minus
    ['-5', '-5'],
    ['\u22125', '-5'],
    ['\u201123', '-23'],
    ['\u201323', '-23'],
    ['- 5', '-5'],
    ['+5', '5'],
    ['-0', '0'],
    ['-0,00', '0'],
    // suffixes
    ['12 600 kr', '12600'],
    ['12 600\u00a0kr', '12600'],
    ['12600KR', '12600'],
    ['500:-', '500'],
    ['12,6 tkr', '12600'],
    ['12,6005 tkr', '12600.5'],
    ['-1,5 mnkr', '-1500000'],
    ['1,5 Mkr', '1500000'],
    ['0,5 mkr', '500000'],
    ['51,5 %', '51.5'],
    ['51,5%', '51.5'],
    // odds and ends
    ['  7 ', '7'],
    ['007', '7'],
    ['0', '0'],
    ['12345678901234567890,12', '12345678901234567890.12'],
  ])('%j is %s', (text, exact) => expect(readNumber(text, { language })).toBe(exact))

  test.each([
    ['', 'EMPTY'],
    [' \u00a0', 'EMPTY'],
    ['1 23', 'GROUPS'],
    ['1 2345', 'GROUPS'],
    ['1234 567', 'GROUPS'],
    ['0 123', 'GROUPS'],
    ['1  234', 'GROUPS'],
    ['1.23.456', 'GROUPS'],
    ['1,2,3', 'GROUPS'],
    ['1,23.4', 'GROUPS'],
    ['5,', 'GROUPS'],
    ['-', 'NO_NUMBER'],
    ['--5', 'NO_NUMBER'],
    ['5-', 'NO_NUMBER'],
    ['(5)', 'NO_NUMBER'],
    ["1'234", 'NO_NUMBER'],
    ['1’234', 'NO_NUMBER'],
    ['1e5', 'NO_NUMBER'],
    ['12kg', 'NO_NUMBER'],
    ['kr', 'NO_NUMBER'],
    ['kr 5', 'NO_NUMBER'],
    ['Infinity', 'NO_NUMBER'],
    ['٣', 'NO_NUMBER'],
    ['1\n2', 'NO_NUMBER'],
    ['1\t234', 'NO_NUMBER'],
    ['.', 'NO_NUMBER'],
  ])('%j is refused: %s', (text, reason) =>
    expect(refusal(text, { language })).toMatchObject({ text, reason }),
  )
})

describe('what can be read in two ways', () => {
  test.each([
    ['1.234', 'sv', ['1234', '1.234']],
    ['1,234', 'en', ['1234', '1.234']],
    ['-12.600', 'sv', ['-12600', '-12.6']],
    ['12.600 kr', 'sv', ['12600', '12.6']],
    ['1.500 tkr', 'sv', ['1500000', '1500']],
    ['100,000', 'en', ['100000', '100']],
  ] as const)('%s is refused in %s, with both readings', (text, language, readings) =>
    expect(refusal(text, { language })).toEqual({ text, reason: 'AMBIGUOUS', readings }),
  )

  test('is read where the language has one habit only', () => {
    expect(readNumber('1,234', { language: 'sv' })).toBe('1.234')
    expect(readNumber('1.234', { language: 'en' })).toBe('1.234')
  })
})

test('a suffix of another unit is refused', () => {
  const language = 'sv'
  expect(refusal('5 %', { language, unit: 'kr' })).toMatchObject({ reason: 'UNIT', suffix: '%' })
  expect(refusal('5 kr', { language, unit: 'percent' })).toMatchObject({ reason: 'UNIT' })
  expect(refusal('5 tkr', { language, unit: 'none' })).toMatchObject({ reason: 'UNIT' })
  expect(readNumber('5 tkr', { language, unit: 'kr' })).toBe('5000')
  expect(readNumber('5 %', { language, unit: 'percent' })).toBe('5')
  expect(readNumber('5', { language, unit: 'none' })).toBe('5')
})

test('whatever is read has the digits that were typed, in their order: nothing is multiplied unasked', () => {
  const typed = fc.string({
    unit: fc.constantFrom(...'0123456789 .,-\u00a0\u2212'),
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(typed, fc.constantFrom(...both), (text, language) => {
      const exact = refusal(text, { language })
      if (typeof exact !== 'string') return
      const marks = text.replace(/[^\d.,]/g, '')
      const digits = marks.replace(/\D/g, '').replace(/^0+(?=\d)/, '')
      const lastMark = Math.max(marks.lastIndexOf('.'), marks.lastIndexOf(','))
      const decimals = lastMark < 0 ? 0 : marks.length - 1 - lastMark
      const asWhole = BigInt(digits)
      const [whole = '', fraction = ''] = exact.replace('-', '').split('.')
      const kept = fraction.padEnd(decimals, '0')
      const isWhole = BigInt(whole) === asWhole && fraction === ''
      const isDecimal = kept.length === decimals && BigInt(whole + kept) === asWhole
      expect(isWhole || isDecimal).toBe(true)
    }),
    { numRuns: 20_000 },
  )
})
