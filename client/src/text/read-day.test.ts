import { expect, it } from 'vitest'
import { readDay } from './read-day.ts'

it.each([
  ['2022-01-31', '2022-01-31'],
  [' 20220131 ', '2022-01-31'],
  ['2022-1-3', '2022-01-03'],
])('reads %s', (text, on) => expect(readDay(text)).toBe(on))

it.each(['', '2022-02-30', '31/1 2022', '202201', 'i morgon'])('refuses %j', (text) =>
  expect(() => readDay(text)).toThrow('BAD_DATE'),
)
