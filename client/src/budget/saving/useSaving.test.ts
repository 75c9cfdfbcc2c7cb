import { ore } from '@andel/schema/money'
import type { EditBudgetInput } from '@andel/schema/operations'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Incident, Offline } from '../../api/failure.ts'
import type { Edit } from '../sheet/edit.ts'
import { applyEdits } from '../sheet/apply-edit.ts'
import { sheetAnswer, withLineAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { emptyOutbox, type Outbox } from './outbox.ts'
import type { Answer } from './settle.ts'
import { useSaving, type MadeStep } from './useSaving.ts'

const accepted: Answer = {
  applied: true,
  replayed: false,
  changes: [],
  problems: [],
  conflicts: [],
  budget: sheetAnswer,
}
const tooManyMonths = {
  edit: 0,
  field: 'months',
  code: 'BAD_MONTHS',
  sv: 'Högst 12.',
  en: 'At most 12.',
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
  let steps = 0
  /** What was on screen is what the server has with what it has not answered. */
  const step = (edits: readonly Edit[], more: Partial<MadeStep> = {}): void => {
    const seen = applyEdits(saving.committed.value, saving.pending.value)
    saving.submit({ id: `step-${(steps += 1)}`, kind: 'type', edits, seen, ...more })
  }
  const type = (edit: Edit, typed?: MadeStep['typed']): void => step([edit], { typed })
  return { asked, kept, saving, step, type }
}

/** Lets everything that was promised happen. */
const settledDown = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('useSaving', () => {
  it('sends at once, and queues what is typed until the answer comes', async () => {
    const { asked, saving, type } = open()
    type(setRent(1_00))
    type(setRent(2_00))
    type({ kind: 'setLine', lineId: 'line-33', fields: { note: 'x' } })
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
    ])
    asked[1]!.answer({ ...accepted, budget: rentOf('2.00') })
    await settledDown()
    expect(asked[2]!.input.edits).toMatchObject([
      { setLine: { version: 1, fields: { note: 'x' } } },
    ])
    expect(asked.map(({ input }) => input.clientMutationKey)).toEqual([
      'step-1',
      'step-2',
      'step-3',
    ])

    asked[2]!.answer(accepted)
    await settledDown()
    expect(saving.state.value).toEqual({ kind: 'saved', at: new Date() })
  })

  it('keeps everything while offline and sends the very same again', async () => {
    const { asked, kept, saving, type } = open()
    type(setRent(1_00))
    asked[0]!.fail(new Offline())
    await settledDown()
    type({ kind: 'setLine', lineId: 'line-33', fields: { note: 'x' } })
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
    const { asked, saving, type } = open()
    type(setRent(1_00))
    asked[0]!.fail(new Incident('a1'))
    await settledDown()
    expect(saving.state.value).toMatchObject({ kind: 'failed', waiting: 1 })
    saving.retry()
    expect(asked).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toHaveLength(2)
  })

  it('asks once at a time, however often it is told to try', async () => {
    const { asked, saving, type } = open()
    type(setRent(1_00))
    type(setRent(2_00))
    asked[0]!.fail(new Offline())
    await vi.advanceTimersByTimeAsync(1000)
    expect(asked).toHaveLength(2)
    saving.retry()
    saving.retry()
    expect(asked).toHaveLength(2)

    asked[1]!.answer({ ...accepted, budget: rentOf('1.00') })
    await settledDown()
    expect(asked[2]!.input.edits).toMatchObject([{ setLine: { fields: { amount: '2.00' } } }])
    expect(saving.pending.value).toEqual([setRent(2_00)])
    asked[2]!.answer({ ...accepted, budget: rentOf('2.00') })
    await settledDown()
    expect(saving.state.value.kind).toBe('saved')
    expect(saving.committed.value.lines[1]!.amount).toBe(2_00)
  })

  it('gives a request up that has not been answered for long, and takes the first answer', async () => {
    const { asked, saving, type } = open()
    type(setRent(1_00))
    type(setRent(2_00))
    asked[0]!.fail(new Offline())
    await vi.advanceTimersByTimeAsync(11_000)
    saving.retry()
    expect(asked[2]!.input).toEqual(asked[1]!.input)
    asked[2]!.answer({ ...accepted, replayed: true, budget: rentOf('1.00') })
    await settledDown()
    asked[1]!.answer({ ...accepted, budget: rentOf('1.00') })
    await settledDown()
    expect(saving.pending.value).toEqual([setRent(2_00)])
    expect(asked).toHaveLength(4)
  })

  it('goes on after a reload with what was on its way', async () => {
    const first = open()
    first.type(setRent(1_00))
    first.type(setRent(2_00))
    first.saving.stop()

    const { asked, saving } = open(first.kept.outbox)
    expect(asked[0]!.input).toEqual(first.asked[0]!.input)
    expect(saving.pending.value).toEqual([setRent(1_00), setRent(2_00)])
    asked[0]!.answer({ ...accepted, replayed: true, budget: rentOf('1.00') })
    await settledDown()
    expect(asked[1]!.input.edits).toMatchObject([{ setLine: { version: 5 } }])
  })

  it('holds what the server refuses, cell by cell', async () => {
    const { asked, saving, type } = open()
    type({ kind: 'setLine', lineId: 'line-33', fields: { months: 130 } }, { months: '13,0' })
    type(setRent(1_00))
    asked[0]!.answer({ ...accepted, applied: false, problems: [tooManyMonths] })
    await settledDown()

    expect(saving.held.value).toMatchObject([
      {
        id: 'line-33 months',
        text: '13,0',
        step: 'step-1',
        objection: { kind: 'refused', code: 'BAD_MONTHS', sentence: { sv: 'Högst 12.' } },
      },
    ])
    expect(asked[1]!.input.edits).toMatchObject([{ setLine: { lineId: 'line-rent' } }])
    asked[1]!.answer(accepted)
    await settledDown()
    expect(saving.state.value).toEqual({ kind: 'held', count: 1 })
    saving.drop('line-33 months')
    expect(saving.state.value.kind).toBe('saved')
  })

  it('takes a value and its formula for one thing', async () => {
    const { asked, saving, type } = open()
    const fields = { amount: ore(30_00), amountFormula: '=3*10' }
    type({ kind: 'setLine', lineId: 'line-rent', fields }, { amount: '=3*10' })
    const problem = { ...tooManyMonths, field: 'amountFormula', code: 'BAD_FORMULA' }
    asked[0]!.answer({ ...accepted, applied: false, problems: [problem] })
    await settledDown()
    expect(saving.held.value).toMatchObject([
      { id: 'line-rent amount', text: '=3*10', entry: { edit: { fields } } },
    ])
  })
})
