import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bareNumber } from './bare-number.ts'
import { fixedDecimal, formatDecimal } from './decimal.ts'
import type { Language } from './language.ts'
import { readNumber } from './read-number.ts'

test.each([
  ['12600', 'sv', '12600'],
  ['-1234567.5', 'sv', '-1234567,5'],
  ['-1234567.5', 'en', '-1234567,5'],
  ['0.05', 'sv', '0,05'],
  ['1.234', 'sv', '1,234'],
  ['1.234', 'en', '1,2340'],
  ['0.125', 'en', '0,125'],
] as const)('%s is %s %s', (exact, language, text) => {
  expect(bareNumber(exact, language)).toBe(text)
})

test('is read back exactly, whatever the number', () => {
  const languages = fc.constantFrom<Language>('sv', 'en')
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.nat({ max: 6 }), languages, (scaled, places, language) => {
      const read = readNumber(bareNumber(fixedDecimal(scaled, places), language), { language })
      expect(read).toBe(formatDecimal(scaled, places))
    }),
    { numRuns: 10_000 },
  )
})

test.each(['', '1,5', '1 000', '−1', '+1', '1.', 'x'])('%j is no exact decimal', (text) =>
  expect(() => bareNumber(text, 'sv')).toThrow('BAD_NUMBER'),
)
