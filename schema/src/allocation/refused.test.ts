import { describe, expect, test } from 'vitest'
import { positionCost } from '../budget/position-cost.ts'
import { bareNumber } from '../money/bare-number.ts'
import { formatDecimal, parseDecimal } from '../money/decimal.ts'
import { formatNumber } from '../money/format-number.ts'
import { ore } from '../money/ore.ts'
import { allocate } from './allocate.ts'
import type { Basis, Rounding } from './key.ts'

// The sentences that people read are made of these details: who, what and why.

const rounding: Rounding = {
  shareStep: 'NONE',
  amountStep: 'ORE',
  residualRule: 'LARGEST_REMAINDER',
}
const equal: Basis = { kind: 'EQUAL', percent: 100 }
const use = (values: Record<string, number>): Basis => ({
  kind: 'USE',
  statistic: 's',
  period: 'p',
  source: '',
  values,
  percent: 100,
})
const fixed = (percentages: Record<string, string>): Basis => ({
  kind: 'FIXED',
  percentages,
  percent: 100,
})
const share = (
  bases: readonly Basis[],
  {
    months = 12,
    amount = 100,
    ...how
  }: Partial<Rounding> & { months?: number; amount?: number } = {},
  codes = ['1', '2'],
  excluded: string[] = [],
) =>
  allocate({
    key: { name: 'k', bases, rounding: { ...rounding, ...how } },
    participants: codes.map((code) => ({ code, months })),
    populations: {},
    amount,
    excluded,
  })
const named = { residualRule: 'NAMED' } as const

describe('what is refused says who, what and why', () => {
  test.each<[string, () => unknown, object]>([
    ['BAD_KEY', () => share([]), { reason: 'NO_BASIS' }],
    ['BAD_KEY', () => share([{ ...equal, floor: -1 }]), { reason: 'FLOOR', floor: -1 }],
    ['BAD_KEY', () => share([equal], { residualRule: 'NAMED' }), { reason: 'NAMED' }],
    ['BAD_KEY', () => share([equal], { named: '1' }), { reason: 'NAMED' }],
    ['BAD_KEY', () => share([equal], { amountStep: 'MIL' as 'ORE' }), { reason: 'ROUNDING' }],
    ['BAD_PERCENTAGES', () => share([{ ...equal, percent: 99 }]), { reason: 'BLEND', sum: 99 }],
    [
      'BAD_PERCENTAGES',
      () => share([fixed({ '1': '1e2' })]),
      { reason: 'TEXT', code: '1', text: '1e2' },
    ],
    ['BAD_PERCENTAGES', () => share([fixed({ '1': '99.9' })]), { reason: 'FIXED' }],
    ['NOT_A_PARTICIPANT', () => share([fixed({ '9': '100' })]), { code: '9' }],
    ['NOT_A_PARTICIPANT', () => share([equal], {}, ['1'], ['9']), { code: '9' }],
    [
      'NOT_A_PARTICIPANT',
      () => share([equal], { ...named, named: '9' }),
      { code: '9', reason: 'NAMED' },
    ],
    [
      'NOT_A_PARTICIPANT',
      () => share([use({ '1': 0, '2': 1 })], { ...named, named: '1' }),
      { code: '1', reason: 'NO_WEIGHT' },
    ],
    ['NO_WEIGHT', () => share([use({ '1': 0, '2': 0 })]), { basis: 'USE' }],
    [
      'BAD_WEIGHT',
      () => share([use({ '1': -1, '2': 1 })]),
      { code: '1', value: -1, statistic: 's', period: 'p' },
    ],
    [
      'STATISTIC_MISSING',
      () => share([use({ '1': 1 })]),
      { code: '2', statistic: 's', period: 'p' },
    ],
    ['BAD_MONTHS', () => share([equal], { months: 13 }), { code: '1', months: 13 }],
    ['BAD_MONTHS', () => share([equal], { months: 0 }), { code: '1', months: 0 }],
    ['DUPLICATE_PARTICIPANT', () => share([equal], {}, ['2', '1', '2']), { code: '2' }],
    ['BAD_AMOUNT', () => share([equal], { amount: 0.5 }), { amount: 0.5 }],
    ['BAD_AMOUNT', () => ore(0.5), { value: 0.5 }],
    ['BAD_WORKLOAD', () => positionCost(100_001, 1, 1), { workload: 100_001 }],
    ['BAD_MONTHS', () => positionCost(1, 121, 1), { months: 121 }],
    ['BAD_NUMBER', () => parseDecimal('x', 1), { text: 'x', reason: 'NO_NUMBER' }],
    ['BAD_NUMBER', () => parseDecimal('1.25', 1), { text: '1.25', reason: 'DECIMALS', places: 1 }],
    [
      'BAD_NUMBER',
      () => parseDecimal('9007199254740992', 0),
      { text: '9007199254740992', reason: 'TOO_LARGE' },
    ],
    ['BAD_NUMBER', () => bareNumber('x', 'sv'), { text: 'x', reason: 'NO_NUMBER' }],
    ['BAD_NUMBER', () => formatNumber('x', { language: 'sv' }), { text: 'x', reason: 'NO_NUMBER' }],
  ])('%s', (code, act, details) => {
    expect(act).toThrow(expect.objectContaining({ code, details }))
  })
})

describe('what is just allowed', () => {
  test('is a floor of 0, one per cent of a blend, one month, and all the months there are', () => {
    expect(share([{ ...use({ '1': 0, '2': 5 }), floor: 0 }]).shares).toEqual([0, 100])
    const blend = share(
      [
        { ...equal, percent: 99 },
        { ...use({ '1': 1, '2': 0 }), percent: 1 },
      ],
      {
        amount: 10_000,
      },
    )
    expect(blend.shares).toEqual([5050, 4950])
    expect(share([equal], { months: 1 }).shares).toEqual([50, 50])
    expect(positionCost(100, 120, 100)).toBe(1200)
    expect(positionCost(100_000, 120, 1)).toBe(12_000)
  })

  test('is a number of nothing, without a sign', () => {
    expect([parseDecimal('-0', 0), parseDecimal('-0.0', 1)]).toEqual([0, 0])
    expect([formatDecimal(0, 2), formatDecimal(-5, 1)]).toEqual(['0', '-0.5'])
    expect(positionCost(1, 1, 0)).toBe(0)
    expect(positionCost(0, 1, -1)).toBe(0)
  })

  test('is copied so that English reads it in one way', () => {
    expect(
      ['1.234', '-12.345', '0.123', '1234.567', '1.2345'].map((one) => bareNumber(one, 'en')),
    ).toEqual(['1,2340', '-12,3450', '0,123', '1234,567', '1,2345'])
    expect(bareNumber('1.234', 'sv')).toBe('1,234')
  })
})

test('remainders that are too fine for doubles are told apart, and equal ones by code', () => {
  const huge = Number.MAX_SAFE_INTEGER
  // one third each, but for one in 2^53: the largest remainder is the third’s
  expect(
    share([use({ '1': huge - 1, '2': huge - 1, '3': huge })], {}, ['1', '2', '3']).shares,
  ).toEqual([33, 33, 34])
  expect(
    share([use({ '1': huge, '2': huge, '3': huge })], { amount: 101 }, ['3', '1', '2']).shares,
  ).toEqual([34, 34, 33])
  const odd = use({ '1': huge, '2': huge - 2, '3': huge })
  expect(share([odd], { amount: 101, amountStep: 'KRONA' }, ['1', '2', '3']).shares).toEqual([
    100, 0, 1,
  ])
})
