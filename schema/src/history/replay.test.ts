import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Fact, type Facts, type LoggedChange, replay, rewind, sameValue } from './index.ts'

const line = {
  entity: 'BudgetLine',
  entityId: 'line',
  version: 1,
  field: '+',
  before: null,
  after: { place: 'a0', amount: '10.00', section: 'Drift' },
  owner: 'budget',
} satisfies LoggedChange
const added = (): Facts => {
  const facts: Facts = new Map()
  replay(facts, line)
  return facts
}

describe('a change that is carried out', () => {
  it('adds, sets and removes', () => {
    const facts = added()
    expect(facts.get('line')).toMatchObject({
      owner: 'budget',
      version: 1,
      content: { amount: '10.00', section: 'Drift', openedTo: [], amountFormula: null },
    })
    const set = { ...line, version: 2, field: 'amount', before: '10.00', after: '12.00' }
    expect(replay(facts, set)).toBeNull()
    expect(facts.get('line')).toMatchObject({ version: 2, content: { amount: '12.00' } })
    const removed = { ...line, version: 3, field: '-', after: null }
    expect(replay(facts, { ...removed, before: { ...line.after, amount: '12.00' } })).toBeNull()
    expect(facts.size).toBe(0)
  })

  it('says what it takes for granted and does not find', () => {
    const set = { ...line, version: 2, field: 'amount', before: '11.00', after: '12.00' }
    const misfit = { field: 'amount', told: '11.00', stood: '10.00' }
    expect(replay(added(), set)).toEqual(misfit)
    expect(replay(new Map(), set)).toEqual({ field: '+', told: '11.00', stood: null })
    expect(replay(added(), line)).toMatchObject({ field: '+', told: null })
    const removed = { ...line, field: '-', before: { ...line.after, amount: '11.00' }, after: null }
    expect(replay(added(), removed)).toEqual(misfit)
  })

  it('takes an unset field and one that is empty for the same', () => {
    const set = { ...line, version: 2, field: 'workload', before: null, after: 100 }
    expect(replay(added(), set)).toBeNull()
  })
})

describe('a change that is taken back', () => {
  it('must be the newest', () => {
    const set = { ...line, version: 2, field: 'amount', before: '9.00', after: '11.00' }
    expect(rewind(added(), set)).toEqual({ field: 'amount', told: '11.00', stood: '10.00' })
    expect(rewind(new Map(), line)).toMatchObject({ field: '+', stood: null })
  })

  it('leaves what stood before it, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const facts: Facts = new Map()
        const states: Map<string, Fact>[] = []
        const changes: LoggedChange[] = []
        for (const one of steps) {
          const change = changeFor(facts, one)
          if (!change) continue
          states.push(new Map(facts))
          changes.push(change)
          expect(replay(facts, change)).toBeNull()
        }
        for (const change of changes.toReversed()) {
          expect(rewind(facts, change)).toBeNull()
          expect(facts).toEqual(states.pop())
        }
      }),
    )
  })
})

it('values are the same however their names are ordered', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const turned: unknown = JSON.parse(JSON.stringify(a), (_, value: unknown) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? Object.fromEntries(Object.entries(value).toReversed())
          : value,
      )
      expect(sameValue(JSON.parse(JSON.stringify(a)), turned)).toBe(true)
      expect(sameValue({ a }, { b })).toBe(false)
      expect(sameValue([a], { 0: a })).toBe(false)
    }),
  )
  expect(sameValue({ a: undefined }, { b: 1 })).toBe(false)
})

const names = ['amount', 'note', 'excluded'] as const

const step = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  kind: fc.constantFrom('add', 'remove', 'set', 'set'),
  name: fc.constantFrom(...names),
  value: fc.oneof(fc.string(), fc.constant(null), fc.array(fc.string())),
})

/** What the server would log; nothing where it would refuse. */
function changeFor(
  facts: Facts,
  { id, kind, name, value }: { id: string; kind: string; name: string; value: unknown },
): LoggedChange | undefined {
  const known = facts.get(id)
  const base = { entity: 'BudgetLine', entityId: id, owner: 'budget' }
  if (kind === 'add') {
    const after = { amount: null, note: '', excluded: [], [name]: value }
    return known ? undefined : { ...base, version: 1, field: '+', before: null, after }
  }
  if (!known) return undefined
  const next = { ...base, version: known.version + 1 }
  return kind === 'remove'
    ? { ...next, field: '-', before: known.content, after: null }
    : { ...next, field: name, before: known.content[name], after: value }
}
