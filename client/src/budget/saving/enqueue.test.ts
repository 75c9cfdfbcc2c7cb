import { describe, expect, it } from 'vitest'
import type { Edit } from '../sheet/edit.ts'
import { enqueue } from './enqueue.ts'
import type { Entry } from './outbox.ts'

const entry = (edit: Edit, version = 1, typed?: Record<string, string>): Entry => ({
  edit,
  based: { version, values: {} },
  typed,
})
const set = (lineId: string, fields: object): Edit => ({ kind: 'setLine', lineId, fields })
const add = (lineId: string, afterLineId: string | null): Edit => ({
  kind: 'addLine',
  lineId,
  afterLineId,
  fields: { keyId: 'k' },
})
const queue = (...entries: Entry[]) => entries.reduce(enqueue, [] as readonly Entry[])

describe('enqueue', () => {
  it('says twice about one cell once', () => {
    const [only, ...rest] = queue(
      entry(set('a', { amount: 1 }), 1, { amount: '1' }),
      entry(set('a', { amount: 2, note: 'x' }), 1, { amount: '2' }),
    )
    expect(rest).toEqual([])
    expect(only).toMatchObject({
      edit: set('a', { amount: 2, note: 'x' }),
      typed: { amount: '2' },
    })
  })

  it('keeps edits apart that were based on different versions', () => {
    expect(
      queue(entry(set('a', { note: 'x' }), 1), entry(set('a', { amount: 2 }), 2)),
    ).toHaveLength(2)
  })

  it('makes what is typed in a line that waits part of it', () => {
    const [only, ...rest] = queue(entry(add('a', null)), entry(set('a', { description: 'Hyra' })))
    expect(rest).toEqual([])
    expect(only!.edit).toMatchObject({
      kind: 'addLine',
      fields: { keyId: 'k', description: 'Hyra' },
    })
  })

  it('keeps the choice of a key behind the key it may name', () => {
    expect(queue(entry(add('a', null)), entry(set('a', { keyId: 'k2' })))).toHaveLength(2)
  })

  it('forgets a line that was removed before it was sent', () => {
    const waiting = queue(
      entry(add('a', 'before')),
      entry(add('b', 'a')),
      entry({ kind: 'removeLine', lineId: 'a' }),
    )
    expect(waiting.map(({ edit }) => edit)).toEqual([add('b', 'before')])
  })

  it('sends nothing but the removal of a line that the server has', () => {
    const removal: Edit = { kind: 'removeLine', lineId: 'a' }
    expect(queue(entry(set('a', { note: 'x' })), entry(removal))).toEqual([entry(removal)])
  })

  it('moves a line once when it is moved twice in a row', () => {
    const move = (afterLineId: string): Edit => ({ kind: 'moveLine', lineId: 'a', afterLineId })
    expect(queue(entry(move('b')), entry(move('c')))).toEqual([entry(move('c'))])
  })
})
