import { changeSection, inSections, putLine, sectionsOf } from '@andel/schema/budget'
import { describe, expect, it } from 'vitest'
import type { Edit } from '../sheet/edit.ts'
import { moveLines, moveSection, setSection } from './move-lines.ts'
import { reorder, type PlacedLine } from './reorder.ts'

/** "A1 A2 -1" → lines with these ids in the sections A, A and none. */
const sheet = (ids: string): PlacedLine[] =>
  ids.split(' ').map((id) => ({ id, section: id.replace(/\d+$/, '').replace('-', '') }))

/** What edits make of lines, as the sheet and the server do: `A1 A2 | B1`. */
function after(lines: readonly PlacedLine[], edits: readonly Edit[]): string {
  const now = edits.reduce(applied, lines)
  return sectionsOf(now)
    .map(({ name, lines: own }) => `${name || '-'}: ${own.map(({ id }) => id).join(' ')}`)
    .join(' | ')
}

function applied(lines: readonly PlacedLine[], edit: Edit): readonly PlacedLine[] {
  const line = lines.find(({ id }) => 'lineId' in edit && id === edit.lineId)!
  if (edit.kind === 'moveLine') return putLine(lines, line, edit.afterLineId)
  if (edit.kind !== 'setLine') throw new Error(edit.kind)
  return changeSection(lines, { ...line, section: edit.fields.section! })
}

describe('lines that are moved', () => {
  const lines = sheet('A1 A2 A3 B1 B2 -1')
  it.each([
    ['A3', 'A', null, 'A: A3 A1 A2 | B: B1 B2 | -: -1'],
    ['A1', 'A', 'A3', 'A: A2 A3 A1 | B: B1 B2 | -: -1'],
    ['A1 A3', 'A', 'A2', 'A: A2 A1 A3 | B: B1 B2 | -: -1'],
    ['A1 A2', 'A', 'A2', 'A: A1 A2 A3 | B: B1 B2 | -: -1'],
    ['A3', 'B', null, 'A: A1 A2 | B: A3 B1 B2 | -: -1'],
    ['A1 A2 A3', 'B', 'B1', 'B: B1 A1 A2 A3 B2 | -: -1'],
    ['B1', 'A', 'A1', 'A: A1 B1 A2 A3 | B: B2 | -: -1'],
    ['A2 B2', '', '-1', 'A: A1 A3 | B: B1 | -: -1 A2 B2'],
    ['-1', 'A', null, 'A: -1 A1 A2 A3 | B: B1 B2'],
  ])('%s to %j after %s', (ids, section, afterLineId, expected) => {
    const edits = moveLines(lines, ids.split(' '), { section, afterLineId })
    expect(after(lines, edits)).toBe(expected)
  })

  it('are one edit each at most for the section and one for the place', () => {
    const one = moveLines(lines, ['A1'], { section: 'A', afterLineId: 'A3' })
    expect(one).toEqual([{ kind: 'moveLine', lineId: 'A1', afterLineId: 'A3' }])
    expect(moveLines(lines, ['A3'], { section: 'B', afterLineId: null })).toHaveLength(2)
    expect(moveLines(lines, ['A2'], { section: 'A', afterLineId: 'A1' })).toEqual([])
  })
})

describe('a section that is moved', () => {
  const lines = sheet('A1 A2 B1 C1 C2 -1')
  it.each([
    ['C', 'A', 'A: A1 A2 | C: C1 C2 | B: B1 | -: -1', 1],
    ['C', undefined, 'C: C1 C2 | A: A1 A2 | B: B1 | -: -1', 1],
    ['A', 'B', 'B: B1 | A: A1 A2 | C: C1 C2 | -: -1', 1],
    ['A', '', 'B: B1 | C: C1 C2 | -: -1 | A: A1 A2', 3],
    ['', undefined, '-: -1 | A: A1 A2 | B: B1 | C: C1 C2', 1],
    ['B', 'A', 'A: A1 A2 | B: B1 | C: C1 C2 | -: -1', 0],
    ['B', 'B', 'A: A1 A2 | B: B1 | C: C1 C2 | -: -1', 0],
  ])('%j after %j', (name, other, expected, count) => {
    const edits = moveSection(lines, name, other)
    expect(after(lines, edits)).toBe(expected)
    expect(edits).toHaveLength(count)
  })
})

describe('lines that are put in a section', () => {
  it('come last in it, and stay where they are when all of a section is renamed', () => {
    const lines = sheet('A1 A2 B1')
    expect(after(lines, setSection(lines, ['A1', 'B1'], 'B'))).toBe('A: A2 | B: B1 A1')
    expect(after(lines, setSection(lines, ['A1', 'A2'], 'X'))).toBe('X: A1 A2 | B: B1')
    expect(setSection(lines, ['B1'], 'B')).toEqual([])
  })
})

describe('reorder', () => {
  const orders = permutations(['A1', 'A2', 'A3', 'B1', 'B2']).map((ids) =>
    inSections(sheet(ids.join(' '))),
  )

  it('leads from any order to any other', () => {
    for (const lines of orders) {
      for (const wanted of orders) {
        const edits = reorder(lines, wanted)
        if (after(lines, edits) !== after(wanted, [])) expect.fail(after(lines, edits))
      }
    }
    expect(orders).toHaveLength(120)
  })
})

function permutations(items: readonly string[]): string[][] {
  if (items.length === 0) return [[]]
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  )
}
