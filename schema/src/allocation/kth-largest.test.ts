import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kthLargest } from './kth-largest.ts'

test('is what sorting finds, for few and many, equal and different values', () => {
  const ceiling = 2 ** 52
  const length = { minLength: 1, maxLength: 1200, size: 'max' } as const
  const near = (value: number) => fc.integer({ min: value, max: value + 2 })
  const values = fc.oneof(
    fc.array(fc.nat({ max: 5 }), length),
    fc.array(fc.integer({ min: 0, max: ceiling - 1 }), length),
    fc.array(near(ceiling - 3), length),
    fc.array(fc.oneof(near(0), near(ceiling / 2), near(ceiling - 3)), length),
    fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 24 }),
  )
  fc.assert(
    fc.property(values, fc.nat(), (list, seed) => {
      const k = (seed % list.length) + 1
      const sorted = list.toSorted((a, b) => b - a)
      expect(kthLargest(Float64Array.from(list), list.length, k, ceiling)).toBe(sorted[k - 1])
    }),
    { numRuns: 500 },
  )
})
