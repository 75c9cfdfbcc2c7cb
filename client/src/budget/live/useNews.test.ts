import { ore } from '@andel/schema/money'
import type { SheetFragment } from '@andel/schema/operations'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { useFigures } from '../figures/useFigures.ts'
import { emptyOutbox } from '../saving/outbox.ts'
import type { Answer } from '../saving/settle.ts'
import { useSaving } from '../saving/useSaving.ts'
import type { Edit } from '../sheet/edit.ts'
import { sheetAnswer, withLineAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import type { Change } from './change.ts'
import { useNews } from './useNews.ts'

const scope = effectScope()
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A sheet that is open, a server that answers by hand, and what is told of others. */
function open() {
  const answers: ((answer: Answer) => void)[] = []
  const sent: string[] = []
  const saving = useSaving({
    loaded: readSheet(sheetAnswer),
    store: { read: () => emptyOutbox, write() {} },
    send: (input) => {
      sent.push(JSON.stringify(input.edits))
      return new Promise((answer) => answers.push(answer))
    },
  })
  const figures = useFigures(saving)
  const wholes: ((answer: SheetFragment | undefined) => void)[] = []
  const told: number[] = []
  const gone = vi.fn<() => void>()
  const news = scope.run(() =>
    useNews({
      saving,
      readWhole: () => new Promise((answer) => wholes.push(answer)),
      told: (changes) => told.push(...changes.map(({ sequence }) => sequence)),
      gone,
    }),
  )!
  const type = (edit: Edit, id: string): void =>
    saving.submit({ id, kind: 'type', edits: [edit], seen: figures.meant.value.sheet })
  const notes = () => figures.shown.value.sheet.lines.map(({ note }) => note)
  return { saving, figures, news, answers, sent, wholes, told, gone, type, notes }
}

const change = (sequence: number, more: Partial<Change>): Change => ({
  sequence,
  entity: 'BudgetLine',
  entityId: 'line-rent',
  version: 5,
  field: 'note',
  before: '',
  after: 'deras',
  at: '2022-06-03T08:00:00Z',
  actor: 'Kim',
  actorId: 'person-kim',
  batch: 'theirs',
  ...more,
})
const news = (...changes: readonly Change[]) => ({ sequence: changes.at(-1)!.sequence, changes })
const note = (lineId: string, text: string): Edit => ({
  kind: 'setLine',
  lineId,
  fields: { note: text },
})
const accepted = (budget: SheetFragment, changes: Answer['changes'] = []): Answer => ({
  applied: true,
  replayed: false,
  changes,
  problems: [],
  conflicts: [],
  budget,
})
const settled = () => vi.advanceTimersByTimeAsync(0)

it('counts what others do at once, and says what it was', () => {
  const { news: heard, notes, told } = open()
  heard.take(news(change(8, {}), change(9, { version: 6, after: 'deras nya' })))
  expect(notes()).toEqual(['', 'deras nya'])
  expect(told).toEqual([8, 9])
  expect(heard.resume()).toBe(9)
})

it('lets an edit of its own wait for the answer, with what comes after it', async () => {
  const { news: heard, notes, told, type, answers, saving } = open()
  const fields = { keyId: 'key-1', description: 'Ny', amount: ore(1_00) }
  type({ kind: 'addLine', lineId: 'local:1', afterLineId: null, fields }, 'mine')
  const { lines } = sheetAnswer
  const added = { ...lines[1]!, id: 'line-new', description: 'Ny', place: 'a2', version: 1 }
  const own = change(9, { entityId: 'line-new', field: '+', version: 1, after: {}, batch: 'mine' })
  heard.take(news(change(8, {}), own, change(10, { entityId: 'line-33', version: 2 })))
  expect(notes()).toEqual(['', 'deras', ''])
  expect(told).toEqual([8])

  const answer = withLineAnswer(sheetAnswer, 'line-rent', { note: 'deras' })
  answers[0]!(
    accepted({ ...answer, sequence: 9, lines: [...answer.lines, added] }, [
      { entity: 'BudgetLine', entityId: 'line-new', field: '+' },
    ]),
  )
  await settled()
  expect(notes()).toEqual(['deras', 'deras', ''])
  expect(saving.committed.value.lines.map(({ id }) => id)).toEqual([
    'line-33',
    'line-rent',
    'local:1',
  ])
  expect(told).toEqual([8, 9, 10])
})

it('passes over what an answer has brought already', async () => {
  const { news: heard, notes, told, type, answers } = open()
  type(note('line-33', 'min'), 'mine')
  const rent = withLineAnswer(sheetAnswer, 'line-rent', { note: 'deras' })
  answers[0]!(accepted({ ...withLineAnswer(rent, 'line-33', { note: 'min' }), sequence: 9 }))
  await settled()
  heard.take(news(change(8, {}), change(9, { entityId: 'line-33', batch: 'mine' })))
  expect(notes()).toEqual(['min', 'deras'])
  expect(told).toEqual([8, 9])
})

it('never goes back to what an answer tells that is older', async () => {
  const { news: heard, notes, type, answers } = open()
  type(note('line-33', 'min'), 'mine')
  heard.take(news(change(8, {})))
  answers[0]!({ ...accepted(sheetAnswer), applied: false })
  await settled()
  expect(notes()).toEqual(['', 'deras'])
})

it('sends what waits on what is newest, but not where others have written', async () => {
  const { news: heard, type, answers, sent } = open()
  type(note('line-33', 'första'), 'first')
  type(note('line-rent', 'min'), 'second')
  type({ kind: 'setLine', lineId: 'line-rent', fields: { decision: '§ 1' } }, 'third')
  heard.take(news(change(8, {})))
  const rent = withLineAnswer(sheetAnswer, 'line-rent', { note: 'deras' })
  answers[0]!(accepted({ ...withLineAnswer(rent, 'line-33', { note: 'första' }), sequence: 9 }))
  await settled()
  answers[1]!({ ...accepted({ ...rent, sequence: 9 }), applied: false })
  await settled()
  expect(sent[1]).toContain('"version":4') // the server tells of the conflict
  expect(sent[2]).toContain('"version":5')
})

it('has the sheet read anew when it does not follow, and goes on with what came meanwhile', async () => {
  const { news: heard, notes, told, wholes } = open()
  heard.take(news(change(8, { entity: 'Participation' })))
  heard.take(news(change(9, { version: 6, after: 'sist' })))
  expect(wholes).toHaveLength(1)
  wholes[0]!({ ...withLineAnswer(sheetAnswer, 'line-rent', { note: 'deras' }), sequence: 8 })
  await settled()
  expect(notes()).toEqual(['', 'sist'])
  expect(told).toEqual([8, 9])
})

it('tells when the sheet is not to be seen any more', async () => {
  const { news: heard, gone, wholes } = open()
  heard.take(news(change(8, { entity: 'Agreement' })))
  wholes[0]!(undefined)
  await settled()
  expect(gone).toHaveBeenCalledOnce()
})

it('bases what is typed on what stood there when the cell was opened', async () => {
  const { news: heard, saving, figures, sent, answers } = open()
  const opened = { base: saving.committed.value, seen: figures.meant.value.sheet }
  heard.take(news(change(8, {})))
  const submit = (id: string, fields: object): void =>
    saving.submit({
      id,
      kind: 'type',
      edits: [{ kind: 'setLine', lineId: 'line-rent', fields }],
      ...opened,
    })
  submit('same cell', { note: 'min' })
  submit('another', { decision: '§ 1' })
  expect(sent[0]).toContain('"version":4')
  const rent = withLineAnswer(sheetAnswer, 'line-rent', { note: 'deras' })
  answers[0]!({ ...accepted({ ...rent, sequence: 8 }), applied: false })
  await settled()
  expect(sent[1]).toContain('"version":5')
})
