import { describe, expect, it } from 'vitest'
import { formatCount, formatDate, formatMoney, formatPercent } from './format.ts'

describe('formatMoney', () => {
  it.each([
    ['12600.00', '12\u00a0600', '12\u00a0600'],
    ['-12600.50', '\u221212\u00a0600,50', '-12\u00a0600,50'],
    ['0.00', '0', '0'],
    ['0.05', '0,05', '0,05'],
    [
      '90071992547409.93',
      '90\u00a0071\u00a0992\u00a0547\u00a0409,93',
      '90\u00a0071\u00a0992\u00a0547\u00a0409,93',
    ],
  ])('writes %s as %s and %s', (amount, swedish, english) => {
    expect(formatMoney(amount, 'sv')).toBe(swedish)
    expect(formatMoney(amount, 'en')).toBe(english)
  })
})

it('groups inhabitants', () => {
  expect(formatCount(124919, 'sv')).toBe('124\u00a0919')
})

it('keeps the decimals of a percentage', () => {
  expect(formatPercent('4.2', 'sv')).toBe('4,2\u00a0%')
  expect(formatPercent('51.4926', 'sv')).toBe('51,4926\u00a0%')
  expect(formatPercent('51.4926', 'sv', 1)).toBe('51,5\u00a0%')
  expect(formatPercent('100', 'en')).toBe('100\u00a0%')
})

it('writes a date in words, whatever the time zone', () => {
  expect(formatDate('2022-06-03', 'sv')).toBe('3 juni 2022')
  expect(formatDate('2022-06-03', 'en')).toBe('3 June 2022')
})
