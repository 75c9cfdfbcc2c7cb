import { Fault } from '@andel/schema/fault'
import { ore } from '@andel/schema/money'
import type { EditBudgetInput } from '@andel/schema/operations'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Incident, Offline } from '../../api/failure.ts'
import type { Edit } from '../sheet/edit.ts'
import { sheetAnswer, withLineAnswer } from '../sheet/example.ts'
import { newLocalId } from '../sheet/local-ids.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { emptyOutbox, type Outbox } from './outbox.ts'
import type { Answer } from './settle.ts'
import { useSaving } from './useSaving.ts'

const accepted: Answer = {
  applied: true,
  replayed: false,
  changes: [],
  problems: [],
  conflicts: [],
  budget: sheetAnswer,
}
const setRent = (amount: number): Edit => ({
  kind: 'setLine',
  lineId: 'line-rent',
  fields: { amount: ore(amount) },
})
const rentOf = (amount: string) => withLineAnswer(sheetAnswer, 'line-rent', { typedAmount: amount })

/** A server whose answers are given by hand, and a browser storage. */
function open(stored: Outbox = emptyOutbox) {
  const asked: { input: EditBudgetInput; answer: (a: Answer) => void; fail: (e: Error) => void }[] =
    []
  const kept = { outbox: stored }
  const saving = useSaving({
    loaded: readSheet(sheetAnswer),
    send: (input) => new Promise((answer, fail) => asked.push({ input, answer, fail })),
    store: { read: () => kept.outbox, write: (outbox) => (kept.outbox = outbox) },
  })
  saving.start()
  return { asked, kept, saving }
}

