import { ore } from '@andel/schema/money'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Edit } from '../sheet/edit.ts'
import { sheetAnswer, withLineAnswer } from '../sheet/example.ts'
import { newLocalId } from '../sheet/local-ids.ts'
import { openSteps } from './example.ts'

const set = (lineId: string, fields: object): Edit => ({ kind: 'setLine', lineId, fields })
const rent = (kronor: number) => set('line-rent', { amount: ore(kronor * 100) })
const rentOf = (amount: string) => withLineAnswer(sheetAnswer, 'line-rent', { typedAmount: amount })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('undo and redo', () => {
  it('are changes of their own, and say of what', async () => {
    const { asked, answer, steps, line } = openSteps()
    steps.run('type', [rent(7)], { amount: '7' })
    await answer({ budget: rentOf('7.00') })
    steps.undo()
    expect(line('line-rent')!.amount).toBe(120_000_00)
    const first = asked[0]!.input.clientMutationKey
    expect(asked[1]!.input).toMatchObject({
      reason: `undo of ${first}`,
      edits: [{ setLine: { lineId: 'line-rent', version: 5, fields: { amount: '120000.00' } } }],
    })
    expect(steps.undoable.value).toBeUndefined()

    steps.redo()
    expect(line('line-rent')!.amount).toBe(7_00)
    await answer()
    expect(asked[2]!.input.reason).toBe(`redo of ${asked[1]!.input.clientMutationKey}`)
    expect(steps.redoable.value).toBeUndefined()
  })

  it('take a step of several edits as one', () => {
    const { asked, steps, sheet } = openSteps()
    const before = sheet()
    steps.run('paste', [rent(7), set('line-33', { note: 'x' }), set('line-33', { months: 50 })])
    expect(asked[0]!.input.edits).toHaveLength(2)
    expect(steps.list.value).toHaveLength(1)
    steps.undo()
    expect(sheet().lines).toEqual(before.lines)
  })

  it('go from step to step, and down to one', () => {
    const { steps, line } = openSteps()
    for (const kronor of [1, 2, 3]) steps.run('type', [rent(kronor)])
    steps.undo()
    expect(line('line-rent')!.amount).toBe(2_00)
    const oldest = steps.list.value.at(-1)!.id
    steps.turnTo(oldest, 'undo')
    expect(line('line-rent')!.amount).toBe(120_000_00)
    expect(steps.turned.value).toMatchObject({ way: 'undo', steps: [{}, { id: oldest }] })
    steps.turnTo(steps.list.value[0]!.id, 'redo')
    expect(line('line-rent')!.amount).toBe(3_00)
    expect(steps.list.value.map(({ undone }) => undone)).toEqual([false, false, false])
  })

  it('forget what was undone once something new is done', () => {
    const { steps } = openSteps()
    steps.run('type', [rent(1)])
    steps.undo()
    steps.run('type', [set('line-33', { note: 'x' })])
    expect(steps.redoable.value).toBeUndefined()
    expect(steps.list.value).toHaveLength(1)
  })

  it('know nothing of an edit that changes nothing', () => {
    const { asked, steps } = openSteps()
    steps.run('type', [rent(120_000)])
    steps.run('moveLine', [
      { kind: 'moveLine', lineId: 'line-rent', afterLineId: 'line-33' },
      { kind: 'removeLine', lineId: 'gone' },
    ])
    expect(asked).toEqual([])
    expect(steps.list.value).toEqual([])
  })

  it('wait their turn while nothing answers', async () => {
    const { asked, answer, steps, line, saving } = openSteps()
    steps.run('type', [rent(7)])
    steps.undo()
    expect(line('line-rent')!.amount).toBe(120_000_00)
    expect(asked).toHaveLength(1)
    await answer({ budget: rentOf('7.00') })
    expect(asked[1]!.input.edits).toMatchObject([
      { setLine: { version: 5, fields: { amount: '120000.00' } } },
    ])
    await answer()
    expect(saving.state.value.kind).toBe('saved')
  })
})

