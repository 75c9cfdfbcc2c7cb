import { describe, expect, it } from 'vitest'
import { emptyContent, textContent, type CellContent } from '../cell.ts'
import { apply, arrangedLines, type LineGroup } from './applied.ts'
import type { Direction, Filter } from './arrangement.ts'
import { columnValues } from './column-values.ts'
import { passes } from './filter-lines.ts'
import { sortLines } from './sort-lines.ts'

const number = (exact: string): CellContent => ({ kind: 'number', exact })
const percent = (exact: string): CellContent => ({ kind: 'number', exact, unit: 'percent' })
const text = textContent

describe('sorting', () => {
  const sorted = (contents: Record<string, CellContent>, direction: Direction) =>
    sortLines(Object.keys(contents), (line) => contents[line]!, direction).join('')
  const numbers = { a: number('10'), b: number('9.5'), c: number('-2'), d: number('9.05') }

  it('goes by the value of numbers', () => {
    expect(sorted(numbers, 'ascending')).toBe('cdba')
    expect(sorted(numbers, 'descending')).toBe('abdc')
  })

  it('tells numbers apart that a float does not', () => {
    const large = { a: number('9007199254740993'), b: number('9007199254740992') }
    expect(sorted(large, 'ascending')).toBe('ba')
  })

  it('goes by Swedish order, numbers in texts by value', () => {
    const texts = {
      a: text('Östersund'),
      b: text('Åre'),
      c: text('Ragunda'),
      d: text('post 10'),
      e: text('Post 9'),
    }
    expect(sorted(texts, 'ascending')).toBe('edcba')
  })

  it('puts numbers before texts, and empty cells last both ways', () => {
    const mixed = { a: emptyContent, b: text('x'), c: number('1'), d: emptyContent, e: text('a') }
    expect(sorted(mixed, 'ascending')).toBe('cebad')
    expect(sorted(mixed, 'descending')).toBe('becad')
  })

  it('leaves equals in their order both ways', () => {
    const equal = { a: number('2'), b: number('1'), c: number('2'), d: number('1') }
    expect(sorted(equal, 'ascending')).toBe('bdac')
    expect(sorted(equal, 'descending')).toBe('acbd')
  })
})

describe('a filter', () => {
  const cells = {
    empty: emptyContent,
    ten: number('10'),
    half: number('0.5'),
    tenPercent: percent('10'),
    hyra: text('Hyra för Östersund'),
    tenText: text('10'),
  }
  const passing = (filter: Filter) =>
    Object.entries(cells).flatMap(([name, content]) => (passes(content, filter) ? [name] : []))

  it.each<[string, Filter, string[]]>([
    [
      'values',
      { kind: 'values', values: ['', 'number 10', 'text 10'] },
      ['empty', 'ten', 'tenText'],
    ],
    ['percentages', { kind: 'values', values: ['percent 10'] }, ['tenPercent']],
    ['a text, whatever its case and marks', { kind: 'contains', text: ' ostersund ' }, ['hyra']],
    ['a text with marks', { kind: 'contains', text: 'FÖR' }, ['hyra']],
    ['digits', { kind: 'contains', text: '10' }, ['ten', 'tenPercent', 'tenText']],
    ['equality by value', { kind: 'equal', exact: '0.50' }, ['half']],
    ['less', { kind: 'less', exact: '10' }, ['half']],
    ['more', { kind: 'more', exact: '0.5' }, ['ten', 'tenPercent']],
    [
      'between, both ends included',
      { kind: 'between', from: '0.5', to: '10' },
      ['ten', 'half', 'tenPercent'],
    ],
    ['empty', { kind: 'empty' }, ['empty']],
    ['filled', { kind: 'filled' }, ['ten', 'half', 'tenPercent', 'hyra', 'tenText']],
  ])('by %s', (_name, filter, expected) => expect(passing(filter)).toEqual(expected))

  it('finds no marked letter by another', () => {
    expect(passing({ kind: 'contains', text: 'hyrå' })).toEqual([])
  })
})

