// Expected: NOT_FOUND as for what never was, FORBIDDEN, or UNAUTHENTICATED; nothing stored
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from '../api/api.ts'
import type { Visitor } from '../visitor.ts'
import { type Beside, addBeside, madeUp, stored, without } from './beside.ts'
import { type Input, codeOf, mutate, once } from './mutate.ts'
import { type Ids, idsOf } from './policy/ids.ts'

let api: Api
let beside: Beside
let own: Ids
let writers: Record<string, Visitor>
beforeAll(async () => {
  api = await Api.start()
  beside = await addBeside(api)
  own = await idsOf(api.visitor, 'familjehemscentrum')
  const officer = await api.as('finance officer')
  writers = { coordinator: api.visitor, 'finance officer': officer, nobody: beside.stranger }
})
afterAll(() => api[Symbol.asyncDispose]())

const rounding = { shareStep: 'TENTH', amountStep: 'ORE', residualRule: 'LARGEST_REMAINDER' }
const equal = { ...rounding, name: 'Lika', bases: [{ kind: 'EQUAL', percent: 100 }] }
const agreement = {
  title: 'x',
  decision: 'x',
  validFrom: '2030-01-01',
  noticePeriod: 'P1Y',
  defaultKey: equal,
  participants: [{ municipalityCode: '2303' }],
}

/** What is written to another joint service, and by whom it might be. */
const writes: [what: string, mutation: string, tried: keyof Ids, input: (id: string) => Input][] = [
  [
    'edits its budget',
    'editBudget',
    'budget',
    (budgetId) => ({ budgetId, ...once(), edits: [{ addLine: { fields: { description: 'x' } } }] }),
  ],
  [
    'writes a remark on its line',
    'setRemark',
    'line',
    (lineId) => ({ lineId, municipalityCode: '2380', text: 'x' }),
  ],
  [
    'comments its budget',
    'addComment',
    'budget',
    (budgetId) => ({ budgetId, lineId: own.line, text: 'x' }),
  ],
  [
    'edits its agreement',
    'editAgreement',
    'agreement',
    (agreementId) => ({
      agreementId,
      version: 1,
      ...once(),
      edits: [{ setKey: { key: equal } }],
    }),
  ],
  [
    'makes a budget for it',
    'createBudget',
    'slug',
    (jointServiceSlug) => ({ jointServiceSlug, year: 2030, title: 'x' }),
  ],
  [
    'makes an agreement for it',
    'createAgreement',
    'service',
    (jointServiceId) => ({ jointServiceId, ...once(), ...agreement }),
  ],
  [
    'renames it',
    'updateJointService',
    'service',
    (jointServiceId) => ({ jointServiceId, name: 'x' }),
  ],
  [
    'copies its budget',
    'createBudget',
    'budget',
    (copyFromBudgetId) => ({
      jointServiceSlug: 'familjehemscentrum',
      year: 2031,
      title: 'x',
      copyFromBudgetId,
    }),
  ],
]
/** A role that may not do it anywhere is told so, whatever the id. */
const refused: Readonly<Record<string, (mutation: string) => string>> = {
  coordinator: (mutation) => (mutation === 'setRemark' ? 'FORBIDDEN' : 'NOT_FOUND'),
  'finance officer': (mutation) =>
    ['editBudget', 'setRemark', 'addComment'].includes(mutation) ? 'NOT_FOUND' : 'FORBIDDEN',
  nobody: () => 'UNAUTHENTICATED',
}

describe.each(Object.keys(refused))('another joint service stays as it is when the %s', (who) => {
  it.each(writes)('%s', async (_what, mutation, tried, input) => {
    const before = await stored(api)
    const attack = async (id: string): Promise<Loose> =>
      without(id, await mutate(writers[who]!, mutation, input(id)))
    const answer = await attack(beside.ids[tried])
    expect([codeOf(answer), answer.data ?? null]).toEqual([refused[who]!(mutation), null])
    expect(await attack(madeUp(beside.ids[tried]))).toEqual(answer)
    expect(await stored(api)).toEqual(before)
  })
})

describe('one’s own budget takes in nothing of another joint service', () => {
  const line = { description: 'x', amount: '1.00' }

  it.each<[string, string, keyof Ids, (id: string) => Input]>([
    [
      'a line of it that is set',
      'LINE_REMOVED',
      'line',
      (lineId) => ({ setLine: { lineId, version: 1, fields: line } }),
    ],
    [
      'a line of it that is removed',
      'LINE_REMOVED',
      'line',
      (lineId) => ({ removeLine: { lineId, version: 1 } }),
    ],
    [
      'a line of it that is restored',
      'NOTHING_TO_RESTORE',
      'line',
      (lineId) => ({ restoreLine: { lineId } }),
    ],
    [
      'a line of it that is moved',
      'LINE_REMOVED',
      'line',
      (lineId) => ({ moveLine: { lineId, version: 1 } }),
    ],
    [
      'a line of it that a new one is put after',
      'LINE_REMOVED',
      'line',
      (afterLineId) => ({ addLine: { afterLineId, fields: line } }),
    ],
    [
      'its key for a new line',
      'UNKNOWN_KEY',
      'key',
      (keyId) => ({ addLine: { fields: { ...line, keyId } } }),
    ],
    [
      'its key that is set',
      'UNKNOWN_KEY',
      'key',
      (keyId) => ({ setKey: { keyId, version: 1, key: equal } }),
    ],
    [
      'its key that is removed',
      'UNKNOWN_KEY',
      'key',
      (keyId) => ({ removeKey: { keyId, version: 1 } }),
    ],
  ])('%s', async (_what, code, tried, edit) => {
    const before = await stored(api)
    const attack = async (id: string): Promise<Loose> => {
      const input = { budgetId: own.budget, ...once(), edits: [edit(id)] }
      const asked = 'applied problems { code field message } conflicts { current }'
      return without(id, await mutate(api.visitor, 'editBudget', input, asked))
    }
    const answer = await attack(beside.ids[tried])
    const { applied, problems, conflicts } = answer.data.editBudget
    expect([applied, problems.map((one: Loose) => one.code), conflicts]).toEqual([
      false,
      [code],
      [],
    ])
    expect(await attack(madeUp(beside.ids[tried]))).toEqual(answer)
    expect(await stored(api)).toEqual(before)
  })
})
