import { describe, expect, it } from 'vitest'
import type { Edit } from '../sheet/edit.ts'
import { newLocalId } from '../sheet/local-ids.ts'
import { listed, toGoOn, toLookAt } from './left-behind.ts'
import { emptyOutbox, type Outbox, type Step } from './outbox.ts'
import { takeBatch } from './take-batch.ts'

const known = newLocalId()
const fresh = newLocalId()
const step = (id: string, ...edits: Edit[]): Step => ({
  id,
  kind: 'type',
  at: '2022-06-03T10:00:00Z',
  entries: edits.map((edit) => ({ edit, based: { version: 4, values: {} } })),
})
const note = (lineId: string): Edit => ({ kind: 'setLine', lineId, fields: { note: 'x' } })
const inputs = [{ setLine: { lineId: 'line-1', version: 4, fields: { note: 'x' } } }]
const left: Outbox = {
  ids: { [known]: 'line-9' },
  sending: { mutationKey: 'sent', step: step('sent', note('line-1')), inputs },
  waiting: [
    step('a', note(known)),
    step('b', { kind: 'addLine', lineId: fresh, afterLineId: null, fields: { keyId: 'key-1' } }),
    step('c', note(fresh)),
  ],
  held: [{ id: 'line-1 months', text: 'abc', objection: { kind: 'refused', code: 'BAD_INPUT' } }],
}

describe('what a closed tab left', () => {
  it('goes on by the names of the server, and as it went before', () => {
    const next = toGoOn(left)
    expect(next.waiting.map(({ id }) => id)).toEqual(['sent', 'a', 'b', 'c'])
    expect(next.waiting[1]!.entries[0]!.edit).toEqual(note('line-9'))
    const { sending } = takeBatch({ ...emptyOutbox, waiting: next.waiting }, 'fresh')
    expect(sending).toMatchObject({ mutationKey: 'sent', inputs })
    expect(sending?.step).not.toHaveProperty('asSent')
    expect(next.held).toEqual(left.held)
  })

  it('is looked at part by part', () => {
    const next = toLookAt(left)
    expect(next.waiting).toEqual([])
    const ids = ['line-1 months', 'line-1 note', 'line-9 note', 'step b']
    expect(next.held.map(({ id }) => id)).toEqual(ids)
    expect(next.held[2]).toMatchObject({ objection: { kind: 'left' }, at: '2022-06-03T10:00:00Z' })
    const whole = next.held[3]!.whole!
    expect(whole.entries.map(({ edit }) => edit.kind)).toEqual(['addLine', 'setLine'])
    expect(whole.objections).toHaveLength(2)
  })

  it('is added but once, when that had been sent', () => {
    const [, added] = left.waiting
    const sending = { mutationKey: 'b', step: added!, inputs: [] }
    const next = toLookAt({ ...emptyOutbox, sending, waiting: [left.waiting[0]!] })
    expect(next.waiting.map(({ id }) => id)).toEqual(['b'])
    expect(next.held).toHaveLength(1)
  })

  it('is listed whole', () => {
    expect(listed(left)).toHaveLength(4)
  })
})
