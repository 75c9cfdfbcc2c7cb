import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kthLargest } from './kth-largest.ts'

test('is what sorting finds, for few and many, equal and different values', () => {
  const ceiling = 2 ** 52
  const values = fc.oneof(
    fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 300 }),
    fc.array(fc.integer({ min: 0, max: ceiling - 1 }), { minLength: 1, maxLength: 1200 }),
    fc.array(fc.integer({ min: ceiling - 3, max: ceiling - 1 }), { minLength: 1, maxLength: 60 }),
  )
  fc.assert(
    fc.property(values, fc.nat(), (list, seed) => {
      const k = (seed % list.length) + 1
      const sorted = list.toSorted((a, b) => b - a)
      expect(kthLargest(Float64Array.from(list), list.length, k, ceiling)).toBe(sorted[k - 1])
    }),
  )
})
