import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDecimal, formatKronor, ore, parseDecimal, parseKronor } from './index.ts'

const fault = (code: string) => expect.objectContaining({ name: 'Fault', code })

describe('kronor', () => {
  test.each([
    ['12600.00', 1_260_000],
    ['12600', 1_260_000],
    ['0.05', 5],
    ['0.5', 50],
    ['-35.01', -3501],
    ['-0.00', 0],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('%s is %i öre', (text, amount) => expect(parseKronor(text)).toBe(amount))

  test.each([
    '',
    '-',
    '.5',
    '5.',
    '1.005',
    '1,50',
    '1 000',
    '1e3',
    '+1',
    '90071992547409.92',
    'NaN',
  ])('%j is refused', (text) => expect(() => parseKronor(text)).toThrow(fault('BAD_AMOUNT')))

  test('always have two decimals', () => {
    expect(formatKronor(1_260_000)).toBe('12600.00')
    expect(formatKronor(-5)).toBe('-0.05')
    expect(formatKronor(-0)).toBe('0.00')
    expect(() => formatKronor(0.5)).toThrow(fault('BAD_AMOUNT'))
  })

  test('are read back as they were written', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (n) => parseKronor(formatKronor(n)) === ore(n)))
  })
})

describe('decimals', () => {
  test('are whole numbers of their last place', () => {
    expect(parseDecimal('6.5', 1)).toBe(65)
    expect(parseDecimal('6', 1)).toBe(60)
    expect(parseDecimal('-0.5', 1)).toBe(-5)
    expect(parseDecimal('007', 0)).toBe(7)
    expect(() => parseDecimal('6.55', 1)).toThrow(fault('BAD_NUMBER'))
    expect(() => parseDecimal('9007199254740992', 0)).toThrow(fault('BAD_NUMBER'))
  })

  test('are written without trailing zeros', () => {
    expect(formatDecimal(65, 1)).toBe('6.5')
    expect(formatDecimal(60, 1)).toBe('6')
    expect(formatDecimal(-5, 2)).toBe('-0.05')
    expect(formatDecimal(100, 0)).toBe('100')
  })

  test('are read back as they were written', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.nat({ max: 8 }), (n, places) => {
        expect(parseDecimal(formatDecimal(n, places), places)).toBe(n === 0 ? 0 : n)
      }),
    )
  })
})

test('öre are whole and safe', () => {
  expect(ore(-0)).toBe(0)
  for (const value of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    expect(() => ore(value)).toThrow(fault('BAD_AMOUNT'))
  }
})
