import { describe, expect, test } from 'vitest'
import type { Rounding } from '../allocation/key.ts'
import { ore } from '../money/ore.ts'
import type { BudgetFacts, LineFacts } from './facts.ts'
import { lineResidual } from './line-residual.ts'
import { recalculate } from './recalculate.ts'
import { traceShare } from './trace-share.ts'

const alone = { shareStep: 'NONE', amountStep: 'ORE', residualRule: 'EACH_ALONE' } as const
const largest = { ...alone, residualRule: 'LARGEST_REMAINDER' } as const

/** Use by municipality, shared out by one line of so many öre. */
const factsOf = (
  values: Readonly<Record<string, number>>,
  amount: number,
  rounding: Rounding = largest,
  changes: Partial<LineFacts> = {},
): BudgetFacts => ({
  participants: Object.keys(values).map((code) => ({ code, months: 12 })),
  populations: {},
  keys: {
    use: {
      name: 'use',
      bases: [{ kind: 'USE', statistic: '', period: '', source: '', values, percent: 100 }],
      rounding,
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
      keyId: 'use',
      excluded: [],
      ...changes,
    },
  ],
})
const figuresOf = (...facts: Parameters<typeof factsOf>) => recalculate(factsOf(...facts))
const fault = (code: string, details: object = {}) => expect.objectContaining({ code, details })

describe('the trace of a share', () => {
  const money = (figures: ReturnType<typeof figuresOf>, code: string) =>
    traceShare(figures, 'line', code).money

  test('tells whom the code decided between: the same remainder, and something else received', () => {
    const figures = figuresOf({ '1': 1, '2': 1, '3': 1 }, 100)
    const told = ['1', '2', '3'].map((code) => {
      const { place, tied, received } = money(figures, code)
      return [place, tied, received]
    })
    expect(told).toEqual([
      [1, true, 1],
      [2, true, 0],
      [3, true, 0],
    ])
  })

  test('has no tie where remainders differ, or equal ones received the same', () => {
    const apart = figuresOf({ '1': 5, '2': 3, '3': 1 }, 100) // 55.6, 33.3, 11.1
    expect(['1', '2', '3'].map((code) => money(apart, code).tied)).toEqual([false, false, false])
    expect(['1', '2', '3'].map((code) => money(apart, code).place)).toEqual([1, 2, 3])
    const even = figuresOf({ '1': 1, '2': 1 }, 100)
    expect(['1', '2'].map((code) => money(even, code).tied)).toEqual([false, false])
    const third = figuresOf({ '1': 1, '2': 1, '3': 1, '4': 3 }, 101) // 16.8 × 3, 50.5
    expect(['1', '2', '3', '4'].map((code) => money(third, code).tied)).toEqual(
      Array(4).fill(false),
    )
  })

  test('gives half a unit upwards where each rounds alone', () => {
    const figures = figuresOf({ '1': 1, '2': 1 }, 101, alone)
    expect(money(figures, '1').receivers).toEqual([0, 1])
    expect(figures.difference).toBe(-1)
  })

  test('tells who is left out', () => {
    const figures = figuresOf({ '1': 1, '2': 1, '3': 1 }, 100, largest, { excluded: ['2'] })
    const of = (code: string) => {
      const { takesPart, leftOut, share } = traceShare(figures, 'line', code)
      return [takesPart, leftOut, share]
    }
    expect([of('1'), of('2')]).toEqual([
      [true, ['2'], 50],
      [false, ['2'], 0],
    ])
  })

  test('is refused with what is missing', () => {
    const figures = figuresOf({ '1': 1 }, 100)
    expect(() => traceShare(figures, 'no', '1')).toThrow(fault('UNKNOWN_LINE', { lineId: 'no' }))
    expect(() => traceShare(figures, 'line', '9')).toThrow(
      fault('NOT_A_PARTICIPANT', { code: '9' }),
    )
    const broken = figuresOf({ '1': 1 }, 100, largest, { keyId: 'none' })
    expect(() => traceShare(broken, 'line', '1')).toThrow(fault('UNKNOWN_KEY', { keyId: 'none' }))
    const tooMuch = figuresOf({ '1': 1 }, 100, largest, { monthlyCost: ore(1), months: 121 })
    expect(() => traceShare(tooMuch, 'line', '1')).toThrow(fault('BAD_MONTHS', { months: 121 }))
  })
})

describe('what rounding left over', () => {
  test('is nobody’s where each rounds alone, in steps too', () => {
    const figures = figuresOf({ '1': 1, '2': 1, '3': 1 }, 100, { ...alone, shareStep: 'ONE' })
    const residual = lineResidual(figures.lines[0]!)!
    expect(residual.steps).toEqual({ step: 'ONE', spare: 1, received: [0, 0, 0] })
    expect(residual.received).toEqual([0, 0, 0])
    const whole = figuresOf({ '1': 1, '2': 1, '3': 1 }, 100, alone)
    expect(lineResidual(whole.lines[0]!)).toMatchObject({ amount: 1, steps: undefined })
  })

  test('is unknown for a line without figures', () => {
    const broken = figuresOf({ '1': 1 }, 100, largest, { keyId: 'none' })
    expect(lineResidual(broken.lines[0]!)).toBeUndefined()
  })

  test('has no negative nothing', () => {
    for (const amount of [-100, 0, 100]) {
      const figures = figuresOf({ '1': 1, '2': 1 }, amount)
      expect(lineResidual(figures.lines[0]!)!.received).toEqual([0, 0])
    }
  })
})

describe('figures', () => {
  test('stay as they were when those after an edit are made from them', () => {
    const facts = factsOf({ '1': 1, '2': 1 }, 100)
    const other = { ...facts.lines[0]!, id: 'other' }
    const before = recalculate({ ...facts, lines: [...facts.lines, other] })
    const edited = { ...other, amount: ore(300) }
    const after = recalculate({ ...before.facts, lines: [facts.lines[0]!, edited] }, before)
    expect([before.total, ...before.totals]).toEqual([200, 100, 100])
    expect([after.total, ...after.totals]).toEqual([400, 200, 200])
    expect(after.lines[0]).toBe(before.lines[0])
  })

  test('say why a budget is too large', () => {
    const line = { ...factsOf({ '1': 1 }, 2 ** 52).lines[0]! }
    const lines = [line, { ...line, id: 'other', amount: ore(1) }]
    expect(() => recalculate({ ...factsOf({ '1': 1 }, 0), lines })).toThrow(
      fault('BAD_AMOUNT', { reason: 'TOTAL', limit: 2 ** 52 }),
    )
    expect(recalculate({ ...factsOf({ '1': 1 }, 0), lines: [line] }).gross).toBe(2 ** 52)
  })

  test('take a line that leaves out one municipality apart from one that leaves out two', () => {
    const facts = factsOf({ '1': 1, '11': 1, '111': 1, '2': 1 }, 100)
    const leaving = (id: string, ...excluded: string[]) => ({ ...facts.lines[0]!, id, excluded })
    const lines = [leaving('a', '1', '11'), leaving('b', '111'), leaving('c', '11', '1')]
    const { lines: made } = recalculate({ ...facts, lines })
    expect(made.map(({ shares }) => [...shares])).toEqual([
      [0, 0, 50, 50],
      [34, 33, 0, 33],
      [0, 0, 50, 50],
    ])
    expect(made[2]!.split).toBe(made[0]!.split)
  })
})