describe('a value that cannot be read', () => {
  const unreadable = { id: 'line-rent amount', text: 'abc' }
  const objection = { kind: 'unreadable', code: 'BAD_NUMBER', details: {} } as const

  it('is taken back before the step that came before it', () => {
    const { steps, saving, line } = openSteps()
    steps.run('type', [set('line-33', { note: 'x' })])
    vi.advanceTimersByTime(5)
    saving.keep({ ...unreadable, objection })
    expect(steps.refused.value).toMatchObject({ text: 'abc' })
    steps.undo()
    expect(saving.held.value).toEqual([])
    expect(line('line-33')!.note).toBe('x')
    steps.undo()
    expect(line('line-33')!.note).toBe('')
  })

  it('waits for the steps that came after it', () => {
    const { steps, saving, line } = openSteps()
    saving.keep({ ...unreadable, objection })
    vi.advanceTimersByTime(5)
    steps.run('type', [set('line-33', { note: 'x' })])
    expect(steps.refused.value).toBeUndefined()
    steps.undo()
    expect(line('line-33')!.note).toBe('')
    expect(saving.held.value).toHaveLength(1)
    steps.undo()
    expect(saving.held.value).toEqual([])
  })
})

describe('when something has changed since', () => {
  async function touched() {
    const opened = openSteps()
    opened.steps.run('paste', [rent(7), set('line-33', { note: 'x' })])
    const mine = withLineAnswer(rentOf('7.00'), 'line-33', { note: 'x' })
    await opened.answer({ budget: mine })
    const theirs = withLineAnswer(mine, 'line-rent', { typedAmount: '9.00' })
    opened.saving.receive({ ...theirs, sequence: 99 })
    opened.steps.undo()
    return opened
  }

  it('asks, and tells what was set, what stands and what would', async () => {
    const { asked, steps } = await touched()
    expect(asked).toHaveLength(1)
    expect(steps.question.value).toMatchObject({
      way: 'undo',
      canLeave: true,
      canInsist: true,
      touched: [
        {
          part: 'amount',
          left: { amount: 7_00 },
          now: { amount: 9_00 },
          next: { amount: 120_000_00 },
        },
      ],
    })
  })

  it('undoes all the same when told to, and that can be redone', async () => {
    const { answer, steps, line } = await touched()
    steps.answer('insist')
    expect(line('line-rent')!.amount).toBe(120_000_00)
    expect(line('line-33')!.note).toBe('')
    await answer()
    steps.redo()
    expect(line('line-rent')!.amount).toBe(9_00)
  })

  it('undoes only what is untouched when told to', async () => {
    const { asked, steps, line } = await touched()
    steps.answer('leave')
    expect(line('line-rent')!.amount).toBe(9_00)
    expect(line('line-33')!.note).toBe('')
    expect(asked[1]!.input.edits).toMatchObject([{ setLine: { lineId: 'line-33' } }])
    expect(steps.undoable.value).toBeUndefined()
  })

  it('does nothing when told to', async () => {
    const { asked, steps } = await touched()
    steps.answer('cancel')
    expect(asked).toHaveLength(1)
    expect(steps.undoable.value).toBeDefined()
    expect(steps.turned.value).toBeUndefined()
  })

  it('does not ask about another cell of the line', async () => {
    const { answer, steps, saving, line } = openSteps()
    steps.run('type', [rent(7)])
    await answer({ budget: rentOf('7.00') })
    saving.receive({ ...withLineAnswer(rentOf('7.00'), 'line-rent', { note: 'x' }), sequence: 9 })
    steps.undo()
    expect(steps.question.value).toBeUndefined()
    expect(line('line-rent')).toMatchObject({ amount: 120_000_00, note: 'x' })
  })

  it('takes a step off the list whose line is gone', async () => {
    const { answer, steps, saving } = openSteps()
    steps.run('type', [rent(7)])
    await answer({ budget: rentOf('7.00') })
    const [first] = sheetAnswer.lines
    saving.receive({ ...sheetAnswer, lines: [first!], sequence: 9 })
    steps.undo()
    expect(steps.question.value).toMatchObject({
      canLeave: false,
      canInsist: false,
      touched: [{ gone: true }],
    })
    steps.answer('insist')
    expect(steps.list.value).toEqual([])
  })
})

