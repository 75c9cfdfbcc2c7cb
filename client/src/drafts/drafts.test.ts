import { Fault } from '@andel/schema/fault'
import { describe, expect, it } from 'vitest'
import { memoryStorage } from '../grid/arrange/memory-storage.ts'
import { draftKey, draftPlace } from './draft.ts'
import { isOvertaken, takeTexts, type DraftCells } from './take-texts.ts'
import { useDrafts } from './useDrafts.ts'

const a = { row: 'a', column: 'x' }
const b = { row: 'b', column: 'x' }

/** Cells of whole numbers: "1" is stored in a, nothing in b; none can be emptied. */
const cells: DraftCells = {
  stored: ({ row }) => (row === 'a' ? { value: '1', version: 3 } : { value: '', version: 0 }),
  read(_place, text) {
    if (text === '') return undefined
    if (!/^\d+$/.test(text)) throw new Fault('BAD_NUMBER', { text })
    return text
  },
}

function book(storage = memoryStorage()) {
  const drafts = useDrafts(storage, 'sheet')
  const put = (...texts: (readonly [typeof a, string])[]) => {
    const changes = texts.map(([place, text]) => ({ place, text }))
    let taken: ReturnType<typeof takeTexts> | undefined
    drafts.change((next) => (taken = takeTexts(next, changes, cells)))
    return taken!
  }
  const values = () =>
    [...drafts.drafts.value.values()].map((draft) =>
      draft.kind === 'value' ? draft.value : draft.text,
    )
  return { ...drafts, put, values }
}

describe('a text that is put in a cell', () => {
  it('becomes a draft that knows what it was based on', () => {
    const { put, at } = book()
    put([a, '2'])
    expect(at(a)).toEqual({ kind: 'value', value: '2', before: '1', version: 3 })
  })

  it('is no draft when it is what is stored, and takes an earlier draft away', () => {
    const { put, values } = book()
    put([a, '2'])
    put([a, '1'])
    expect(values()).toEqual([])
  })

  it('stays in its cell when it cannot be read', () => {
    const { put, at } = book()
    expect(put([a, 'abc']).unreadable).toEqual([a])
    expect(at(a)).toMatchObject({ kind: 'unreadable', text: 'abc', code: 'BAD_NUMBER' })
  })

  it('takes the draft away when it is empty, and else says that the cell keeps what it has', () => {
    const { put, values } = book()
    put([b, '7'])
    expect(put([b, '']).kept).toEqual([])
    expect(put([b, '']).kept).toEqual([b])
    expect(values()).toEqual([])
  })
})

describe('drafts', () => {
  it('are one step when they came together, and can be taken back and made again', () => {
    const { put, undo, redo, values } = book()
    put([a, '2'], [b, '3'])
    put([a, '4'])
    undo()
    expect(values()).toEqual(['2', '3'])
    undo()
    expect(values()).toEqual([])
    expect(undo()).toBe(false)
    redo()
    redo()
    expect(values()).toEqual(['3', '4'])
    expect(redo()).toBe(false)
  })

  it('have nothing to take back when nothing was changed or all of it is stored', () => {
    const { put, settle, canUndo } = book()
    put([a, '1'])
    expect(canUndo.value).toBe(false)
    put([a, '2'])
    settle()
    expect(canUndo.value).toBe(false)
  })

  it('outlive a reload, and leave nothing behind when they are gone', () => {
    const storage = memoryStorage()
    const first = book(storage)
    first.put([a, '2'], [b, 'abc'])
    const second = book(storage)
    expect(second.values()).toEqual(['2', 'abc'])
    second.drop([draftKey(a), draftKey(b)])
    expect(storage.length).toBe(0)
    first.follow()
    expect(first.values()).toEqual([])
  })

  it.each(['{', '{}', '[[1, {}]]', '[["a\\nx", {"kind": "value", "value": 2}]]', '[["a", null]]'])(
    'are none when what is stored is %s',
    (text) => {
      const storage = memoryStorage()
      storage.setItem('sheet', text)
      expect(book(storage).values()).toEqual([])
    },
  )

  it('are found from their cells and back', () => {
    expect(draftPlace(draftKey(a))).toEqual(a)
  })
})

it('is overtaken when something else is stored since', () => {
  const draft = { kind: 'value', value: '2', before: '1', version: 3 } as const
  expect(isOvertaken(draft, { value: '1', version: 3 })).toBe(false)
  expect(isOvertaken(draft, { value: '1', version: 4 })).toBe(false)
  expect(isOvertaken(draft, { value: '5', version: 4 })).toBe(true)
  expect(isOvertaken(draft, { value: '2', version: 4 })).toBe(false)
})
