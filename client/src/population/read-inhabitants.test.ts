import { Fault } from '@andel/schema/fault'
import { expect, it } from 'vitest'
import { readInhabitants } from './read-inhabitants.ts'

function reason(act: () => unknown): unknown {
  try {
    return act()
  } catch (error) {
    if (error instanceof Fault) return error.details['reason'] ?? error.code
    throw error
  }
}

it('reads inhabitants', () => {
  expect(readInhabitants('5 210', 'sv')).toBe(5210)
  expect(reason(() => readInhabitants('-1', 'sv'))).toBe('BAD_INHABITANTS')
  expect(readInhabitants('=5 000+210', 'sv')).toBe(5210)
  expect(reason(() => readInhabitants('=-1', 'sv'))).toBe('BAD_INHABITANTS')
  expect(readInhabitants('100 000 000', 'sv')).toBe(100_000_000)
  expect(reason(() => readInhabitants('100 000 001', 'sv'))).toBe('BAD_INHABITANTS')
  expect(reason(() => readInhabitants('', 'sv'))).toBe('EMPTY')
})
