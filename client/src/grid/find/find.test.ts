import { describe, expect, it } from 'vitest'
import { emptyContent, textContent, type CellContent } from '../cell.ts'
import { Layout } from '../layout.ts'
import { findMatches, searchableCells } from './matches.ts'
import { nextMatch } from './next-match.ts'

const number = (exact: string, unit?: 'percent'): CellContent => ({
  kind: 'number',
  exact,
  ...(unit && { unit }),
})

/** A sheet of cells by row and column: what is shown and, where it differs, what is held. */
type Cells = Readonly<Record<string, Readonly<Record<string, readonly [string, CellContent?]>>>>

function sheet(cells: Cells) {
  const rows = Object.keys(cells)
  const columns = [...new Set(Object.values(cells).flatMap((row) => Object.keys(row)))]
  const layout = new Layout(
    ['top'].filter((id) => rows.includes(id)),
    rows.filter((id) => id !== 'top'),
    [],
    columns,
  )
  const column = (id: string) => ({
    cell: (row: string) => ({ text: cells[row]?.[id]?.[0] ?? '', editable: false }),
    content: (row: string) => {
      const [text = '', content = textContent(text)] = cells[row]?.[id] ?? []
      return content
    },
  })
  const all = searchableCells(layout, column)
  return {
    layout,
    find: (text: string) => findMatches(text, all).map((place) => `${place.row}${place.column}`),
  }
}

describe('finding', () => {
  it('goes row by row from the left, with the rows above', () => {
    const { find } = sheet({
      2: { a: ['x'], b: ['x'] },
      1: { a: ['y'], b: ['xx'] },
      top: { b: ['x'] },
    })
    expect(find('x')).toEqual(['topb', '1b', '2a', '2b'])
  })

  it('finds nothing by nothing', () => {
    const { find } = sheet({ 1: { a: ['x y'] } })
    expect(find('')).toEqual([])
    expect(find('  ')).toEqual([])
  })

  it('passes over what is empty', () => {
    const { find } = sheet({ 1: { a: ['', emptyContent], b: ['0', number('0')] } })
    expect(find('0')).toEqual(['1b'])
  })

  it('does not tell cases apart, and trims what is sought', () => {
    const { find } = sheet({ 1: { a: ['Samordnare'] } })
    expect(find(' SAMORD ')).toEqual(['1a'])
  })

  it('finds å, ä and ö by a and o, and not the other way round', () => {
    const { find } = sheet({ 1: { a: ['Östersund'], b: ['Ragunda'], c: ['Åre'] } })
    expect(find('ostersund')).toEqual(['1a'])
    expect(find('rågunda')).toEqual([])
    expect(find('å')).toEqual(['1c'])
    expect(find('O\u0308ster')).toEqual(['1a'])
  })

  it.each(['12600', '12 600', '12\u00a0600', '12\u202f600', '600'])(
    'finds a number however it is grouped: %s',
    (sought) => {
      const { find } = sheet({
        1: { a: ['12\u00a0600', number('12600')], b: ['12\u00a0700', number('12700')] },
      })
      expect(find(sought)).toEqual(['1a'])
    },
  )

  it.each(['0,5', '0.5', '-0,5', '\u22120,5'])('finds %s with either decimal mark', (sought) => {
    const { find } = sheet({ 1: { a: ['\u22120,5', number('-0.5')], b: ['5', number('5')] } })
    expect(find(sought)).toEqual(['1a'])
  })

  it('finds what a number holds though it is shown rounded', () => {
    const { find } = sheet({ 1: { a: ['4,2\u00a0%', number('4.1707', 'percent')] } })
    expect(find('4,17')).toEqual(['1a'])
    expect(find('4,2 %')).toEqual(['1a'])
  })

  it('finds what a text holds though something shorter is shown', () => {
    const { find } = sheet({ 1: { a: ['Andel', textContent('Andel enligt nyckeln')] } })
    expect(find('nyckeln')).toEqual(['1a'])
  })

  it('finds what is held where nothing is shown', () => {
    const { find } = sheet({ 1: { a: ['', textContent('dold')] } })
    expect(find('dold')).toEqual(['1a'])
  })

  it('does not join years into one number', () => {
    const { find } = sheet({ 1: { a: ['2021 2022'] } })
    expect(find('20212022')).toEqual([])
    expect(find('1 2')).toEqual(['1a'])
  })

  it('does not find across the ways a cell is written', () => {
    const { find } = sheet({ 1: { a: ['ab', textContent('cd')] } })
    expect(find('bc')).toEqual([])
    expect(find('b c')).toEqual([])
  })
})

it('finds the word that goes before a text', () => {
  const layout = new Layout([], ['1'], [], ['a'])
  const cell = () => ({ text: 'Hyra', tag: 'Intäkt', editable: false })
  const cells = searchableCells(layout, () => ({ cell, content: () => textContent('Hyra') }))
  expect(findMatches('intäkt', cells)).toEqual([{ row: '1', column: 'a' }])
})

it('leaves out a column that there is no more', () => {
  expect(searchableCells(new Layout([], ['1'], [], ['a']), () => undefined)).toEqual([])
})

describe('the next match', () => {
  const layout = new Layout([], ['1', '2', '3'], [], ['a', 'b'])
  const at = (text: string) => ({ row: text.charAt(0), column: text.charAt(1) })
  const matches = ['1b', '2a', '3b'].map(at)
  const next = (from: string | undefined, stay = false) =>
    nextMatch(matches, from === undefined ? undefined : at(from), layout, { stay })
  const previous = (from: string | undefined) =>
    nextMatch(matches, from === undefined ? undefined : at(from), layout, { way: 'previous' })

  it('is the first after a cell, and wraps', () => {
    expect([next('1a'), next('1b'), next('2b'), next('3b')]).toEqual([0, 1, 2, 0])
  })

  it('is the cell itself where that counts', () => {
    expect([next('1b', true), next('1a', true), next('3b', true)]).toEqual([0, 0, 2])
  })

  it('goes back, and wraps', () => {
    expect([previous('3b'), previous('2b'), previous('1b'), previous('1a')]).toEqual([1, 1, 2, 2])
  })

  it('begins at an end when nothing is known of where to begin', () => {
    expect([next(undefined), previous(undefined)]).toEqual([0, 2])
    expect([next('9a'), previous('9a')]).toEqual([0, 2])
  })

  it('passes over a match that is shown no more', () => {
    expect(nextMatch([at('9a'), at('2a')], at('1a'), layout)).toBe(1)
  })

  it('is nothing without matches', () => {
    expect(nextMatch([], at('1a'), layout)).toBeUndefined()
  })
})
