import {
  type Basis,
  type Key,
  type Participant,
  amountSteps,
  residualRules,
  shareSteps,
} from '@andel/schema/allocation'
import type { BudgetFacts, LineFacts } from '@andel/schema/budget'
import { ore } from '@andel/schema/money'

/** Numbers that look random and are always the same for a seed. */
export class Dice {
  constructor(private state: number) {}

  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return least + (((mixed ^ (mixed >>> 14)) >>> 0) % (most - least + 1))
  }

  chance(percent: number): boolean {
    return this.whole(1, 100) <= percent
  }

  one<T>(items: readonly T[]): T {
    return items[this.whole(0, items.length - 1)]!
  }

  /** A size of any order of magnitude. */
  size(digits: number): number {
    return this.whole(0, 10 ** this.whole(1, digits) - 1)
  }
}

export const dates = ['2021-11-01', '2021-12-31'] as const
const codesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => String(114 + index * 7).padStart(4, '0'))

/** A budget of any kind: keys with every rule and step, blends, floors, part years, lines of every kind. */
export function randomBudget(dice: Dice, count = dice.whole(1, 9), lines = 6): BudgetFacts {
  const codes = codesOf(count)
  const isPartYear = dice.chance(30)
  const participants: Participant[] = codes.map((code) => ({
    code,
    months: isPartYear && dice.chance(40) ? dice.whole(1, 11) : 12,
  }))
  const populations = Object.fromEntries(
    dates.map((on) => [on, Object.fromEntries(codes.map((code) => [code, inhabitants(dice)]))]),
  )
  const keys = Object.fromEntries(
    Array.from({ length: 4 }, (_, index) => [
      `key-${index}`,
      randomKey(dice, codes, `Nyckel ${index}`),
    ]),
  )
  return {
    participants,
    populations,
    keys,
    lines: Array.from({ length: lines }, (_, index) =>
      randomLine(dice, codes, keys, `line-${index}`),
    ),
  }
}

/** Often the same as others have, so that remainders are equal. */
const inhabitants = (dice: Dice): number =>
  dice.chance(20)
    ? dice.one([5000, 10_000, 20_000])
    : dice.whole(1, dice.one([20, 9000, 1_000_000]))

function randomKey(dice: Dice, codes: readonly string[], name: string): Key {
  const residualRule = dice.one(residualRules)
  const percents = dice.one([[100], [100], [50, 50], [70, 30], [20, 30, 50]])
  return {
    name,
    bases: percents.map((percent) => randomBasis(dice, codes, percent)),
    rounding: {
      shareStep: dice.one(shareSteps),
      amountStep: dice.one(amountSteps),
      residualRule,
      ...(residualRule === 'NAMED' && { named: codes[0]! }),
    },
  }
}

function randomBasis(dice: Dice, codes: readonly string[], percent: number): Basis {
  const floor = dice.chance(25) ? { floor: dice.one([1, 3, 6000]) } : {}
  switch (dice.one(['POPULATION', 'POPULATION', 'EQUAL', 'FIXED', 'USE'] as const)) {
    case 'POPULATION':
      return { kind: 'POPULATION', on: dice.one(dates), percent, ...floor }
    case 'EQUAL':
      return { kind: 'EQUAL', percent }
    case 'USE': {
      const values = Object.fromEntries(
        codes.map((code, index) => [code, index === 0 ? 3 : dice.size(4)]),
      )
      return {
        kind: 'USE',
        statistic: 'Placeringar',
        period: '2021',
        source: 'Prov',
        values,
        percent,
        ...floor,
      }
    }
    case 'FIXED':
      return { kind: 'FIXED', percentages: randomPercentages(dice, codes), percent }
  }
}

/** Percentages of three decimals that add up to 100; the first one is above 0. */
function randomPercentages(dice: Dice, codes: readonly string[]): Record<string, string> {
  let left = 100_000
  const parts = codes.slice(1).map((code): [string, number] => {
    const part = dice.whole(0, Math.floor(left / 2))
    left -= part
    return [code, part]
  })
  return Object.fromEntries(
    [[codes[0]!, left] as [string, number], ...parts].map(([code, part]) => [
      code,
      (part / 1000).toFixed(3),
    ]),
  )
}

function randomLine(
  dice: Dice,
  codes: readonly string[],
  keys: Readonly<Record<string, Key>>,
  id: string,
): LineFacts {
  const isPosition = dice.chance(40)
  const kind = dice.chance(20) ? 'REVENUE' : 'COST'
  const amount = dice.size(12) * (kind === 'COST' && dice.chance(20) ? -1 : 1)
  return {
    id,
    kind,
    workload: isPosition ? (dice.chance(10) ? null : dice.whole(0, 1200)) : null,
    months: isPosition ? (dice.chance(10) ? null : dice.whole(0, 120)) : null,
    monthlyCost: isPosition ? ore(dice.size(8)) : null,
    amount: isPosition || dice.chance(5) ? null : ore(amount),
    keyId: dice.one(Object.keys(keys)),
    // the first one is never left out: it has a weight in every basis
    excluded: dice.chance(25) ? codes.slice(1).filter(() => dice.chance(40)) : [],
  }
}

/** The same budget after somebody typed other inhabitants and figures into some cells. */
export function changed(dice: Dice, facts: BudgetFacts): BudgetFacts {
  const perhaps = <T>(value: T, other: () => T): T => (dice.chance(50) ? other() : value)
  return {
    ...facts,
    populations: Object.fromEntries(
      Object.entries(facts.populations).map(([on, figures]) => [
        on,
        Object.fromEntries(
          Object.entries(figures).map(([code, figure]) => [
            code,
            perhaps(figure, () => near(dice, figure)),
          ]),
        ),
      ]),
    ),
    lines: facts.lines.map((line) =>
      line.monthlyCost === null
        ? { ...line, amount: perhaps(line.amount, () => anotherAmount(dice, line)) }
        : {
            ...line,
            workload: perhaps(line.workload, () => dice.whole(0, 1200)),
            months: perhaps(line.months, () => dice.whole(0, 120)),
            monthlyCost: perhaps(line.monthlyCost, () => ore(dice.size(8))),
          },
    ),
  }
}

/** Up to 60 per cent more. */
const near = (dice: Dice, figure: number): number =>
  Math.max(1, Math.floor((figure * dice.whole(50, 160)) / 100))

function anotherAmount(dice: Dice, { kind }: LineFacts) {
  return ore(dice.size(12) * (kind === 'COST' && dice.chance(20) ? -1 : 1))
}
