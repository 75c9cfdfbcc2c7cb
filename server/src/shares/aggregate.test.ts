import 'reflect-metadata'
import { expect, it } from 'vitest'
import { Money } from '../scalars/index.ts'
import { MoneyAggregate, quotient } from './aggregate.ts'

it.each([
  [5n, 2, 3n],
  [-5n, 2, -3n],
  [4n, 3, 1n],
  [-4n, 3, -1n],
  [0n, 7, 0n],
  [1n, 0, null],
  [2n ** 70n + 1n, 2, 2n ** 69n + 1n],
])('divides %s by %i, half away from zero', (sum, count, expected) => {
  expect(quotient(sum, count)).toBe(expected)
})

it('loses nothing of a sum that is beyond 2^53', () => {
  const sum = 2n ** 53n + 1n
  const aggregate = new MoneyAggregate({ count: 2, sum, min: 0n, max: sum })
  expect(Money.serialize(aggregate.sum)).toBe('90071992547409.93')
  expect(Money.serialize(aggregate.average)).toBe('45035996273704.97')
  expect(Money.serialize(-5n)).toBe('-0.05')
})
