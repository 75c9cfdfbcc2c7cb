import { expect, it } from 'vitest'
import { waitAfter } from './patience.ts'

it('waits longer from time to time, half a minute at most', () => {
  const waits = [0, 1, 2, 3, 4, 5, 6, 7, 99].map((failures) => waitAfter(failures, 1))
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 30_000, 30_000, 30_000])
})

it('spreads those who wait over half of the time', () => {
  expect([0, 0.5, 1].map((chance) => waitAfter(3, chance))).toEqual([2000, 3000, 4000])
})
