import { describe, expect, it } from 'vitest'
import type { ChangeKind, ChangeSet } from '../../grid/change.ts'
import { viewSheet } from '../figures/sheet-view.ts'
import { applyEdits } from '../sheet/apply-edit.ts'
import type { Edit } from '../sheet/edit.ts'
import { sheetAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import type { SheetVoice } from '../useVoice.ts'
import { compareCells } from './compare-cells.ts'
import { needsPreview } from './preview-setting.ts'
import type { ReadChanges } from './read-changes.ts'

const set = (kind: ChangeKind, count: number, more: Partial<ChangeSet> = {}): ChangeSet => ({
  kind,
  changes: Array.from({ length: count }, (_, index) => ({
    place: { row: String(index), column: 'months' },
    text: '1',
  })),
  skipped: [],
  newRows: 0,
  ...more,
})
const clean: ReadChanges = {
  edits: [],
  read: [],
  unreadable: [],
  skipped: [],
  displaced: [],
  added: [],
}
const place = { row: '1', column: 'months' }
const skipped = { ...clean, skipped: [{ place, why: 'fixed' as const }] }

describe('needsPreview', () => {
  it.each([
    ['paste', 1, 'overOne', false],
    ['paste', 2, 'overOne', true],
    ['move', 2, 'overOne', true],
    ['replace', 2, 'overOne', true],
    ['paste', 1, 'always', true],
    ['paste', 20, 'overTwenty', false],
    ['paste', 21, 'overTwenty', true],
    ['fill', 500, 'overOne', false],
    ['fill', 2, 'always', true],
    ['clear', 500, 'always', false],
    ['enter', 500, 'always', false],
  ] as const)('of %s into %i cells, %s: %s', (kind, count, setting, needed) => {
    expect(needsPreview(set(kind, count), clean, setting)).toBe(needed)
  })

  it('whenever something cannot be read, lines are added or a source is needed', () => {
    const why = { kind: 'choice', choices: [] } as const
    const unreadable = { ...clean, unreadable: [{ place, text: 'x', why }] }
    const population = { kind: 'setPopulation' } as Edit
    for (const read of [unreadable, { ...clean, added: ['x'] }, { ...clean, edits: [population] }])
      expect(needsPreview(set('fill', 1), read, 'overTwenty')).toBe(true)
  })

  it('when something is skipped, but for what is emptied or filled', () => {
    expect(needsPreview(set('paste', 1), skipped, 'overTwenty')).toBe(true)
    expect(needsPreview(set('fill', 1), skipped, 'overTwenty')).toBe(false)
    expect(needsPreview(set('clear', 9), skipped, 'overOne')).toBe(false)
  })

  it('of a single value that is pasted and displaces another', () => {
    const displaced = { ...clean, displaced: [{ row: '1', column: 'amount' }] }
    expect(needsPreview(set('paste', 1), displaced, 'overTwenty')).toBe(true)
    expect(needsPreview(set('fill', 1), displaced, 'overTwenty')).toBe(false)
  })

  it('when something has no room, and when several cells of arranged rows change', () => {
    const lost = { rows: 0, columns: 1 }
    expect(needsPreview(set('paste', 1, { lost }), clean, 'overTwenty')).toBe(true)
    expect(needsPreview(set('fill', 2, { arranged: 'sorted' }), clean, 'overTwenty')).toBe(true)
    expect(needsPreview(set('fill', 1, { arranged: 'sorted' }), clean, 'overTwenty')).toBe(false)
  })
})

describe('compareCells', () => {
  const voice = { t: (key: string) => key, language: 'sv' } as unknown as SheetVoice
  const before = viewSheet(readSheet(sheetAnswer))
  const compare = (edits: readonly Edit[], ...cells: readonly [row: string, column: string][]) => {
    const after = viewSheet(applyEdits(before.sheet, edits), before)
    return compareCells(
      cells.map(([row, column]) => ({ row, column })),
      { before, after },
      voice,
    ).map((cell) => [cell.place.column, cell.before, cell.after].join(' ').replace(/\s/g, ' '))
  }

  it('shows cells as the sheet does, before and after, where they differ', () => {
    const edits: Edit[] = [
      { kind: 'setLine', lineId: 'line-33', fields: { months: 65, kind: 'REVENUE' } },
      {
        kind: 'setPopulation',
        code: '2303',
        on: '2021-12-31',
        inhabitants: 5300,
        source: '',
        note: null,
      },
      { kind: 'addLine', lineId: 'new', afterLineId: null, fields: { keyId: 'key-1', note: 'x' } },
    ]
    expect(
      compare(
        edits,
        ['line-33', 'months'],
        ['line-33', 'workload'],
        ['line-33', 'kind'],
        ['population', 'share 2303'],
        ['new', 'note'],
      ),
    ).toEqual([
      'months 6 6,5',
      'kind budget.kind.COST budget.kind.REVENUE',
      'share 2303 5 210 5 300',
      'note  x',
    ])
  })

  it('takes öre that all figures get for no difference', () => {
    const edits = [
      { kind: 'setLine', lineId: 'line-rent', fields: { amount: 12_000_050 } },
    ] as unknown as Edit[]
    expect(compare(edits, ['line-33', 'monthlyCost'], ['line-rent', 'amount'])).toEqual([
      'amount 120 000 120 000,50',
    ])
  })
})
