import { describe, expect, it } from 'vitest'
import type { Key } from '../allocation/index.ts'
import { ore } from '../money/index.ts'
import {
  solveLine,
  unknownsOf,
  type BudgetFacts,
  type LineFacts,
  type SolveTarget,
  type Unknown,
} from './index.ts'

const codes = ['2303', '2305', '2309', '2313', '2321', '2361', '2380']
const inhabitants = [5210, 6175, 15352, 11473, 12271, 10114, 64324]

const line = (stated: Partial<LineFacts> = {}): LineFacts => ({
  id: 'line',
  kind: 'COST',
  workload: null,
  months: null,
  monthlyCost: null,
  amount: null,
  keyId: 'key',
  excluded: [],
  ...stated,
})
const reinforcement = line({ workload: 100, months: 60, monthlyCost: ore(5_000_000) })
const rent = line({ id: 'rent', amount: ore(12_000_000) })

const budget = (
  lines: readonly LineFacts[],
  rounding: Partial<Key['rounding']> = {},
): BudgetFacts => ({
  participants: codes.map((code) => ({ code, months: 12 })),
  populations: {
    '2021-12-31': Object.fromEntries(codes.map((code, i) => [code, inhabitants[i]!])),
  },
  keys: {
    key: {
      name: 'Folkmängd',
      bases: [{ kind: 'POPULATION', on: '2021-12-31', percent: 100 }],
      rounding: {
        shareStep: 'TENTH',
        amountStep: 'ORE',
        residualRule: 'LARGEST_REMAINDER',
        ...rounding,
      },
    },
  },
  lines,
})
const solve = (
  unknown: Unknown,
  target: SolveTarget,
  lines = [reinforcement, rent],
  rounding = {},
) => solveLine(budget(lines, rounding), lines[0]!.id, unknown, target)
const lineAmount = (kronor: number) => ({ kind: 'lineAmount', ore: kronor * 100 }) as const

describe('solveLine', () => {
  it('finds months, posts, a monthly cost and an amount for a wanted amount', () => {
    expect(solve('months', lineAmount(350_000)).exact).toEqual({
      value: 70,
      amount: 35_000_000,
      total: 47_000_000,
      share: undefined,
    })
    expect(solve('workload', lineAmount(225_000)).exact?.value).toBe(75)
    expect(solve('monthlyCost', lineAmount(330_000)).exact?.value).toBe(5_500_000)
    expect(solve('amount', lineAmount(99.5), [rent]).exact?.value).toBe(9_950)
  })

  it('finds what makes a total', () => {
    const target = { kind: 'budgetTotal', ore: 42_000_000 } as const
    expect(solve('months', target).exact).toMatchObject({ value: 60, amount: 30_000_000 })
  })

  it('finds what makes a share of the line, or of the budget', () => {
    const ofLine = { kind: 'share', code: '2303', ore: 1_260_000, of: 'line' } as const
    expect(solve('months', ofLine).exact).toMatchObject({ value: 60, share: 1_260_000 })
    const ofBudget = { ...ofLine, ore: 1_260_000 + 504_000, of: 'budget' } as const
    expect(solve('months', ofBudget).exact).toMatchObject({ value: 60, share: 1_764_000 })
  })

  it('gives both neighbours where nothing gives the figure exactly', () => {
    const target = { kind: 'share', code: '2303', ore: 1_300_000, of: 'line' } as const
    expect(solve('months', target)).toEqual({
      below: { value: 61, amount: 30_500_000, total: 42_500_000, share: 1_281_000 },
      above: { value: 62, amount: 31_000_000, total: 43_000_000, share: 1_302_000 },
    })
  })

  it('gives one where the other would be more than allowed', () => {
    expect(solve('months', lineAmount(700_000))).toMatchObject({
      below: { value: 120, amount: 60_000_000 },
      above: undefined,
    })
  })

  it('counts a revenue as negative', () => {
    const revenue = line({ kind: 'REVENUE', amount: ore(100) })
    expect(solve('amount', lineAmount(-2_000), [revenue]).exact).toMatchObject({
      value: 200_000,
      amount: -200_000,
    })
    const share = { kind: 'share', code: '2303', ore: -1_260_050, of: 'line' } as const
    expect(solve('amount', share, [revenue], { amountStep: 'HUNDRED' }).exact).toEqual({
      value: 30_100_050,
      amount: -30_100_050,
      total: -30_100_050,
      share: -1_260_050,
    })
  })

  it('repays with a negative cost, but never for negative months', () => {
    expect(solve('monthlyCost', lineAmount(-6)).exact).toMatchObject({ value: -100, amount: -600 })
    expect(() => solve('months', lineAmount(-6))).toThrow('WRONG_SIGN')
    expect(() => solve('amount', lineAmount(6), [line({ kind: 'REVENUE' })])).toThrow('WRONG_SIGN')
  })

  it('refuses what cannot be', () => {
    const free = line({ workload: 100, months: 60, monthlyCost: ore(0) })
    expect(() => solve('months', lineAmount(1), [free])).toThrow('NO_EFFECT')
    expect(() => solve('monthlyCost', lineAmount(1), [line()])).toThrow('NO_EFFECT')
    expect(() => solve('amount', lineAmount(1))).toThrow('AMOUNT_IS_CALCULATED')
    expect(() => solve('months', lineAmount(0.001))).toThrow('BAD_AMOUNT')
    const share = { kind: 'share', code: '2303', ore: 1, of: 'budget' } as const
    expect(() => solve('amount', share, [{ ...rent, excluded: ['2303'] }])).toThrow('LEFT_OUT')
    expect(() => solve('amount', { ...share, code: '2326' }, [rent])).toThrow('NOT_A_PARTICIPANT')
    expect(() => solve('amount', share, [{ ...rent, keyId: 'other' }])).toThrow('UNKNOWN_KEY')
    expect(() => solveLine(budget([rent]), 'gone', 'amount', share)).toThrow('UNKNOWN_LINE')
  })

  it('asks for the parts of a position, and for the amount of any other line', () => {
    expect(unknownsOf(reinforcement)).toEqual(['months', 'workload', 'monthlyCost'])
    expect(unknownsOf({ ...reinforcement, months: null })).toEqual(['months'])
    expect(unknownsOf(rent)).toEqual(['amount'])
    expect(unknownsOf(line())).toEqual(['amount'])
    expect(unknownsOf({ ...reinforcement, monthlyCost: null })).toEqual(['monthlyCost', 'amount'])
    const free = { ...reinforcement, months: null, workload: null }
    expect(unknownsOf(free)).toEqual(['months', 'workload', 'monthlyCost'])
  })
})
