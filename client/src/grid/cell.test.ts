import { describe, expect, it } from 'vitest'
import { samePlace, sameView, textContent, type CellView } from './cell.ts'

const view: CellView = {
  text: '12 600',
  editable: true,
  look: 'share',
  tag: 'Intäkt',
  mark: 'remark',
  aside: '3 rader',
  fold: 'open',
  grip: true,
  title: 'Varför',
}

describe('sameView', () => {
  it.each([
    ['text', '12 601'],
    ['editable', false],
    ['look', undefined],
    ['tag', undefined],
    ['mark', 'error'],
    ['aside', '4 rader'],
    ['fold', 'closed'],
    ['grip', undefined],
    ['title', 'Därför'],
  ] as const)('notices another %s', (part, other) => {
    expect(sameView(view, { ...view })).toBe(true)
    expect(sameView(view, { ...view, [part]: other })).toBe(false)
  })
})

describe('samePlace', () => {
  it('compares row and column', () => {
    const place = { row: '1', column: 'a' }
    expect(samePlace(place, { ...place })).toBe(true)
    expect(samePlace(place, { ...place, row: '2' })).toBe(false)
    expect(samePlace(place, { ...place, column: 'b' })).toBe(false)
    expect(samePlace(place, undefined)).toBe(false)
    expect(samePlace(undefined, undefined)).toBe(true)
  })
})

it('holds nothing when a text is empty', () => {
  expect(textContent('')).toEqual({ kind: 'empty' })
  expect(textContent('a')).toEqual({ kind: 'text', text: 'a' })
})
