import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fixedDecimal } from './decimal.ts'
import { formatNumber } from './format-number.ts'
import type { Language } from './language.ts'
import { readNumber } from './read-number.ts'

const both: readonly Language[] = ['sv', 'en']
const locales = { sv: 'sv-SE', en: 'en-SE' }

describe.each(both)('in %s', (language) => {
  test('is what Intl writes', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.nat({ max: 6 }), (scaled, decimals) => {
        const exact = fixedDecimal(scaled, decimals)
        const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
        const intl = new Intl.NumberFormat(locales[language], options)
        expect(formatNumber(exact, { language })).toBe(intl.format(exact as `${number}`))
      }),
    )
  })

  test('is read back as it was', () => {
    const habits = { language, unit: 'none' } as const
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(0, 1, 2, 4, 5, 6), (scaled, decimals) => {
        const exact = fixedDecimal(scaled, decimals)
        const back = readNumber(formatNumber(exact, { language }), habits)
        expect(formatNumber(back, { language, decimals })).toBe(formatNumber(exact, { language }))
      }),
      { numRuns: 20_000 },
    )
  })
})

test('three decimals are read back, or refused as ambiguous; never misread', () => {
  expect(formatNumber('1.234', { language: 'sv' })).toBe('1,234')
  expect(readNumber('1,234', { language: 'sv' })).toBe('1.234')
  expect(formatNumber('1.234', { language: 'en' })).toBe('1,234')
  expect(() => readNumber('1,234', { language: 'en' })).toThrow('AMBIGUOUS')
})

test('rounds half away from zero to the decimals asked for', () => {
  const language = 'sv'
  expect(formatNumber('0.005', { language, decimals: 2 })).toBe('0,01')
  expect(formatNumber('-0.005', { language, decimals: 2 })).toBe('\u22120,01')
  expect(formatNumber('-0.004', { language, decimals: 2 })).toBe('0,00')
  expect(formatNumber('999.995', { language, decimals: 2 })).toBe('1\u00a0000,00')
  expect(formatNumber('1234.5', { language, decimals: 0 })).toBe('1\u00a0235')
  expect(formatNumber('12', { language, decimals: 2 })).toBe('12,00')
})

test('is exact beyond what a float holds', () => {
  expect(formatNumber('90071992547409931.07', { language: 'sv' })).toBe(
    '90\u00a0071\u00a0992\u00a0547\u00a0409\u00a0931,07',
  )
})

test.each(['', '1,5', '1 000', 'x', '1.', '--1'])('%j is no exact decimal', (text) =>
  expect(() => formatNumber(text, { language: 'sv' })).toThrow('BAD_NUMBER'),
)
