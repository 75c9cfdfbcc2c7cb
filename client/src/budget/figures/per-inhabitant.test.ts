import { expect, it } from 'vitest'
import { perInhabitant } from './per-inhabitant.ts'

it.each([
  [15_450_000, 64_324, '2.40'],
  [-15_450_000, 64_324, '-2.40'],
  [1, 2, '0.01'],
  [-1, 2, '-0.01'],
  [0, 5, '0.00'],
  [100, 0, undefined],
])('shares %i öre among %i: %s', (ore, inhabitants, expected) => {
  expect(perInhabitant(ore, inhabitants)).toBe(expected)
})
