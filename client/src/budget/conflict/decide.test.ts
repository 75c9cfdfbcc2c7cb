import { ore } from '@andel/schema/money'
import { describe, expect, it } from 'vitest'
import type { Entry, Held, Objection } from '../saving/outbox.ts'
import { sheetAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import type { LineFields } from '../sheet/edit.ts'
import { decide } from './decide.ts'
import { inSheetOrder, isClash, partsOf } from './parts.ts'

const conflict: Objection = {
  kind: 'conflict',
  currentVersion: 6,
  current: '7.00',
  by: 'Kim',
  byId: 'person-kim',
  at: '2022-06-03T10:00:00Z',
}
const set = (lineId: string, fields: LineFields): Entry => ({
  edit: { kind: 'setLine', lineId, fields },
  based: { version: 1, values: {} },
})
/** A paste in three cells of two lines, two of which somebody else has changed. */
const pasted: Held = {
  id: 'step a',
  step: 'a',
  objection: conflict,
  whole: {
    kind: 'paste',
    entries: [
      set('line-33', { months: 50, note: 'x' }),
      set('line-rent', { amount: ore(1_00), amountFormula: '=1' }),
    ],
    objections: [
      { entry: 1, field: 'amount', objection: conflict },
      { entry: 0, field: 'months', objection: conflict },
    ],
  },
}
const fields = (entries: readonly Entry[]) =>
  entries.map(({ edit }) => edit.kind === 'setLine' && edit.fields)

describe('a step that is held', () => {
  it('goes when its last part is decided, without those that gave way', () => {
    const first = decide(pasted, 'theirs', { entry: 0, field: 'months' })
    expect(first.send).toEqual([])
    expect(first.left?.whole?.objections).toMatchObject([{ entry: 1, field: 'amount' }])
    const second = decide(first.left!, 'mine', { entry: 1, field: 'amount' })
    expect(second.left).toBeUndefined()
    expect(fields(second.send)).toEqual([{ note: 'x' }, { amount: 100, amountFormula: '=1' }])
  })

  it('leaves out an edit of which nothing is left, and still knows the others', () => {
    const entries = [...pasted.whole!.entries].toReversed()
    const objections = pasted.whole!.objections.map((one) => ({ ...one, entry: 1 - one.entry }))
    const turned = { ...pasted, whole: { ...pasted.whole!, entries, objections } }
    const { left } = decide(turned, 'theirs', { entry: 0, field: 'amount' })
    expect(left?.whole?.entries).toHaveLength(1)
    expect(left?.whole?.objections).toMatchObject([{ entry: 0, field: 'months' }])
  })

  it('is decided at once: what nobody else touched goes in any case', () => {
    expect(fields(decide(pasted, 'theirs').send)).toEqual([{ note: 'x' }])
    expect(fields(decide(pasted, 'mine').send)).toEqual([
      { months: 50, note: 'x' },
      { amount: 100, amountFormula: '=1' },
    ])
  })
})

describe('parts of what is held', () => {
  const sheet = readSheet(sheetAnswer)

  it('stand each in its cell, in the order of the sheet', () => {
    const parts = inSheetOrder(partsOf(pasted), sheet)
    expect(parts.map(({ one }) => one.id)).toEqual(['line-33 months', 'line-rent amount'])
    expect(parts.every((part) => isClash(part, sheet))).toBe(true)
  })

  it('are a choice when the line is gone, not when a value is refused', () => {
    const refused = (lineId: string, code: string) => {
      const objection = { kind: 'refused', code } as const
      const held: Held = { id: 'x', objection, entry: set(lineId, { months: 1 }) }
      return isClash(partsOf(held)[0]!, sheet)
    }
    expect(refused('line-gone', 'LINE_REMOVED')).toBe(true)
    expect(refused('line-33', 'BAD_MONTHS')).toBe(false)
  })
})
