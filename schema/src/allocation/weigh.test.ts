import { describe, expect, test } from 'vitest'
import type { Basis, Key } from './key.ts'
import { inCodeOrder, type Participant } from './participant.ts'
import { weigh } from './weigh.ts'

// What weights come out is in the vectors; here is what they leave unsaid.

const participants: Participant[] = ['2380', '2303', '2305'].map((code) => ({ code, months: 12 }))
const populations = { '2022-12-31': { '2303': 5000, '2305': 6000, '2380': 64000 } }
const population = { kind: 'POPULATION', on: '2022-12-31', percent: 100 } as const
const keyOf = (...bases: Basis[]): Key => ({
  name: 'key',
  bases,
  rounding: { shareStep: 'NONE', amountStep: 'ORE', residualRule: 'LARGEST_REMAINDER' },
})
const fault = (code: string, details: object) => expect.objectContaining({ code, details })

describe('weights', () => {
  test('are of all participants in code order; who is left out weighs nothing and is told apart', () => {
    const weights = weigh(keyOf(population), participants, populations, ['2305', '2305'])
    expect(weights.codes).toEqual(['2303', '2305', '2380'])
    expect(weights.values).toEqual([5000n, 0n, 64000n])
    expect(weights.sum).toBe(69000n)
    expect(weights.leftOut).toEqual(new Set(['2305']))
  })

  test('say what they were made of', () => {
    const equal = { kind: 'EQUAL', percent: 40 } as const
    const floored = { ...population, percent: 60, floor: 5500 }
    const months = participants.map(({ code }) => ({ code, months: code === '2305' ? 6 : 12 }))
    const { bases } = weigh(keyOf(equal, floored), months, populations)
    expect(bases).toEqual([
      {
        basis: equal,
        places: 0,
        values: [1n, 1n, 1n],
        weights: [12n, 6n, 12n],
        sum: 30n,
        byMonths: true,
      },
      {
        basis: floored,
        places: 0,
        values: [5000n, 6000n, 64000n],
        weights: [66000n, 36000n, 768000n],
        sum: 870000n,
        byMonths: true,
      },
    ])
  })

  test('of a blend have no common factor', () => {
    const half = { kind: 'EQUAL', percent: 50 } as const
    expect(weigh(keyOf(half, half), participants, {}).values).toEqual([1n, 1n, 1n])
  })
})

describe('faults name what they are about', () => {
  test.each([
    ['POPULATION_MISSING', { code: '2303', on: '2021-11-01' }, { ...population, on: '2021-11-01' }],
    [
      'POPULATION_MISSING',
      { code: '2303', on: 'constructor' },
      { ...population, on: 'constructor' },
    ],
    [
      'STATISTIC_MISSING',
      { code: '2305', statistic: 'placements', period: '2021' },
      {
        kind: 'USE',
        statistic: 'placements',
        period: '2021',
        source: '',
        values: { '2303': 1 },
        percent: 100,
      },
    ],
    ['BAD_KEY', { reason: 'BASIS' }, { kind: 'TAX', percent: 100 }],
    ['BAD_KEY', { reason: 'FLOOR', floor: 0.5 }, { ...population, floor: 0.5 }],
    [
      'NOT_A_PARTICIPANT',
      { code: '2326' },
      { kind: 'FIXED', percentages: { '2326': '100' }, percent: 100 },
    ],
  ] as const)('%s %o', (code, details, basis) =>
    expect(() => weigh(keyOf(basis as Basis), participants, populations)).toThrow(
      fault(code, details),
    ),
  )

  test('an unknown rounding is no key', () => {
    const key = keyOf(population)
    const odd = { ...key, rounding: { ...key.rounding, shareStep: 'HALF' as never } }
    expect(() => weigh(odd, participants, populations)).toThrow(
      fault('BAD_KEY', { reason: 'ROUNDING' }),
    )
  })
})

test('participants are sorted as plain text, without touching the list', () => {
  const listed = ['2380', '0114', '1980'].map((code) => ({ code, months: 12 }))
  expect(inCodeOrder(listed).map(({ code }) => code)).toEqual(['0114', '1980', '2380'])
  expect(listed[0]!.code).toBe('2380')
})
