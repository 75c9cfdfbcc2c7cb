import { expect, test } from 'vitest'
import { formatNumber } from './format-number.ts'
import type { Language } from './language.ts'
import { readNumber } from './read-number.ts'

// Each of these has been read wrong by a product that people budget in.
test.each([
  ['33,3 is 33,3, not 3 330', '33,3', '33.3', '33,3'],
  ['1.000,05 is 1 000,05, not 100 005', '1.000,05', '1000.05', '1\u00a0000,05'],
  ['−35,01 is −35,01, not −3 501', '\u221235,01', '-35.01', '\u221235,01'],
  ['78,40 is 78,40, not 7 840,00', '78,40', '78.4', '78,40'],
])('%s', (_name, typed, exact, shown) => {
  for (const language of ['sv', 'en'] satisfies Language[]) {
    expect(readNumber(typed, { language })).toBe(exact)
    expect(readNumber(`${typed} kr`, { language, unit: 'kr' })).toBe(exact)
  }
  const decimals = shown.split(',')[1]!.length
  expect(formatNumber(exact, { language: 'sv', decimals })).toBe(shown)
})
