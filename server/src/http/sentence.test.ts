import { expect, it } from 'vitest'
import { languageOf } from './sentence.ts'

it.each([
  [undefined, 'sv'],
  ['*', 'sv'],
  ['de, fr;q=0.5', 'sv'],
  ['en', 'en'],
  ['en-GB,en;q=0.9,sv;q=0.8', 'en'],
  ['sv-SE, en;q=0.7', 'sv'],
  ['sv;q=0.3, en;q=0.7', 'en'],
  ['en;q=0', 'sv'],
])('takes %s to want %s', (accepted, language) => {
  expect(languageOf({ headers: { 'accept-language': accepted } })).toBe(language)
})
