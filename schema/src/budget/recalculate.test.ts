import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amountSteps, residualRules, shareSteps, type Key } from '../allocation/index.ts'
import { Fault } from '../fault.ts'
import { ore } from '../money/index.ts'
import {
  largestGross,
  recalculate,
  type BudgetFacts,
  type BudgetFigures,
  type LineFacts,
} from './index.ts'

const codes = ['2303', '2305', '2309', '2313', '2321', '2361', '2380']
const inhabitants = (...figures: number[]) =>
  Object.fromEntries(codes.map((code, i) => [code, figures[i]!]))
const dates = ['2021-12-31', '2021-11-01']

const byPopulation: Key = {
  name: 'Folkmängd 2021-12-31',
  bases: [{ kind: 'POPULATION', on: '2021-12-31', percent: 100 }],
  rounding: { shareStep: 'TENTH', amountStep: 'ORE', residualRule: 'LARGEST_REMAINDER' },
}

const line = (id: string, stated: Partial<LineFacts> = {}): LineFacts => ({
  id,
  kind: 'COST',
  workload: null,
  months: null,
  monthlyCost: null,
  amount: null,
  keyId: 'population',
  excluded: [],
  ...stated,
})

/** Familjehemscentrum's reinforcement, and what else a budget may hold. */
const familjehemscentrum: BudgetFacts = {
  participants: codes.map((code) => ({ code, months: 12 })),
  populations: {
    '2021-12-31': inhabitants(5210, 6175, 15352, 11473, 12271, 10114, 64324),
    '2021-11-01': inhabitants(5214, 6197, 15329, 11474, 12105, 10064, 64354),
  },
  keys: { population: byPopulation },
  lines: [line('§ 33', { workload: 100, months: 60, monthlyCost: ore(5_000_000) })],
}

/** All that must be the same however the figures were arrived at. */
const comparable = ({ codes: order, lines, totals, total, difference, gross }: BudgetFigures) => ({
  order,
  totals: Array.from(totals),
  total,
  difference,
  gross,
  lines: lines.map(({ line: facts, amount, shares, difference: left, fault }) => ({
    facts,
    amount,
    shares: Array.from(shares),
    left,
    fault: fault?.message,
  })),
})

