import { describe, expect, it } from 'vitest'
import type { EditorRequest } from '../column.ts'
import { replaceText } from './replace-text.ts'
import { replaceInCells } from './replacement.ts'

describe('replaceText', () => {
  it.each([
    ['Handläggare och handläggare', 'handläggare', 'chef', 'chef och chef'],
    ['Östersund', 'ost', 'Väst', 'Västersund'],
    ['aaa', 'aa', 'b', 'ba'],
    ['50000', '50 000', '52000', '52000'],
    ['12 600', '12600', '14700', '14700'],
    ['hyra 12 600 kr', '12600', '14700', 'hyra 14700 kr'],
    ['0,5', '0.5', '1,5', '1,5'],
    ['x', ' x ', '', ''],
  ])('%s: %s by %s', (text, sought, by, expected) =>
    expect(replaceText(text, sought, by)).toBe(expected),
  )

  it.each([
    ['Ragunda', 'rågunda'],
    ['Ragunda', ''],
    ['a.b', 'a,b'],
  ])('finds no %s by %s', (text, sought) => expect(replaceText(text, sought, 'x')).toBeUndefined())

  it('takes what replaces as it is written', () => {
    expect(replaceText('ab', 'a', '$&')).toBe('$&b')
  })
})

describe('replacing in cells', () => {
  const list = (text: string): EditorRequest => ({
    kind: 'list',
    text,
    options: [
      { value: 'NEW', label: 'Nya medel' },
      { value: 'OLD', label: 'Gamla medel' },
    ],
  })
  const editors: Readonly<Record<string, EditorRequest | undefined>> = {
    line: { kind: 'line', text: 'Nya lokaler' },
    paragraph: { kind: 'paragraph', text: 'nya\nmedel' },
    list: list('NEW'),
    fixed: undefined,
  }
  const replace = (columns: string[], sought: string, by: string) =>
    replaceInCells(
      columns.map((column) => ({ row: '1', column })),
      { sought, by },
      ({ column }) => editors[column],
    )

  it('is one set of changes, in the order of the matches', () => {
    expect(replace(['line', 'paragraph'], 'NYA', 'Gamla')).toEqual({
      kind: 'replace',
      changes: [
        { place: { row: '1', column: 'line' }, text: 'Gamla lokaler' },
        { place: { row: '1', column: 'paragraph' }, text: 'Gamla\nmedel' },
      ],
      skipped: [],
      newRows: 0,
    })
  })

  it('makes another choice in a list', () => {
    expect(replace(['list'], 'nya', 'Gamla').changes).toEqual([
      { place: { row: '1', column: 'list' }, text: 'OLD' },
    ])
  })

  it('skips a cell that cannot be typed in, and one that cannot take it', () => {
    const { changes, skipped } = replace(['fixed', 'list', 'line'], 'nya', 'Andra')
    expect(changes.map(({ place }) => place.column)).toEqual(['line'])
    expect(skipped.map(({ column }) => column)).toEqual(['fixed', 'list'])
  })

  it('skips a list whose choice is not among its options', () => {
    const set = replaceInCells([{ row: '1', column: 'a' }], { sought: 'x', by: 'y' }, () =>
      list('x'),
    )
    expect(set.skipped).toHaveLength(1)
  })
})