describe('a step that is refused', () => {
  const problem = { edit: 0, field: 'amount', code: 'BAD_AMOUNT', sv: '', en: '' }

  it('was never made', async () => {
    const { answer, steps } = openSteps()
    steps.run('type', [rent(7)])
    await answer({ applied: false, problems: [problem] })
    expect(steps.list.value).toEqual([])
  })

  it('leaves an undo undone', async () => {
    const { answer, steps, line } = openSteps()
    steps.run('type', [rent(7)])
    await answer({ budget: rentOf('7.00') })
    steps.undo()
    await answer({ applied: false, problems: [problem], budget: rentOf('7.00') })
    expect(line('line-rent')!.amount).toBe(7_00)
    expect(steps.undoable.value).toMatchObject({ undone: false })
  })

  it('can be sent again, all of it, and then be undone', async () => {
    const { asked, answer, steps, saving, line } = openSteps()
    steps.run('paste', [rent(7), set('line-33', { note: 'x' })])
    const theirs = rentOf('9.00')
    const conflict = {
      edit: 0,
      field: 'amount',
      currentVersion: 5,
      yours: '7.00',
      current: '9.00',
      changedBy: 'Kim',
      changedById: 'person-kim',
      changedAt: '2022-06-03T10:00:00Z',
    }
    await answer({ applied: false, conflicts: [conflict], budget: theirs })
    expect(line('line-33')!.note).toBe('')
    steps.insist(saving.held.value[0]!.id)
    expect(saving.held.value).toEqual([])
    expect(asked[1]!.input.edits).toMatchObject([
      { setLine: { lineId: 'line-rent', version: 5 } },
      { setLine: { lineId: 'line-33', version: 1 } },
    ])
    expect(steps.list.value).toMatchObject([{ kind: 'paste' }])
    steps.undo()
    expect(line('line-rent')!.amount).toBe(9_00)
  })
})

describe('the list', () => {
  it('outlives a reload, with the ids that the server has given meanwhile', async () => {
    const first = openSteps()
    const lineId = newLocalId()
    const add: Edit = { kind: 'addLine', lineId, afterLineId: null, fields: { keyId: 'key-1' } }
    first.steps.run('addLine', [add])
    first.steps.run('type', [set(lineId, { description: 'Resor' })])
    const added = { ...sheetAnswer.lines[1]!, id: 'line-new', version: 1, typedAmount: null }
    const blank = { ...added, description: '', decision: '', note: '' }
    const budget = { ...sheetAnswer, lines: [...sheetAnswer.lines, blank] }
    const changes = [{ entity: 'BudgetLine', entityId: 'line-new', field: '+' }]
    await first.answer({ changes, budget })
    const named = withLineAnswer(budget, 'line-new', { description: 'Resor' })
    await first.answer({ budget: named })

    const { steps, line } = openSteps(first.storage, { budget: named })
    expect(steps.list.value).toHaveLength(2)
    steps.undo()
    expect(line('line-new')!.description).toBe('')
    steps.undo()
    expect(line('line-new')).toBeUndefined()
    steps.redo()
    expect(line('line-new')).toMatchObject({ description: '' })
  })

  it('knows a line by the id of this screen while that is unknown to the server', () => {
    const first = openSteps()
    const lineId = newLocalId()
    const add: Edit = { kind: 'addLine', lineId, afterLineId: null, fields: { keyId: 'key-1' } }
    first.steps.run('addLine', [add])
    const { steps, line } = openSteps(first.storage, { outbox: first.kept.outbox })
    expect(line(lineId)).toBeDefined()
    steps.undo()
    expect(line(lineId)).toBeUndefined()
  })

  it('brings a removed key back under a new id', () => {
    const { steps, sheet, line } = openSteps()
    const keyId = newLocalId()
    const { version, ...key } = sheet().keys['key-1']!
    steps.run('key', [{ kind: 'addKey', keyId, key }, set('line-33', { keyId })])
    steps.undo()
    expect(line('line-33')!.keyId).toBe('key-1')
    expect(sheet().keys[keyId]).toBeUndefined()
    steps.redo()
    const now = line('line-33')!.keyId
    expect(now).not.toBe('key-1')
    expect(now).not.toBe(keyId)
    expect(sheet().keys[now]).toMatchObject({ ...key })
    expect(version).toBe(3)
  })
})
