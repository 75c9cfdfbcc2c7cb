import type { Key } from '@andel/schema/allocation'
import { recalculate, type BudgetFacts, type LineFacts } from '@andel/schema/budget'
import { ore } from '@andel/schema/money'
import { expect, it } from 'vitest'
import { effectOf } from './effect.ts'

const key: Key = {
  name: 'Lika',
  bases: [{ kind: 'EQUAL', percent: 100 }],
  rounding: { shareStep: 'NONE', amountStep: 'KRONA', residualRule: 'LARGEST_REMAINDER' },
}
const line: LineFacts = {
  id: 'a',
  kind: 'COST',
  workload: null,
  months: null,
  monthlyCost: null,
  amount: ore(100_00),
  keyId: 'k',
  excluded: [],
}
const facts: BudgetFacts = {
  participants: ['1', '2', '3'].map((code) => ({ code, months: 12 })),
  populations: {},
  keys: { k: key },
  lines: [line, { ...line, id: 'b', amount: ore(900_00) }],
}
const withRounding = (rounding: Key['rounding']) =>
  recalculate({ ...facts, keys: { k: { ...key, rounding } } })
const before = recalculate(facts)

it('compares the lines that it is asked about, participant by participant', () => {
  const after = recalculate({ ...facts, lines: [{ ...line, excluded: ['1'] }, facts.lines[1]!] })
  expect(effectOf(before, after, new Set(['a']))).toEqual({
    rows: [
      { code: '1', before: 34_00, after: 0 },
      { code: '2', before: 33_00, after: 50_00 },
      { code: '3', before: 33_00, after: 50_00 },
    ],
    before: 100_00,
    after: 100_00,
    differenceBefore: 0,
    difference: 0,
    fault: undefined,
  })
})

it('tells what is left over when every share is rounded by itself', () => {
  const alone = withRounding({ ...key.rounding, residualRule: 'EACH_ALONE' })
  expect(effectOf(before, alone, new Set(['a', 'b']))).toMatchObject({
    differenceBefore: 0,
    difference: 1_00,
  })
  expect(effectOf(alone, before)).toMatchObject({ differenceBefore: 1_00, difference: 0 })
})

it('tells why a line can no longer be calculated', () => {
  const named = withRounding({ ...key.rounding, residualRule: 'NAMED', named: '9' })
  expect(effectOf(before, named, new Set(['a'])).fault?.code).toBe('NOT_A_PARTICIPANT')
})
