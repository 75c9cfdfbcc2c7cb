import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate, type AllocationRequest } from './allocate.ts'
import { amountSteps, residualRules, shareSteps, type ResidualRule } from './key.ts'
import { oreInStep, stepsInAll } from './rounding-steps.ts'
import { fitsDoubles, shareInDoubles } from './split-doubles.ts'
import { shareExactly } from './split-exact.ts'

const largestAmount = 10 ** 13
const largestWeight = 10 ** 10

/** Weights of a use key by code, of every size, zeros and equal ones among them; not all zero. */
const weightsByCode = fc
  .dictionary(
    fc.integer({ min: 100, max: 2999 }).map((code) => String(code).padStart(4, '0')),
    fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 100_000 }), fc.nat({ max: largestWeight })),
    { minKeys: 1, maxKeys: 60, size: 'max' },
  )
  .filter((values) => Object.values(values).some((value) => value > 0))

const requests: fc.Arbitrary<AllocationRequest> = weightsByCode.chain((values) => {
  const heirs = Object.keys(values).filter((code) => values[code]! > 0)
  return fc
    .record({
      amount: fc.oneof(
        fc.integer({ min: -1000, max: 1000 }),
        fc.integer({ min: -largestAmount, max: largestAmount }),
      ),
      shareStep: fc.constantFrom(...shareSteps),
      amountStep: fc.constantFrom(...amountSteps),
      residualRule: fc.constantFrom(...residualRules),
      named: fc.constantFrom(...heirs),
    })
    .map(({ amount, shareStep, amountStep, residualRule, named }) => ({
      amount,
      participants: Object.keys(values).map((code) => ({ code, months: 12 })),
      populations: {},
      key: {
        name: 'use',
        bases: [{ kind: 'USE', statistic: '', period: '', source: '', percent: 100, values }],
        rounding: {
          shareStep,
          amountStep,
          residualRule,
          ...(residualRule === 'NAMED' ? { named } : {}),
        },
      },
    }))
})

const valuesOf = ({ key }: AllocationRequest) =>
  (key.bases[0] as { values: Record<string, number> }).values
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const abs = (value: bigint) => (value < 0n ? -value : value)

/**
 * The rule once more, as slowly and plainly as can be: one unit at a time to whoever has the largest
 * remainder and has not had one yet. `weights` in code order.
 */
function naive(
  amount: bigint,
  unit: bigint,
  weights: readonly bigint[],
  whole: bigint,
  rule: ResidualRule,
  heir: number,
): bigint[] {
  const shares = weights.map((weight) => ((amount * weight) / (whole * unit)) * unit)
  const remainders = weights.map((weight, i) => amount * weight - shares[i]! * whole)
  if (rule === 'EACH_ALONE') {
    return shares.map((share, i) => (2n * remainders[i]! >= unit * whole ? share + unit : share))
  }
  let left = amount - shares.reduce((total, share) => total + share, 0n)
  const waiting = new Set(weights.keys())
  while (left > 0n) {
    let next = heir
    if (rule === 'LARGEST_REMAINDER') {
      next = -1
      for (const i of waiting) if (next < 0 || remainders[i]! > remainders[next]!) next = i
    }
    waiting.delete(next)
    const given = left < unit ? left : unit
    shares[next]! += given
    left -= given
  }
  return shares
}

/** What `allocate` must give, from the naive rule applied to steps and then to money. */
function expected(request: AllocationRequest): number[] {
  const { amount, key } = request
  const { shareStep, amountStep, residualRule, named } = key.rounding
  const codes = Object.keys(valuesOf(request)).toSorted()
  let parts = codes.map((code) => BigInt(valuesOf(request)[code]!))
  let whole = parts.reduce((total, part) => total + part, 0n)
  const most = parts.reduce((a, b) => (b > a ? b : a))
  const heir = residualRule === 'NAMED' ? codes.indexOf(named!) : parts.indexOf(most)
  if (shareStep !== 'NONE') {
    const inAll = BigInt(stepsInAll[shareStep])
    parts = naive(inAll, 1n, parts, whole, residualRule, heir)
    whole = inAll
  }
  const unit = BigInt(oreInStep[amountStep])
  const shares = naive(abs(BigInt(amount)), unit, parts, whole, residualRule, heir)
  return shares.map((share) => (amount < 0 ? 0 - Number(share) : Number(share)))
}