it('lists what a column holds, in order, with how many lines have it', () => {
  const held: Record<string, CellContent> = {
    a: number('1000'),
    b: emptyContent,
    c: number('5'),
    d: number('1000'),
    e: text('Ö'),
    f: emptyContent,
  }
  const content = (row: string) => held[row]!
  const cell = (row: string) => ({ text: row === 'b' ? '–' : `shown ${row}` })
  expect(columnValues(Object.keys(held), { cell, content })).toEqual([
    { key: 'number 5', label: 'shown c', count: 1 },
    { key: 'number 1000', label: 'shown a', count: 2 },
    { key: 'text Ö', label: 'shown e', count: 1 },
    { key: '', label: '', count: 2 },
  ])
})

describe('what is applied', () => {
  /** Lines whose `size` is the number in their id, and whose `kind` is their letter. */
  const content = ({ row, column }: { row: string; column: string }) => {
    if (column === 'size') return number(row.slice(1))
    return column === 'kind' ? text(row.charAt(0)) : undefined
  }
  const one = (...lines: string[]): LineGroup[] => [{ lines }]
  const bySize = { sort: { column: 'size', direction: 'ascending' as const }, filters: {} }
  const onlyA = { filters: { kind: { kind: 'values' as const, values: ['text a'] } } }

  it('is nothing when nothing is asked for, or only of columns that there are not', () => {
    expect(apply(one('a1'), { filters: {} }, content)).toBeUndefined()
    expect(
      apply(
        one('a1'),
        {
          sort: { column: 'gone', direction: 'ascending' },
          filters: { gone: { kind: 'empty' } },
        },
        content,
      ),
    ).toBeUndefined()
    expect(apply([], bySize, content)).toBeUndefined()
    expect(arrangedLines(one('b2', 'a1'), undefined)).toEqual(['b2', 'a1'])
  })

  it('sorts and filters by all filters at once', () => {
    const lines = one('a3', 'b1', 'a2', 'a9')
    const both = {
      ...bySize,
      filters: { ...onlyA.filters, size: { kind: 'less' as const, exact: '9' } },
    }
    expect(arrangedLines(lines, apply(lines, both, content))).toEqual(['a2', 'a3'])
  })

  it('keeps lines in their groups, and a header with its lines', () => {
    const groups = [
      { header: 'H1', lines: ['a3', 'b1'] },
      { header: 'H2', lines: ['b2'] },
      { lines: ['a2', 'a1'] },
    ]
    expect(arrangedLines(groups, apply(groups, bySize, content))).toEqual([
      'H1',
      'b1',
      'a3',
      'H2',
      'b2',
      'a1',
      'a2',
    ])
    expect(arrangedLines(groups, apply(groups, onlyA, content))).toEqual(['H1', 'a3', 'a2', 'a1'])
  })

  it('keeps the header of an empty group while nothing is filtered', () => {
    const groups = [{ header: 'H', lines: [] }, { lines: ['a1'] }]
    expect(arrangedLines(groups, undefined)).toEqual(['H', 'a1'])
    expect(arrangedLines(groups, apply(groups, bySize, content))).toEqual(['H', 'a1'])
  })

  it('does not move lines until it is applied again', () => {
    const applied = apply(one('a3', 'a1', 'b2'), bySize, content)
    expect(arrangedLines(one('b2', 'a3', 'a1'), applied)).toEqual(['a1', 'b2', 'a3'])
    expect(arrangedLines(one('a3', 'b2'), applied)).toEqual(['b2', 'a3'])
  })

  it('shows new lines after their neighbour above, whether they pass or not', () => {
    const applied = apply(one('a3', 'b1', 'a2'), { ...bySize, ...onlyA }, content)
    expect(arrangedLines(one('a3', 'b9', 'b8', 'b1', 'a2'), applied)).toEqual([
      'a2',
      'a3',
      'b9',
      'b8',
    ])
    expect(arrangedLines(one('b9', 'a3', 'b1', 'a2'), applied)).toEqual(['b9', 'a2', 'a3'])
    expect(arrangedLines(one('a3', 'b1', 'b7', 'a2'), applied)).toEqual(['a2', 'a3', 'b7'])
  })

  it('shows new lines that are last in their group last', () => {
    const applied = apply(one('a3', 'b1', 'a2'), bySize, content)
    expect(arrangedLines(one('a3', 'b1', 'a2', 'a0', 'b0'), applied)).toEqual([
      'b1',
      'a2',
      'a3',
      'a0',
      'b0',
    ])
  })
})
