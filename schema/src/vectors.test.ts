import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  allocate,
  prepareSplit,
  weigh,
  type AllocationRequest,
  type Participant,
  type PopulationFacts,
} from './allocation/index.ts'
import { positionCost } from './budget/index.ts'
import { Fault } from './fault.ts'

interface VectorFile<Case> {
  readonly participants?: readonly Participant[]
  readonly populations?: PopulationFacts
  readonly decided?: Readonly<Record<string, number>>
  readonly cases: readonly (Case & { readonly name: string; readonly expected: object })[]
}
type AllocationCase = AllocationRequest & {
  readonly published?: readonly number[]
  readonly departure?: string
  readonly differsFromDecided?: readonly string[]
}
interface PositionCase {
  readonly workload: number | null
  readonly months: number | null
  readonly monthlyCost: number
}

const folder = new URL('../vectors/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
const read = <Case>(name: string) =>
  JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as VectorFile<Case>

/** What happens, in the shape of `expected`. */
function outcome(run: () => object): object {
  try {
    return run()
  } catch (error) {
    if (error instanceof Fault) return { fault: error.code }
    throw error
  }
}

function replay(request: AllocationRequest): object {
  const { codes, shares, difference } = allocate(request)
  const { key, participants, populations, excluded } = request
  const weights = weigh(key, participants, populations, excluded)
  const split = prepareSplit(weights, key.rounding)
  const at = codes.map((code) => weights.codes.indexOf(code))
  return {
    codes,
    weights: at.map((index) => String(weights.values[index])),
    sum: String(weights.sum),
    percent: at.map((index) => split.percentText(index)),
    shares,
    difference,
  }
}

test('the files are there', () => {
  expect(names.toSorted()).toEqual([
    'cases.json',
    'largest-remainder.json',
    'money-split.json',
    'positions.json',
    'socsam-2022-06-03-33.json',
  ])
})

describe.each(names.filter((name) => name !== 'positions.json'))('%s', (name) => {
  const { cases, decided, ...common } = read<AllocationCase>(name)

  test.each(cases)('$name', ({ expected, published, departure, differsFromDecided, ...stated }) => {
    const request: AllocationRequest = { ...common, ...stated }
    const result = outcome(() => replay(request))
    expect(result).toEqual(expected)
    const { codes, shares } = expected as { codes: string[]; shares: number[] }
    if (published && departure === undefined) expect(shares).toEqual(published)
    if (decided && differsFromDecided) {
      expect(codes.filter((code, index) => shares[index] !== decided[code])).toEqual(
        differsFromDecided,
      )
    }
  })
})

describe('positions.json', () => {
  test.each(read<PositionCase>('positions.json').cases)(
    '$name',
    ({ workload, months, monthlyCost, expected }) => {
      const result = outcome(() => ({ amount: positionCost(workload, months, monthlyCost) }))
      expect(result).toEqual(expected)
    },
  )
})