describe('a split', () => {
  test('is what the naive rule gives', () => {
    fc.assert(
      fc.property(requests, (request) => {
        expect(allocate(request).shares).toEqual(expected(request))
      }),
      { numRuns: 1500 },
    )
  })

  test('adds up to the amount; what EACH_ALONE leaves over is the difference', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { shares, difference } = allocate(request)
        expect(sum(shares) + difference).toBe(request.amount)
        if (request.key.rounding.residualRule !== 'EACH_ALONE') expect(difference).toBe(0)
      }),
    )
  })

  test('takes nobody further than one unit from the exact share', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { shareStep, amountStep, residualRule } = request.key.rounding
        fc.pre(['LARGEST_REMAINDER', 'EACH_ALONE'].includes(residualRule) && shareStep === 'NONE')
        const { codes, shares } = allocate(request)
        const whole = BigInt(sum(Object.values(valuesOf(request))))
        codes.forEach((code, i) => {
          const exact = BigInt(request.amount) * BigInt(valuesOf(request)[code]!) // times `whole`
          const off = abs(BigInt(shares[i]!) * whole - exact)
          expect(off < BigInt(oreInStep[amountStep]) * whole).toBe(true)
        })
      }),
    )
  })

  test('lets whoever weighs nothing pay nothing', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { codes, shares } = allocate(request)
        codes.forEach((code, i) => {
          if (valuesOf(request)[code] === 0) expect(shares[i]).toBe(0)
        })
      }),
    )
  })

  test('does not depend on the order of the rows', () => {
    const shuffled = requests.chain((request) =>
      fc
        .shuffledSubarray([...request.participants], { minLength: request.participants.length })
        .map((participants) => ({ request, participants })),
    )
    fc.assert(
      fc.property(shuffled, ({ request, participants }) => {
        expect(allocate({ ...request, participants })).toEqual(allocate(request))
      }),
    )
  })

  test('gives the same result twice', () => {
    fc.assert(
      fc.property(requests, (request) => {
        expect(allocate(request)).toEqual(allocate(structuredClone(request)))
      }),
    )
  })

  test('of the negated amount is the negated shares, without a negative zero', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const there = allocate(request)
        const back = allocate({ ...request, amount: 0 - request.amount })
        expect(back.shares).toEqual(there.shares.map((share) => 0 - share))
        expect(back.difference).toBe(0 - there.difference)
      }),
    )
  })
})

test('doubles and BigInt agree on every small split', () => {
  const unit = 6
  for (let code = 1; code < 5 ** 3; code++) {
    const parts = [code % 5, Math.floor(code / 5) % 5, Math.floor(code / 25)]
    const weights = Float64Array.from(parts)
    const exact = parts.map(BigInt)
    const heir = parts.findLastIndex((part) => part > 0)
    for (let amount = 0; amount < 80; amount++) {
      for (const rule of residualRules) {
        const fast = new Float64Array(3)
        const slow = new Float64Array(3)
        shareInDoubles(amount, unit, weights, sum(parts), rule, heir, fast)
        shareExactly(amount, unit, exact, BigInt(sum(parts)), rule, heir, slow)
        expect(fast).toEqual(slow)
      }
    }
  }
})

test('doubles are used while every product stays below 2^52', () => {
  expect(fitsDoubles(2n ** 26n - 1n, 2n ** 26n, 1)).toBe(true)
  expect(fitsDoubles(2n ** 26n, 2n ** 26n, 1)).toBe(false)
  expect(fitsDoubles(1n, 2n ** 52n / 100_000n, 100_000)).toBe(true)
  expect(fitsDoubles(1n, 2n ** 52n / 100_000n + 1n, 100_000)).toBe(false)
})

test('doubles and BigInt agree wherever doubles are used', () => {
  const splits = fc
    .record({
      parts: fc.oneof(
        fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 300, size: 'max' }),
        fc.array(fc.nat({ max: 2 ** 22 }), { minLength: 1, maxLength: 80, size: 'max' }),
        fc.array(fc.integer({ min: 2 ** 24, max: 2 ** 25 }), { minLength: 1, maxLength: 3 }),
      ),
      amount: fc.oneof(fc.nat(), fc.maxSafeNat()),
      unit: fc.constantFrom(...Object.values(oreInStep)),
      rule: fc.constantFrom(...residualRules),
    })
    .filter(({ parts }) => parts.some((part) => part > 0))
  fc.assert(
    fc.property(splits, ({ parts, amount, unit, rule }) => {
      const whole = BigInt(sum(parts))
      fc.pre(fitsDoubles(BigInt(Math.max(...parts)), whole, unit))
      const heir = parts.findIndex((part) => part > 0)
      const fast = new Float64Array(parts.length)
      const exact = new Float64Array(parts.length)
      shareInDoubles(amount, unit, Float64Array.from(parts), Number(whole), rule, heir, fast)
      shareExactly(amount, unit, parts.map(BigInt), whole, rule, heir, exact)
      expect(fast).toEqual(exact)
    }),
    { numRuns: 3000 },
  )
})
