import { Fault } from '@andel/schema/fault'
import { ore } from '@andel/schema/money'
import type { EditBudgetInput } from '@andel/schema/operations'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Edit } from '../sheet/edit.ts'
import { applyEdits } from '../sheet/apply-edit.ts'
import { sheetAnswer, withLineAnswer } from '../sheet/example.ts'
import { newLocalId } from '../sheet/local-ids.ts'
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

describe('useSaving, of steps and new lines', () => {
  it('stores a step of several edits or holds all of it', async () => {
    const { asked, kept, saving, step, type } = open()
    const edits: readonly Edit[] = [
      { kind: 'setLine', lineId: 'line-33', fields: { note: 'x', months: 130 } },
      setRent(1_00),
    ]
    step(edits, { kind: 'paste' })
    type({ kind: 'setLine', lineId: 'line-33', fields: { note: 'y' } })
    expect(asked[0]!.input.edits).toHaveLength(2)
    asked[0]!.answer({ ...accepted, applied: false, problems: [tooManyMonths] })
    await settledDown()

    const whole = {
      kind: 'paste',
      entries: edits.map((edit) => ({ edit })),
      objections: [{ entry: 0, field: 'months', objection: { code: 'BAD_MONTHS' } }],
    }
    expect(saving.held.value).toMatchObject([{ id: 'step step-1', step: 'step-1', whole }])
    expect(saving.pending.value).toHaveLength(1)
    expect(asked[1]!.input.edits).toMatchObject([{ setLine: { fields: { note: 'y' } } }])
    asked[1]!.answer(accepted)
    await settledDown()
    expect(open(kept.outbox).saving.held.value).toEqual(saving.held.value)
  })

  it('tells why a step was made', () => {
    const { asked, step } = open()
    step([setRent(1_00)], { kind: 'undo', reason: 'undo of a' })
    expect(asked[0]!.input.reason).toBe('undo of a')
  })

  it('sends what names a new key once the server has named it, under a key of its own', async () => {
    const { asked, saving, step } = open()
    const keyId = newLocalId()
    const { version, ...key } = saving.committed.value.keys['key-1']!
    const setLine: Edit = { kind: 'setLine', lineId: 'line-33', fields: { keyId } }
    step([{ kind: 'addKey', keyId, key }, setLine], { kind: 'key' })
    expect(asked[0]!.input.edits).toMatchObject([{ addKey: { key: { name: key.name } } }])
    expect(saving.pending.value).toHaveLength(2)
    const added = { ...sheetAnswer.keys[0]!, id: 'key-new', version: 1 }
    asked[0]!.answer({
      ...accepted,
      changes: [{ entity: 'DistributionKey', entityId: 'key-new', field: '+' }],
      budget: { ...sheetAnswer, keys: [...sheetAnswer.keys, added] },
    })
    await settledDown()
    expect(asked[1]!.input.edits).toMatchObject([{ setLine: { fields: { keyId: 'key-new' } } }])
    expect(asked[1]!.input.clientMutationKey).not.toBe(asked[0]!.input.clientMutationKey)
    expect(saving.ids.value[keyId]).toBe('key-new')
    expect(version).toBe(3)
  })

  it('holds all of such a step when its beginning is refused', async () => {
    const { asked, saving, step } = open()
    const keyId = newLocalId()
    const { version, ...key } = saving.committed.value.keys['key-1']!
    const setLine: Edit = { kind: 'setLine', lineId: 'line-33', fields: { keyId } }
    step([{ kind: 'addKey', keyId, key }, setLine], { kind: 'key' })
    const problem = { edit: 0, field: 'name', code: 'BAD_TEXT', sv: '', en: '' }
    asked[0]!.answer({ ...accepted, applied: false, problems: [problem] })
    await settledDown()
    expect(saving.held.value).toMatchObject([{ whole: { entries: [{}, { edit: setLine }] } }])
    expect(saving.pending.value).toEqual([])
    expect(version).toBe(3)
  })

  it('removes a line that has just become a position', async () => {
    const { asked, type } = open()
    type({ kind: 'setLine', lineId: 'line-rent', fields: { monthlyCost: ore(5_00) } })
    type({ kind: 'removeLine', lineId: 'line-rent' })
    const position = { monthlyCost: '5.00', typedAmount: null }
    asked[0]!.answer({
      ...accepted,
      budget: withLineAnswer(sheetAnswer, 'line-rent', position),
    })
    await settledDown()
    expect(asked[1]!.input.edits).toEqual([{ removeLine: { lineId: 'line-rent', version: 5 } }])
  })

  it('shows a conflict, and bases what comes next on what the other wrote', async () => {
    const { asked, saving, type } = open()
    type(setRent(1_00), { amount: '1' })
    const conflict = {
      edit: 0,
      field: 'amount',
      currentVersion: 6,
      yours: '1.00',
      current: '7.00',
      changedBy: 'Kim',
      changedById: 'person-kim',
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

    saving.drop('line-rent amount')
    type(setRent(1_00))
    expect(asked[1]!.input.edits).toEqual([
      { setLine: { lineId: 'line-rent', version: 6, fields: { amount: '1.00' } } },
    ])
  })

  it('holds everything when the whole batch is refused', async () => {
    const { asked, saving, type } = open()
    type(setRent(1_00))
    asked[0]!.fail(new Fault('BUDGET_LOCKED'))
    await settledDown()
    expect(saving.held.value).toMatchObject([
      { objection: { kind: 'refused', code: 'BUDGET_LOCKED' } },
    ])
    expect(saving.state.value).toEqual({ kind: 'held', count: 1 })
  })

  it('does not ask for ever when the server neither applies nor objects', async () => {
    const { asked, saving, type } = open()
    type(setRent(1_00))
    asked[0]!.answer({ ...accepted, applied: false })
    await settledDown()
    expect(asked).toHaveLength(1)
    expect(saving.held.value).toHaveLength(1)
  })

  it('sends what is typed in a new line once the server has named it, and keeps the line’s own id', async () => {
    const { asked, saving, type } = open()
    const lineId = newLocalId()
    type({ kind: 'addLine', lineId, afterLineId: null, fields: { keyId: 'key-1' } })
    type({ kind: 'setLine', lineId, fields: { description: 'Resor' } })
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
    const { asked, saving, type } = open()
    const lineId = newLocalId()
    type({ kind: 'addLine', lineId, afterLineId: null, fields: { keyId: 'key-1' } })
    type({ kind: 'setLine', lineId, fields: { description: 'Resor' } })
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
