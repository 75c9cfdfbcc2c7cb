import { describe, expect, it } from 'vitest'
import { compareScaled, divideRounded, rescale, toScaled } from './exact-decimal.ts'

describe('toScaled', () => {
  it.each([
    ['12600', 12600n, 0],
    ['-35.01', -3501n, 2],
    ['-0.5', -5n, 1],
    ['0', 0n, 0],
    ['90071992547409931.07', 9007199254740993107n, 2],
  ])('%s', (exact, digits, places) => expect(toScaled(exact)).toEqual({ digits, places }))
})

it('counts in smaller places', () => {
  expect(rescale({ digits: -35n, places: 1 }, 3)).toBe(-3500n)
  expect(rescale({ digits: 7n, places: 2 }, 2)).toBe(7n)
})

it.each([
  ['2', '10', -1],
  ['-2', '-10', 1],
  ['1.5', '1.50', 0],
  ['0.1', '0.09', 1],
  ['9007199254740993', '9007199254740992', 1],
])('compares %s with %s', (a, b, expected) =>
  expect(compareScaled(toScaled(a), toScaled(b))).toBe(expected),
)

it.each([
  [5n, 2n, 3n],
  [-5n, 2n, -3n],
  [4n, 3n, 1n],
  [-4n, 3n, -1n],
  [-1n, 3n, 0n],
  [10n, 5n, 2n],
])('%s / %s is %s', (dividend, divisor, expected) =>
  expect(divideRounded(dividend, divisor)).toBe(expected),
)