describe('figures', () => {
  test('§ 33: the decided amounts', () => {
    const { lines, totals, total } = recalculate(familjehemscentrum)
    const decided = [1_260_000, 1_470_000, 3_690_000, 2_760_000, 2_940_000, 2_430_000, 15_450_000]
    expect(Array.from(lines[0]!.shares)).toEqual(decided)
    expect(Array.from(totals)).toEqual(decided)
    expect(total).toBe(30_000_000)
    expect(lines[0]!.split?.percentText(0)).toBe('4.2')
  })

  test('a revenue counts as negative; who is left out has 0 and the split says so', () => {
    const lines = [line('a', { kind: 'REVENUE', amount: ore(1000), excluded: ['2380'] })]
    const figures = recalculate({ ...familjehemscentrum, lines })
    const [revenue] = figures.lines
    expect(revenue!.amount).toBe(-1000)
    expect(revenue!.shares.reduce((a, b) => a + b)).toBe(-1000)
    expect(Object.is(revenue!.shares[6], 0)).toBe(true)
    expect(revenue!.split!.weights.leftOut).toEqual(new Set(['2380']))
  })

  test('a line where nothing is typed is 0', () => {
    const figures = recalculate({ ...familjehemscentrum, lines: [line('a')] })
    expect(figures.lines[0]).toMatchObject({ amount: 0, fault: undefined })
  })

  test('of no lines are 0', () => {
    const figures = recalculate({ ...familjehemscentrum, lines: [] })
    expect(figures).toMatchObject({ total: 0, difference: 0, lines: [] })
    expect(Array.from(figures.totals)).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  test.each([
    ['UNKNOWN_KEY', { keyId: 'none', amount: ore(100) }],
    ['UNKNOWN_KEY', { keyId: 'toString', amount: ore(100) }],
    ['BAD_WORKLOAD', { workload: 1.5, monthlyCost: ore(100) }],
    ['BAD_MONTHS', { months: 121, monthlyCost: ore(100) }],
    ['BAD_AMOUNT', { amount: 0.5 as never }],
    ['NOT_A_PARTICIPANT', { amount: ore(100), excluded: ['2326'] }],
    ['NO_PARTICIPANT', { amount: ore(100), excluded: codes }],
  ] as const)('%s is a value of its line, which is in no sum', (code, stated) => {
    const [good] = familjehemscentrum.lines
    const figures = recalculate({ ...familjehemscentrum, lines: [line('bad', stated), good!] })
    const [bad] = figures.lines
    expect(bad!.fault).toBeInstanceOf(Fault)
    expect(bad).toMatchObject({
      amount: undefined,
      difference: 0,
      split: undefined,
      fault: { code },
    })
    expect(Array.from(bad!.shares)).toEqual([0, 0, 0, 0, 0, 0, 0])
    expect(figures.total).toBe(30_000_000)
  })

  test('what concerns the whole budget is thrown', () => {
    const twice = [...familjehemscentrum.participants, { code: '2303', months: 12 }]
    expect(() => recalculate({ ...familjehemscentrum, participants: twice })).toThrow(
      'DUPLICATE_PARTICIPANT',
    )
  })

  test('sums are exact to the last öre, or refused', () => {
    const half = ore(largestGross / 2)
    const two = [line('a', { amount: half }), line('b', { kind: 'REVENUE', amount: half })]
    expect(recalculate({ ...familjehemscentrum, lines: two })).toMatchObject({
      total: 0,
      gross: largestGross,
    })
    const three = [...two, line('c', { amount: ore(1) })]
    expect(() => recalculate({ ...familjehemscentrum, lines: three })).toThrow('BAD_AMOUNT')
    const previous = recalculate({ ...familjehemscentrum, lines: two })
    expect(() => recalculate({ ...familjehemscentrum, lines: three }, previous)).toThrow(
      'BAD_AMOUNT',
    )
  })
})

describe('after an edit', () => {
  const many = {
    ...familjehemscentrum,
    lines: ['a', 'b', 'c', 'd'].map((id) => line(id, { amount: ore(101) })),
  }

  test('lines that are the same keep their figures', () => {
    const before = recalculate(many)
    const lines = many.lines.with(1, line('b', { amount: ore(7) }))
    const after = recalculate({ ...many, lines }, before)
    expect(after.lines.map((figures, i) => figures === before.lines[i])).toEqual([
      true,
      false,
      true,
      true,
    ])
    expect(after.lines[1]!.split).toBe(before.lines[0]!.split)
    expect(before.total).toBe(404) // what was before stands
    expect(after.total).toBe(310)
  })

  test('a population on another date touches nothing', () => {
    const before = recalculate(many)
    const populations = { ...many.populations, '2021-11-01': inhabitants(1, 1, 1, 1, 1, 1, 1) }
    const after = recalculate({ ...many, populations }, before)
    expect(after.lines.every((figures, i) => figures === before.lines[i])).toBe(true)
  })

  test('a population on the key’s date touches every line of the key', () => {
    const before = recalculate(many)
    const populations = { ...many.populations, '2021-12-31': inhabitants(1, 1, 1, 1, 1, 1, 1) }
    const after = recalculate({ ...many, populations }, before)
    expect(comparable(after)).toEqual(comparable(recalculate({ ...many, populations })))
    expect(after.lines[0]).not.toBe(before.lines[0])
  })

  test('a key that was missing brings its lines to life', () => {
    const lost = { ...many, lines: [...many.lines, line('e', { keyId: 'new', amount: ore(100) })] }
    const before = recalculate(lost)
    expect(before.lines[4]!.fault?.code).toBe('UNKNOWN_KEY')
    const after = recalculate({ ...lost, keys: { ...lost.keys, new: byPopulation } }, before)
    expect(after.lines[4]).toMatchObject({ amount: 100, fault: undefined })
  })

  test('a line that was moved is taken over', () => {
    const before = recalculate(many)
    const [first, ...rest] = many.lines
    const after = recalculate({ ...many, lines: [...rest, first!] }, before)
    expect(after.lines[3]).toBe(before.lines[0])
    expect(after.total).toBe(before.total)
  })

  test('the same line twice is calculated twice', () => {
    const [first] = many.lines
    const before = recalculate({ ...many, lines: [first!] })
    const after = recalculate({ ...many, lines: [first!, first!] }, before)
    expect(after.total).toBe(202)
    expect(recalculate({ ...many, lines: [first!] }, after).total).toBe(101)

    const [a, b, c, d] = many.lines
    const [x, y, z] = ['x', 'y', 'z'].map((id) => line(id, { amount: ore(7) }))
    const start = recalculate({ ...many, lines: [x!, a!, b!, c!, d!, y!] })
    const twice = recalculate({ ...many, lines: [a!, a!, b!, c!, d!, z!] }, start)
    expect(twice.total).toBe(5 * 101 + 7)
  })

  const key: fc.Arbitrary<Key> = fc.record({
    name: fc.constant('key'),
    bases: fc.constantFrom<Key['bases']>(
      [{ kind: 'POPULATION', on: '2021-12-31', percent: 100 }],
      [{ kind: 'EQUAL', percent: 100 }],
      [
        { kind: 'EQUAL', percent: 30 },
        { kind: 'POPULATION', on: '2021-11-01', percent: 70, floor: 6000 },
      ],
      [{ kind: 'FIXED', percentages: { '2303': '40', '2380': '60' }, percent: 100 }],
      [{ kind: 'EQUAL', percent: 99 }], // BAD_PERCENTAGES
    ),
    rounding: fc
      .record({
        shareStep: fc.constantFrom(...shareSteps),
        amountStep: fc.constantFrom(...amountSteps),
        residualRule: fc.constantFrom(...residualRules),
      })
      .map((rounding) =>
        rounding.residualRule === 'NAMED' ? { ...rounding, named: '2303' } : rounding,
      ),
  })
  const someLine: fc.Arbitrary<LineFacts> = fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom('COST', 'REVENUE'),
    workload: fc.option(fc.integer({ min: -1, max: 1000 })),
    months: fc.option(fc.integer({ min: 0, max: 121 })),
    monthlyCost: fc.option(fc.integer({ min: 0, max: 10_000_000 }).map(ore)),
    amount: fc.option(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }).map(ore)),
    keyId: fc.constantFrom('one', 'two', 'three'),
    excluded: fc.subarray([...codes, '2326'], { maxLength: 2 }),
  })
  type Edit = (facts: BudgetFacts) => BudgetFacts
  const at = (place: number, { lines }: BudgetFacts) => Math.floor(place * lines.length)
  const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  const withLines = (facts: BudgetFacts, lines: readonly LineFacts[]) => ({ ...facts, lines })
  const edit: fc.Arbitrary<Edit> = fc.oneof(
    fc.tuple(place, someLine).map(
      ([where, next]): Edit =>
        (facts) =>
          facts.lines.length === 0
            ? facts
            : withLines(facts, facts.lines.with(at(where, facts), next)),
    ),
    fc.tuple(place, someLine).map(
      ([where, next]): Edit =>
        (facts) =>
          withLines(facts, facts.lines.toSpliced(at(where, facts), 0, next)),
    ),
    place.map(
      (where): Edit =>
        (facts) =>
          withLines(facts, facts.lines.toSpliced(at(where, facts), 1)),
    ),
    fc.tuple(place, place).map(([from, to]): Edit => (facts) => {
      const moved = facts.lines.slice(at(from, facts), at(from, facts) + 1)
      const others = facts.lines.toSpliced(at(from, facts), 1)
      return withLines(facts, others.toSpliced(Math.floor(to * others.length), 0, ...moved))
    }),
    fc.tuple(fc.constantFrom('one', 'two', 'three'), key).map(([id, next]): Edit => (facts) => ({
      ...facts,
      keys: { ...facts.keys, [id]: next },
    })),
    fc
      .tuple(fc.constantFrom(...dates), fc.constantFrom(...codes), fc.nat({ max: 90_000 }))
      .map(([on, code, value]): Edit => (facts) => ({
        ...facts,
        populations: { ...facts.populations, [on]: { ...facts.populations[on], [code]: value } },
      })),
    fc.subarray(codes, { minLength: 1 }).map((some): Edit => (facts) => ({
      ...facts,
      participants: some.map((code) => ({ code, months: code < '2310' ? 12 : 6 })),
    })),
  )

  test('figures are those of a full calculation, whatever was edited', () => {
    const start = fc
      .tuple(fc.array(someLine, { maxLength: 12 }), key, key)
      .map(([lines, one, two]): BudgetFacts => ({
        ...familjehemscentrum,
        keys: { one, two },
        lines,
      }))
    fc.assert(
      fc.property(start, fc.array(edit, { maxLength: 8 }), (facts, edits) => {
        let present = facts
        let figures = recalculate(present)
        for (const change of edits) {
          present = change(present)
          figures = recalculate(present, figures)
          expect(comparable(figures)).toEqual(comparable(recalculate(present)))
        }
      }),
      { numRuns: 400 },
    )
  })
})
