import type { BudgetFacts } from '@andel/schema/budget'
import { ore } from '@andel/schema/money'

/** So many participants, so many lines. */
export interface Shape {
  readonly participants: number
  readonly lines: number
}

/** Plain figures that every subject calculates from. */
export interface Model extends Shape {
  readonly populations: Float64Array
  /** Öre. */
  readonly amounts: Float64Array
}

/** Skewed populations like those of Swedish municipalities, and amounts up to 100 million kronor. */
export function makeModel({ participants, lines }: Shape): Model {
  const random = mulberry32(42)
  const inhabitants = () => {
    const size = Math.floor(2400 * 400 ** (random() * random()))
    return size + Math.floor(random() * 1000)
  }
  return {
    participants,
    lines,
    populations: Float64Array.from({ length: participants }, inhabitants),
    amounts: Float64Array.from({ length: lines }, () => Math.floor(random() * 1e10)),
  }
}

const on = '2022-12-31'

/** The same as a budget: one key, by population, to the öre. */
export function budgetOf({ participants, lines, populations, amounts }: Model): BudgetFacts {
  const codes = Array.from({ length: participants }, (_, i) => String(i).padStart(5, '0'))
  return {
    participants: codes.map((code) => ({ code, months: 12 })),
    populations: { [on]: Object.fromEntries(codes.map((code, i) => [code, populations[i]!])) },
    keys: {
      population: {
        name: 'Folkmängd',
        bases: [{ kind: 'POPULATION', on, percent: 100 }],
        rounding: { shareStep: 'NONE', amountStep: 'ORE', residualRule: 'LARGEST_REMAINDER' },
      },
    },
    lines: Array.from({ length: lines }, (_, i) => ({
      id: String(i),
      kind: 'COST',
      workload: null,
      months: null,
      monthlyCost: null,
      amount: ore(amounts[i]!),
      keyId: 'population',
      excluded: [],
    })),
  }
}

/** The facts after one edit of a line's amount. */
export function withAmount(facts: BudgetFacts, index: number, amount: number): BudgetFacts {
  const line = { ...facts.lines[index]!, amount: ore(amount) }
  return { ...facts, lines: facts.lines.with(index, line) }
}

/** The facts after one edit of a population. */
export function withPopulation(facts: BudgetFacts, index: number, value: number): BudgetFacts {
  const { code } = facts.participants[index]!
  const populations = { ...facts.populations, [on]: { ...facts.populations[on], [code]: value } }
  return { ...facts, populations }
}

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
