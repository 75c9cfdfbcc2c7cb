import { describe, expect, it } from 'vitest'
import { ore } from '@andel/schema/money'
import { viewSheet } from '../../budget/figures/sheet-view.ts'
import { applyEdits } from '../../budget/sheet/apply-edit.ts'
import type { Edit } from '../../budget/sheet/edit.ts'
import { sheetAnswer } from '../../budget/sheet/example.ts'
import { readSheet } from '../../budget/sheet/read-sheet.ts'
import { compareSheets } from './compare-sheets.ts'

const before = readSheet(sheetAnswer)
const compared = (...edits: Edit[]) =>
  compareSheets(viewSheet(before), viewSheet(applyEdits(before, edits)))
const rent = (fields: object): Edit => ({ kind: 'setLine', lineId: 'line-rent', fields })

describe('two states of a budget', () => {
  it('that are the same differ in nothing', () => {
    expect(compared()).toMatchObject({ lines: [], figures: [], keys: [] })
  })

  it('tell each cell, and what every municipality pays, which adds up', () => {
    const { lines, shares, totalBefore, totalAfter } = compared(rent({ amount: ore(7) }))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({
      kind: 'changed',
      fields: ['amount'],
      amountBefore: 120_000_00,
      amountAfter: 7,
    })
    expect(totalAfter - totalBefore).toBe(7 - 120_000_00)
    const between = shares.reduce((sum, share) => sum + share.after! - share.before!, 0)
    expect(between).toBe(totalAfter - totalBefore)
  })

  it('tell lines that have come and gone', () => {
    const { lines } = compared(
      { kind: 'removeLine', lineId: 'line-rent' },
      { kind: 'addLine', lineId: 'new', afterLineId: null, fields: { keyId: 'key-1' } },
    )
    expect(lines.map(({ id, kind }) => [id, kind])).toEqual([
      ['new', 'added'],
      ['line-rent', 'removed'],
    ])
  })

  it('tell keys that have come, gone or changed', () => {
    const [key] = Object.values(before.keys)
    const [id] = Object.keys(before.keys)
    const keys = {
      ...before.keys,
      [id!]: { ...key!, note: 'annan' },
      new: { ...key!, name: 'A, B' },
    }
    const after = { ...before, keys }
    expect(compareSheets(viewSheet(before), viewSheet(after)).keys).toEqual([
      { kind: 'changed', name: key!.name },
      { kind: 'added', name: 'A, B' },
    ])
    expect(compareSheets(viewSheet(after), viewSheet(before)).keys).toContainEqual({
      kind: 'removed',
      name: 'A, B',
    })
  })

  it('tell the number of inhabitants that shares rest on, and lines whose amounts stay', () => {
    const figure = { code: '2303', on: '2021-12-31', inhabitants: 9, source: 's', note: null }
    const { lines, figures } = compared({ kind: 'setPopulation', ...figure })
    expect(lines).toEqual([])
    expect(figures).toEqual([{ code: '2303', on: '2021-12-31', before: 5210, after: 9 }])
  })
})
