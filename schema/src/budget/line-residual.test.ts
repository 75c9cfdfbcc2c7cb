import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountSteps, residualRules, shareSteps } from '../allocation/key.ts'
import { oreInStep } from '../allocation/rounding-steps.ts'
import { ore } from '../money/ore.ts'
import type { BudgetFacts } from './facts.ts'
import { lineResidual } from './line-residual.ts'
import { recalculate } from './recalculate.ts'
import { traceShare } from './trace-share.ts'

const codes = ['2303', '2305', '2309', '2313']

const facts = fc
  .record({
    amount: fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
    inhabitants: fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 4, maxLength: 4 }),
    shareStep: fc.constantFrom(...shareSteps),
    amountStep: fc.constantFrom(...amountSteps),
    residualRule: fc.constantFrom(...residualRules),
    excluded: fc.constantFrom([], ['2309']),
  })
  .map(({ amount, inhabitants, excluded, ...rounding }): BudgetFacts => ({
    participants: codes.map((code) => ({ code, months: 12 })),
    populations: {
      '2021-12-31': Object.fromEntries(codes.map((code, index) => [code, inhabitants[index]!])),
    },
    keys: {
      key: {
        name: 'Folkmängd',
        bases: [{ kind: 'POPULATION', percent: 100, on: '2021-12-31' }],
        rounding: {
          ...rounding,
          ...(rounding.residualRule === 'NAMED' && { named: '2305' }),
        },
      },
    },
    lines: [
      {
        id: 'line',
        kind: 'COST',
        workload: null,
        months: null,
        monthlyCost: null,
        amount: ore(amount),
        keyId: 'key',
        excluded,
      },
    ],
  }))

describe('what rounding leaves over of a line', () => {
  it('is born as the trace of each share says, and comes to what is left', () => {
    fc.assert(
      fc.property(facts, (some) => {
        const figures = recalculate(some)
        const [line] = figures.lines
        const residual = lineResidual(line!)!
        const { residualRule } = some.keys['key']!.rounding
        const traces = codes.map((code) => traceShare(figures, 'line', code))
        if (residualRule === 'EACH_ALONE') {
          expect(residual.received.every((one) => one === 0)).toBe(true)
          expect(residual.amount).toBe(line!.difference)
        } else {
          const sign = line!.amount! < 0 ? -1 : 1
          const [{ money, steps }] = traces as [(typeof traces)[0]]
          const left = sign * (money.spare * money.unit + money.rest)
          expect(residual.received.map((one) => one + 0)).toEqual(
            traces.map((trace) => sign * trace.money.received + 0),
          )
          expect(residual.amount).toBe(left + 0)
          expect(residual.steps?.spare).toBe(steps?.spare)
          expect(residual.steps?.received).toEqual(
            steps && traces.map((trace) => trace.steps!.received),
          )
        }
        expect(residual.unit).toBe(oreInStep[some.keys['key']!.rounding.amountStep])
      }),
    )
  })

  it('is nothing when there are no figures', () => {
    const [some] = fc.sample(facts, 1)
    const [line] = recalculate({ ...some!, populations: {} }).lines
    expect(lineResidual(line!)).toBeUndefined()
  })
})
