import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountSteps, residualRules, shareSteps } from '../allocation/index.ts'
import { ore } from '../money/index.ts'
import { recalculate, traceShare, type BudgetFacts } from './index.ts'

const factsOf = (
  values: readonly number[],
  rounding: BudgetFacts['keys'][string]['rounding'],
  amount: number,
): BudgetFacts => {
  const codes = values.map((_, i) => String(2300 + i))
  const use = Object.fromEntries(codes.map((code, i) => [code, values[i]!]))
  const basis = {
    kind: 'USE',
    statistic: '',
    period: '',
    source: '',
    values: use,
    percent: 100,
  } as const
  return {
    participants: codes.map((code) => ({ code, months: 12 })),
    populations: {},
    keys: { use: { name: 'use', bases: [basis], rounding } },
    lines: [
      {
        id: 'line',
        kind: 'COST',
        workload: null,
        months: null,
        monthlyCost: null,
        amount: ore(amount),
        keyId: 'use',
        excluded: [],
      },
    ],
  }
}

test('a trace adds up to the share that was calculated, for everybody and under every rule', () => {
  const rounding = fc.record({
    shareStep: fc.constantFrom(...shareSteps),
    amountStep: fc.constantFrom(...amountSteps),
    residualRule: fc.constantFrom(...residualRules),
  })
  const values = fc
    .array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 12 })
    .filter((all) => all[0]! > 0)
  fc.assert(
    fc.property(values, rounding, fc.integer({ min: -1e9, max: 1e9 }), (all, rule, amount) => {
      const named = rule.residualRule === 'NAMED' ? { named: '2300' } : {}
      const facts = factsOf(all, { ...rule, ...named }, amount)
      const figures = recalculate(facts)
      figures.codes.forEach((code, i) => {
        const { money, steps, share } = traceShare(figures, 'line', code)
        expect(money.floor + money.received).toBe(Math.abs(share))
        expect(share).toBe(figures.lines[0]!.shares[i])
        if (steps) {
          expect(steps.floor + steps.received).toBe(figures.lines[0]!.split!.steps!.counts[i])
        }
        const both = steps ? [money, steps] : [money]
        for (const each of both) expect(each.receivers.includes(i)).toBe(each.received > 0)
      })
    }),
  )
})

test('is refused for an unknown line, a stranger, and a line without figures', () => {
  const rounding = {
    shareStep: 'NONE',
    amountStep: 'ORE',
    residualRule: 'LARGEST_REMAINDER',
  } as const
  const figures = recalculate(factsOf([1, 2], rounding, 100))
  expect(() => traceShare(figures, 'other', '2300')).toThrow('UNKNOWN_LINE')
  expect(() => traceShare(figures, 'line', '9999')).toThrow('NOT_A_PARTICIPANT')
  const nothing = recalculate(factsOf([0, 0], rounding, 100))
  expect(() => traceShare(nothing, 'line', '2300')).toThrow('NO_WEIGHT')
})
