import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from './api.ts'
import { kronor, ore } from './fold-shares.ts'
import { addBudgets, chanceFrom } from './many-budgets.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start()
  await addBudgets(api, chanceFrom(3), 10)
})
afterAll(() => api[Symbol.asyncDispose]())

const explained = `amount share exactShare weight sumOfWeights agreement { title }
  line { amount kind position { workload months monthlyCost } typedAmount leftOut { code } difference decision note }
  key { name shareStep amountStep residualRule }
  bases { kind percent value floor lifted months weight sum on statistic population { inhabitants source quality revision } }
  shareStep { step inAll floor received steps share residual { rule spare remainder place tied receivers { code } } }
  amountStep { step unit whole floor received rest residual { rule spare remainder place tied receivers { code } } }
  parts { amount }`

it('explains a share of § 33 as figures, down to the population figure', async () => {
  const { costShares } = await api.data(
    `{ costShares(filter: { jointServiceSlugs: ["familjehemscentrum"], moneySources: [NEW_MONEY], municipalityCodes: ["2303"] }) {
      nodes { line { description } budget { year } explain { ${explained} } } } }`,
  )
  const [{ explain, line, budget }] = costShares.nodes
  expect(line.description).toContain('Resursförstärkning')
  expect(budget.year).toBe(2022)
  expect(explain).toMatchObject({
    amount: '12600.00',
    share: '4.2',
    exactShare: '5210/124919',
    agreement: { title: 'Avtal om gemensamt familjehemscentrum' },
    line: {
      amount: '300000.00',
      position: { workload: 100, months: '6', monthlyCost: '50000.00' },
      typedAmount: null,
      leftOut: [],
      decision: 'SocSam 2022-06-03 § 33',
    },
    bases: [
      {
        kind: 'POPULATION',
        value: '5210',
        weight: '5210',
        sum: '124919',
        on: '2021-12-31',
        months: null,
        statistic: null,
        population: { inhabitants: 5210, quality: 'DERIVED', revision: 1 },
      },
    ],
    // 41.707… steps: 41, and one of the five that were left, by the fifth largest remainder
    shareStep: {
      inAll: 1000,
      floor: 41,
      received: 1,
      steps: 42,
      share: '4.2',
      residual: {
        rule: 'LARGEST_REMAINDER',
        spare: 5,
        remainder: '88321/124919',
        place: 5,
        tied: false,
      },
    },
    amountStep: {
      unit: '0.01',
      whole: '300000.00',
      floor: '12600.00',
      received: '0.00',
      rest: '0.00',
    },
    parts: [],
  })
  expect(explain.shareStep.residual.receivers).toHaveLength(5)
})

describe('whatever the key', () => {
  let lines: Loose[]
  let budgets: Loose[]
  beforeAll(async () => {
    const residual =
      'residual { amount unit rule bornBy { amount units municipality { code } } steps { spare bornBy { steps municipality { code } } } }'
    const steps = 'shareStep { floor received steps } amountStep { unit whole floor received }'
    const answer = await api.data(`{ budgets(first: 7) { nodes { total difference sumOk ${residual}
      shares { amount explain { amount line { amount } key { name } bases { kind } amountStep { unit } parts { amount } } }
      sections { total difference sumOk residual { amount } shares { amount } }
      lines { id amount difference sumOk ${residual} key { residualRule }
        shares { amount municipality { code } explain { ${steps} } } } } } }`)
    budgets = answer.budgets.nodes
    lines = budgets.flatMap((budget) => budget.lines)
    expect(lines.length).toBeGreaterThan(50)
  })
  const sum = (amounts: string[]): bigint => amounts.reduce((all, one) => all + ore(one), 0n)
  const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount)

  it('the steps of an explanation come to its amount', () => {
    for (const { shares, amount } of lines) {
      for (const { explain, amount: share } of shares) {
        const { whole, floor, received, unit } = explain.amountStep
        expect(ore(whole)).toBe(size(ore(amount)))
        expect(ore(floor) + ore(received)).toBe(size(ore(share)))
        expect(ore(floor) % ore(unit)).toBe(0n)
        const { shareStep } = explain
        if (shareStep) expect(shareStep.floor + shareStep.received).toBe(shareStep.steps)
      }
    }
  })

  it('a share of a whole budget is the sum of its parts', () => {
    for (const { shares } of budgets)
      for (const { explain, amount } of shares) {
        expect(explain).toMatchObject({
          amount,
          line: null,
          key: null,
          bases: [],
          amountStep: null,
        })
        expect(kronor(sum(explain.parts.map((part: Loose) => part.amount)))).toBe(amount)
      }
  })

  it('what rounding left over is born as the explanations say, and everything adds up', () => {
    for (const { amount, difference, sumOk, residual, key, shares } of lines) {
      expect(sumOk).toBe(true)
      expect(sum(shares.map((share: Loose) => share.amount)) + ore(difference)).toBe(ore(amount))
      expect(residual.rule).toBe(key.residualRule)
      if (residual.rule === 'EACH_ALONE') {
        expect(residual).toMatchObject({ amount: difference, bornBy: [] })
        continue
      }
      const sign = ore(amount) < 0n ? -1n : 1n
      const received = shares.flatMap(({ municipality, explain }: Loose) =>
        ore(explain.amountStep.received) === 0n
          ? []
          : [[municipality.code, kronor(sign * ore(explain.amountStep.received))]],
      )
      expect(residual.bornBy.map((one: Loose) => [one.municipality.code, one.amount])).toEqual(
        received,
      )
      expect(kronor(sum(received.map(([, own]: [string, string]) => own)))).toBe(residual.amount)
      const steps = shares.flatMap(({ municipality, explain }: Loose) =>
        explain.shareStep?.received ? [[municipality.code, explain.shareStep.received]] : [],
      )
      expect(
        (residual.steps?.bornBy ?? []).map((one: Loose) => [one.municipality.code, one.steps]),
      ).toEqual(steps)
    }
    const rules = new Set(lines.map(({ residual }) => residual.rule))
    expect(rules.size).toBe(4)
  })

  it('sections and budgets sum what their lines left over', () => {
    for (const { sections, lines: own, sumOk, residual, total } of budgets) {
      expect(sumOk).toBe(true)
      expect(kronor(sum(own.map((line: Loose) => line.residual.amount)))).toBe(residual.amount)
      expect(kronor(sum(sections.map((one: Loose) => one.residual.amount)))).toBe(residual.amount)
      for (const section of sections) {
        expect(section.sumOk).toBe(true)
        const shares = sum(section.shares.map((share: Loose) => share.amount))
        expect(kronor(shares + ore(section.difference))).toBe(section.total)
      }
      expect(kronor(sum(sections.map((one: Loose) => one.total)))).toBe(total)
    }
  })

  it('a list of shares sums it by municipality', async () => {
    const { costShares } = await api.data(
      '{ costShares { sumOk residual { amount bornBy { amount municipality { code } } } } }',
    )
    const born = new Map<string, bigint>()
    for (const { residual } of lines)
      for (const { amount, municipality } of residual.bornBy)
        born.set(municipality.code, (born.get(municipality.code) ?? 0n) + ore(amount))
    expect(costShares.sumOk).toBe(true)
    expect(
      costShares.residual.bornBy.map((one: Loose) => [one.municipality.code, ore(one.amount)]),
    ).toEqual(
      [...born].filter(([, amount]) => amount !== 0n).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    )
  })
})