/** Lets everything that was promised happen. */
const settledDown = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('useSaving', () => {
  it('sends at once, and queues what is typed until the answer comes', async () => {
    const { asked, saving } = open()
    saving.submit(setRent(1_00))
    saving.submit(setRent(2_00))
    saving.submit({ kind: 'setLine', lineId: 'line-33', fields: { note: 'x' } })
    expect(saving.state.value).toEqual({ kind: 'saving' })
    expect(asked).toHaveLength(1)
    expect(asked[0]!.input.edits).toMatchObject([
      { setLine: { version: 4, fields: { amount: '1.00' } } },
    ])

    asked[0]!.answer({ ...accepted, budget: rentOf('1.00') })
    await settledDown()
    expect(asked).toHaveLength(2)
    expect(asked[1]!.input.edits).toMatchObject([
      { setLine: { version: 5, fields: { amount: '2.00' } } },
      { setLine: { version: 1, fields: { note: 'x' } } },
    ])
    expect(asked[1]!.input.clientMutationKey).not.toBe(asked[0]!.input.clientMutationKey)

    asked[1]!.answer(accepted)
    await settledDown()
    expect(saving.state.value).toEqual({ kind: 'saved', at: new Date() })
  })

  it('keeps everything while offline and sends the very same again', async () => {
    const { asked, kept, saving } = open()
    saving.submit(setRent(1_00))
    asked[0]!.fail(new Offline())
    await settledDown()
    saving.submit({ kind: 'setLine', lineId: 'line-33', fields: { note: 'x' } })
    expect(saving.state.value).toEqual({ kind: 'offline', waiting: 2 })
    expect(kept.outbox.sending?.inputs).toEqual(asked[0]!.input.edits)

    await vi.advanceTimersByTimeAsync(1000)
    expect(asked).toHaveLength(2)
    expect(asked[1]!.input).toEqual(asked[0]!.input)
    asked[1]!.fail(new Offline())
    await settledDown()
    await vi.advanceTimersByTimeAsync(1999)
    expect(asked).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1)
    expect(asked).toHaveLength(3)

    asked[2]!.answer({ ...accepted, replayed: true, budget: rentOf('1.00') })
    await settledDown()
    expect(asked[3]!.input.edits).toMatchObject([{ setLine: { fields: { note: 'x' } } }])
    asked[3]!.answer(accepted)
    await settledDown()
    expect(saving.state.value.kind).toBe('saved')
    expect(kept.outbox).toEqual(emptyOutbox)
  })

  it('tries again when asked to', async () => {
    const { asked, saving } = open()
    saving.submit(setRent(1_00))
    asked[0]!.fail(new Incident('a1'))
    await settledDown()
    expect(saving.state.value).toMatchObject({ kind: 'failed', waiting: 1 })
    saving.retry()
    expect(asked).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toHaveLength(2)
  })

  it('goes on after a reload with what was on its way', async () => {
    const first = open()
    first.saving.submit(setRent(1_00))
    first.saving.submit(setRent(2_00))
    first.saving.stop()

    const { asked, saving } = open(first.kept.outbox)
    expect(asked[0]!.input).toEqual(first.asked[0]!.input)
    expect(saving.pending.value).toEqual([setRent(1_00), setRent(2_00)])
    asked[0]!.answer({ ...accepted, replayed: true, budget: rentOf('1.00') })
    await settledDown()
    expect(asked[1]!.input.edits).toMatchObject([{ setLine: { version: 5 } }])
  })

  it('holds what the server refuses and sends the rest again under a new key', async () => {
    const { asked, saving } = open()
    saving.submit({ kind: 'setLine', lineId: 'line-33', fields: { months: 60 } })
    asked[0]!.answer(accepted)
    await settledDown()
    saving.submit({ kind: 'setLine', lineId: 'line-33', fields: { note: 'x' } })
    saving.submit(
      { kind: 'setLine', lineId: 'line-33', fields: { months: 130 } },
      { months: '13,0' },
    )
    saving.submit(setRent(1_00))
    asked[1]!.answer(accepted)
    await settledDown()
    const problem = {
      edit: 0,
      field: 'months',
      code: 'BAD_MONTHS',
      sv: 'Högst 12.',
      en: 'At most 12.',
    }
    asked[2]!.answer({ ...accepted, applied: false, problems: [problem] })
    await settledDown()

    expect(saving.held.value).toMatchObject([
      {
        id: 'line-33 months',
        text: '13,0',
        objection: { kind: 'refused', code: 'BAD_MONTHS', sentence: { sv: 'Högst 12.' } },
      },
    ])
    expect(asked[3]!.input.edits).toMatchObject([{ setLine: { lineId: 'line-rent' } }])
    expect(asked[3]!.input.clientMutationKey).not.toBe(asked[2]!.input.clientMutationKey)
    asked[3]!.answer(accepted)
    await settledDown()
    expect(saving.state.value).toEqual({ kind: 'held', count: 1 })
    saving.drop('line-33 months')
    expect(saving.state.value.kind).toBe('saved')
  })

  it('shows a conflict, and sends mine again on what the other wrote', async () => {
    const { asked, saving } = open()
    saving.submit(setRent(1_00), { amount: '1' })
    const conflict = {
      edit: 0,
      field: 'amount',
      currentVersion: 6,
      yours: '1.00',
      current: '7.00',
      changedBy: 'Kim',
      changedAt: '2022-06-03T10:00:00Z',
    }
    const budget = withLineAnswer(sheetAnswer, 'line-rent', { typedAmount: '7.00', version: 6 })
    asked[0]!.answer({ ...accepted, applied: false, conflicts: [conflict], budget })
    await settledDown()
    expect(saving.held.value).toMatchObject([
      {
        id: 'line-rent amount',
        text: '1',
        objection: { kind: 'conflict', current: '7.00', by: 'Kim' },
      },
    ])
    expect(asked).toHaveLength(1)

    saving.insist('line-rent amount')
    expect(saving.held.value).toEqual([])
    expect(asked[1]!.input.edits).toEqual([
      { setLine: { lineId: 'line-rent', version: 6, fields: { amount: '1.00' } } },
    ])
  })

  it('holds everything when the whole batch is refused', async () => {
    const { asked, saving } = open()
    saving.submit(setRent(1_00))
    asked[0]!.fail(new Fault('BUDGET_LOCKED'))
    await settledDown()
    expect(saving.held.value).toMatchObject([
      { objection: { kind: 'refused', code: 'BUDGET_LOCKED' } },
    ])
    expect(saving.state.value).toEqual({ kind: 'held', count: 1 })
  })

  it('does not ask for ever when the server neither applies nor objects', async () => {
    const { asked, saving } = open()
    saving.submit(setRent(1_00))
    asked[0]!.answer({ ...accepted, applied: false })
    await settledDown()
    expect(asked).toHaveLength(1)
    expect(saving.held.value).toHaveLength(1)
  })

  it('sends what is typed in a new line once the server has named it, and keeps the line’s own id', async () => {
    const { asked, saving } = open()
    const lineId = newLocalId()
    saving.submit({ kind: 'addLine', lineId, afterLineId: null, fields: { keyId: 'key-1' } })
    saving.submit({ kind: 'setLine', lineId, fields: { description: 'Resor' } })
    expect(asked).toHaveLength(1)
    const added = { ...sheetAnswer.lines[1]!, id: 'line-new', version: 1, typedAmount: null }
    asked[0]!.answer({
      ...accepted,
      changes: [{ entity: 'BudgetLine', entityId: 'line-new', field: '+' }],
      budget: { ...sheetAnswer, lines: [...sheetAnswer.lines, added] },
    })
    await settledDown()
    expect(saving.committed.value.lines.at(-1)!.id).toBe(lineId)
    expect(asked[1]!.input.edits).toMatchObject([
      { setLine: { lineId: 'line-new', version: 1, fields: { description: 'Resor' } } },
    ])
  })

  it('holds what was typed in a line that could not be added', async () => {
    const { asked, saving } = open()
    const lineId = newLocalId()
    saving.submit({ kind: 'addLine', lineId, afterLineId: null, fields: { keyId: 'key-1' } })
    saving.submit({ kind: 'setLine', lineId, fields: { description: 'Resor' } })
    const problem = { edit: 0, field: 'keyId', code: 'UNKNOWN_KEY', sv: '', en: '' }
    asked[0]!.answer({ ...accepted, applied: false, problems: [problem] })
    await settledDown()
    expect(asked).toHaveLength(1)
    expect(saving.held.value.map(({ id }) => id)).toEqual([
      `addLine ${lineId}`,
      `${lineId} description`,
    ])
  })
})
