import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { residualRules, shareSteps, type Key } from '../allocation/index.ts'
import { Fault } from '../fault.ts'
import { ore } from '../money/index.ts'
import { positionCost, recalculate, solveLine, type BudgetFacts, type LineFacts } from './index.ts'
import type { SolveTarget, Unknown } from './index.ts'

type ShareTarget = Extract<SolveTarget, { kind: 'share' }>

const codes = ['2303', '2305', '2309', '2313']
const line = (id: string, stated: Partial<LineFacts>): LineFacts => ({
  id,
  kind: 'COST',
  workload: null,
  months: null,
  monthlyCost: null,
  amount: null,
  keyId: 'key',
  excluded: [],
  ...stated,
})

/** Budgets of a few participants, so small that every value that may be the answer can be tried. */
const budgets = fc
  .record({
    weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 }),
    floor: fc.constantFrom(0, 3),
    shareStep: fc.constantFrom('NONE' as const, 'NONE' as const, ...shareSteps),
    amountStep: fc.constantFrom('ORE' as const, 'KRONA' as const, 'TEN' as const),
    residualRule: fc.constantFrom(...residualRules),
    named: fc.nat(),
    who: fc.nat(),
    kind: fc.constantFrom('COST' as const, 'REVENUE' as const),
    others: fc.integer({ min: -2_000, max: 2_000 }),
    of: fc.constantFrom('line' as const, 'budget' as const),
    wanted: fc.integer({ min: -2_500, max: 2_500 }),
  })
  .map(({ weights, floor, named, who, kind, others, of, wanted, ...rounding }) => {
    const present = codes.slice(0, weights.length)
    const heir = present[named % present.length]!
    const key: Key = {
      name: '',
      bases: [{ kind: 'POPULATION', on: '2021-12-31', percent: 100, floor }],
      rounding: rounding.residualRule === 'NAMED' ? { ...rounding, named: heir } : rounding,
    }
    const inhabitants = Object.fromEntries(present.map((code, i) => [code, weights[i]!]))
    const target: ShareTarget = {
      kind: 'share',
      code: present[who % present.length]!,
      ore: wanted,
      of,
    }
    const facts = (parts: Partial<LineFacts>): BudgetFacts => ({
      participants: present.map((code) => ({ code, months: 12 })),
      populations: { '2021-12-31': inhabitants },
      keys: { key },
      lines: [line('line', { kind, ...parts }), line('other', { amount: ore(others) })],
    })
    return { facts, kind, target }
  })

interface Figures {
  readonly below: number | undefined
  readonly above: number | undefined
}

/** The nearest figures that any of the amounts gives, by trying them all. */
function tryAll(facts: BudgetFacts, target: ShareTarget, amounts: Iterable<number>): Figures {
  const figures = recalculate(facts)
  const index = figures.codes.indexOf(target.code)
  const { shares, split } = figures.lines[0]!
  const given = target.of === 'line' ? 0 : figures.totals[index]! - shares[index]!
  const each = new Float64Array(figures.codes.length)
  let [below, above] = [-Infinity, Infinity]
  for (const amount of amounts) {
    split!.shareOut(amount, each)
    const figure = given + each[index]!
    if (figure <= target.ore) below = Math.max(below, figure)
    if (figure >= target.ore) above = Math.min(above, figure)
  }
  const finite = (figure: number) => (Number.isFinite(figure) ? figure : undefined)
  return { below: finite(below), above: finite(above) }
}

/** The nearest figures by `solveLine`, each of which its value gives; or why there are none. */
function solved(facts: BudgetFacts, unknown: Unknown, target: ShareTarget): Figures | string {
  try {
    const { exact, below, above } = solveLine(facts, 'line', unknown, target)
    for (const found of [exact, below, above]) {
      if (!found) continue
      const [own, other] = facts.lines as [LineFacts, LineFacts]
      const after = recalculate({ ...facts, lines: [{ ...own, [unknown]: found.value }, other] })
      const shares = target.of === 'line' ? after.lines[0]!.shares : after.totals
      expect(found).toEqual({
        value: found.value,
        amount: after.lines[0]!.amount,
        total: after.total,
        share: shares[after.codes.indexOf(target.code)],
      })
    }
    return { below: (exact ?? below)?.share, above: (exact ?? above)?.share }
  } catch (error) {
    if (error instanceof Fault && error.code === 'CANNOT_SOLVE') {
      return String(error.details['reason'])
    }
    throw error
  }
}

/** What is refused is what nothing but the empty line comes near to. */
function expectNearest(facts: BudgetFacts, unknown: Unknown, target: ShareTarget, all: number[]) {
  const found = solved(facts, unknown, target)
  if (typeof found === 'string') {
    const { below, above } = tryAll(facts, target, all)
    const nothing = tryAll(facts, target, [0])
    expect([below, above]).toContain(nothing.below ?? nothing.above)
    return
  }
  expect(found).toEqual(tryAll(facts, target, all))
}

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)
const largest = 60_000 // beyond what a wanted share of these budgets takes

describe('no other value is nearer', () => {
  test('among amounts', () => {
    fc.assert(
      fc.property(budgets, ({ facts, kind, target }) => {
        const amounts = range(-largest, kind === 'REVENUE' ? 0 : largest)
        expectNearest(facts({}), 'amount', target, amounts)
      }),
      { numRuns: 100 },
    )
  }, 30_000)

  test('among monthly costs, of which many or none may give an amount', () => {
    const factors = fc.tuple(fc.integer({ min: 20, max: 300 }), fc.integer({ min: 20, max: 120 }))
    fc.assert(
      fc.property(budgets, factors, ({ facts, target }, [workload, months]) => {
        const most = Math.ceil((largest * 1000) / (workload * months))
        const amounts = new Set(
          range(-most, most).map((cost) => positionCost(workload, months, cost)),
        )
        const present = facts({ workload, months, monthlyCost: ore(0) })
        expectNearest(present, 'monthlyCost', target, [...amounts])
      }),
      { numRuns: 100 },
    )
  }, 30_000)

  test('among months and posts', () => {
    const unknowns = fc.constantFrom('months' as const, 'workload' as const)
    const costs = fc.integer({ min: -900, max: 900 })
    fc.assert(
      fc.property(budgets, unknowns, costs, ({ facts, kind, target }, unknown, cost) => {
        const amounts = new Set(
          unknown === 'months'
            ? range(0, 120).map((months) => positionCost(150, months, cost))
            : range(0, 100_000).map((workload) => positionCost(workload, 45, cost)),
        )
        const signed = [...amounts].map((amount) => (kind === 'REVENUE' ? 0 - amount : amount))
        const present = facts({ workload: 150, months: 45, monthlyCost: ore(cost) })
        expectNearest(present, unknown, target, signed)
      }),
      { numRuns: 100 },
    )
  }, 30_000)
})
