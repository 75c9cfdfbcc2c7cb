import { describe, expect, it } from 'vitest'
import type { Edit } from '../sheet/edit.ts'
import { newLocalId } from '../sheet/local-ids.ts'
import { newStorage } from './example.ts'
import { withStep, type LoggedStep, type StepLog } from './step-log.ts'
import { stepStore } from './step-store.ts'

const edit: Edit = { kind: 'setLine', lineId: 'line', fields: { note: 'x' } }
const step = (id: string, more: Partial<LoggedStep> = {}): LoggedStep => ({
  id,
  kind: 'type',
  at: '2022-06-03T10:00:00.000Z',
  undone: false,
  batch: id,
  flips: [{ edit, expects: { note: '"y"' } }],
  ...more,
})
const place = 'andel.steps budget person'

describe('stepStore', () => {
  it('keeps the steps of a budget, and nothing when there are none', () => {
    const storage = newStorage()
    const store = stepStore(storage, 'budget', 'person')
    store.write([step('a'), step('b')], {})
    expect(stepStore(storage, 'budget', 'person').read({})).toEqual([step('a'), step('b')])
    expect(stepStore(storage, 'other', 'person').read({})).toEqual([])
    expect(stepStore(storage, 'budget', 'somebody else').read({})).toEqual([])
    store.write([], {})
    expect(storage.getItem(place)).toBeNull()
  })

  it('drops what was nobody’s', () => {
    const storage = newStorage()
    stepStore(storage, 'budget', 'person').write([step('a')], {})
    storage.setItem('andel.steps budget', storage.getItem(place)!)
    stepStore(storage, 'budget', 'somebody else')
    expect(storage.getItem('andel.steps budget')).toBeNull()
    expect(storage.getItem(place)).not.toBeNull()
  })

  it('keeps the server’s ids as far as they are known', () => {
    const storage = newStorage()
    const [known, unknown] = [newLocalId(), newLocalId()]
    const flips = [
      { edit: { ...edit, lineId: known }, expects: { keyId: `"${known}"` } },
      { edit: { ...edit, lineId: unknown }, expects: {} },
    ]
    const store = stepStore(storage, 'budget', 'person')
    store.write([step('a', { flips })], { [known]: 'theirs' })
    expect(store.read({})).toMatchObject([
      {
        flips: [
          { edit: { lineId: 'theirs' }, expects: { keyId: '"theirs"' } },
          { edit: { lineId: unknown } },
        ],
      },
    ])
    expect(store.read({ [known]: 'theirs' })).toEqual([step('a', { flips })])
  })

  it('drops the oldest when there is little room', () => {
    const storage = newStorage()
    const note = 'x'.repeat(400_000)
    const large = ['a', 'b', 'c'].map((id) =>
      step(id, { flips: [{ edit: { ...edit, fields: { note } }, expects: {} }] }),
    )
    const store = stepStore(storage, 'budget', 'person')
    store.write(large, {})
    expect(store.read({}).map(({ id }) => id)).toEqual(['b', 'c'])
  })

  it('does without a storage that is full', () => {
    const storage = {
      ...newStorage(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    expect(() => stepStore(storage, 'budget', 'person').write([step('a')], {})).not.toThrow()
  })

  it.each([
    ['nonsense'],
    ['null'],
    ['{"form":0,"steps":[]}'],
    ['{"form":1,"steps":{}}'],
    ['{"form":1,"steps":[null,{"id":"a"},{"id":"a","kind":"?"}]}'],
    [JSON.stringify({ form: 1, steps: [{ ...step('a'), flips: [{ edit: {} }] }] })],
  ])('leaves alone what it cannot read: %s', (text) => {
    const storage = newStorage()
    storage.setItem(place, text)
    expect(stepStore(storage, 'budget', 'person').read({})).toEqual([])
  })
})

describe('withStep', () => {
  it('keeps a hundred', () => {
    const log = Array.from({ length: 105 }, (_, index) => step(String(index))).reduce<StepLog>(
      withStep,
      [],
    )
    expect(log).toHaveLength(100)
    expect(log[0]!.id).toBe('5')
  })
})
