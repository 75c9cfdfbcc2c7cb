import { ore } from '@andel/schema/money'
import { describe, expect, it } from 'vitest'
import { applyEdit, applyEdits } from './apply-edit.ts'
import type { Edit } from './edit.ts'
import { sheetAnswer } from './example.ts'
import { readSheet } from './read-sheet.ts'

const sheet = readSheet(sheetAnswer)
const ids = (lines: readonly { id: string }[]) => lines.map(({ id }) => id)

describe('applyEdit', () => {
  it('sets fields of one line and leaves the other the same object', () => {
    const after = applyEdit(sheet, {
      kind: 'setLine',
      lineId: 'line-33',
      fields: { monthlyCost: ore(5_100_000) },
    })
    expect(after.lines[0]).toMatchObject({ monthlyCost: 5_100_000, months: 60, version: 1 })
    expect(after.lines[1]).toBe(sheet.lines[1])
    expect(after.participants).toBe(sheet.participants)
    expect(sheet.lines[0]!.monthlyCost).toBe(5_000_000)
  })

  it('drops the typed amount of a line that becomes a position, as the server does', () => {
    const after = applyEdit(sheet, {
      kind: 'setLine',
      lineId: 'line-rent',
      fields: { monthlyCost: ore(1_000_000) },
    })
    expect(after.lines[1]).toMatchObject({ amount: null, monthlyCost: 1_000_000 })
  })

  it('adds a line after another, and at the end without one', () => {
    const fields = { keyId: 'key-1' }
    const after = applyEdits(sheet, [
      { kind: 'addLine', lineId: 'a', afterLineId: 'line-33', fields },
      { kind: 'addLine', lineId: 'b', afterLineId: null, fields },
    ])
    expect(ids(after.lines)).toEqual(['line-33', 'a', 'line-rent', 'b'])
    expect(after.lines[1]).toMatchObject({ description: '', amount: null, kind: 'COST' })
  })

  it('adds the first line of an empty budget', () => {
    const empty = { ...sheet, lines: [] }
    const added = { kind: 'addLine', lineId: 'a', afterLineId: null, fields: { keyId: 'key-1' } }
    expect(ids(applyEdit(empty, added as never).lines)).toEqual(['a'])
  })

  it('moves and removes lines', () => {
    const moved = applyEdit(sheet, { kind: 'moveLine', lineId: 'line-rent', afterLineId: null })
    expect(ids(moved.lines)).toEqual(['line-rent', 'line-33'])
    const removed = applyEdit(moved, { kind: 'removeLine', lineId: 'line-rent' })
    expect(ids(removed.lines)).toEqual(['line-33'])
  })

  it('brings a removed line back, unless it is there', () => {
    const [line, rent] = sheet.lines
    const restore = {
      kind: 'restoreLine',
      lineId: 'line-33',
      line: line!,
      afterLineId: null,
    } as const
    const removed = applyEdit(sheet, { kind: 'removeLine', lineId: 'line-33' })
    expect(applyEdit(removed, restore).lines).toEqual([line, rent])
    expect(applyEdit(sheet, restore)).toBe(sheet)
  })

  it('keeps the lines section by section', () => {
    const fields = { keyId: 'key-1' }
    const after = applyEdits(sheet, [
      { kind: 'setLine', lineId: 'line-33', fields: { section: 'Personal' } },
      { kind: 'addLine', lineId: 'a', afterLineId: null, fields },
      {
        kind: 'addLine',
        lineId: 'b',
        afterLineId: 'a',
        fields: { ...fields, section: 'Personal' },
      },
    ])
    expect(ids(after.lines)).toEqual(['line-33', 'b', 'line-rent', 'a'])
    const regrouped = applyEdit(after, {
      kind: 'setLine',
      lineId: 'line-rent',
      fields: { section: 'Personal' },
    })
    expect(ids(regrouped.lines)).toEqual(['line-33', 'b', 'line-rent', 'a'])
    const moved = applyEdit(after, { kind: 'moveLine', lineId: 'a', afterLineId: null })
    expect(ids(moved.lines)).toEqual(['a', 'line-rent', 'line-33', 'b'])
  })

  it('keeps what was typed with its value alone', () => {
    const typed = applyEdit(sheet, {
      kind: 'setLine',
      lineId: 'line-rent',
      fields: { amount: ore(30_000_000), amountFormula: '=6*50000' },
    })
    expect(typed.lines[1]).toMatchObject({ amount: 30_000_000, amountFormula: '=6*50000' })
    const set = (fields: object) =>
      applyEdit(typed, { kind: 'setLine', lineId: 'line-rent', fields }).lines[1]
    expect(set({ note: 'x' })).toMatchObject({ amountFormula: '=6*50000' })
    expect(set({ amount: ore(30_000_000) })).toMatchObject({ amountFormula: null })
    expect(set({ monthlyCost: ore(1) })).toMatchObject({ amount: null, amountFormula: null })
  })

  it('changes nothing about a line that is gone', () => {
    const edits = [
      { kind: 'setLine', lineId: 'gone', fields: { note: 'x' } },
      { kind: 'moveLine', lineId: 'gone', afterLineId: null },
      { kind: 'removeLine', lineId: 'gone' },
    ] as const
    expect(applyEdits(sheet, edits).lines).toEqual(sheet.lines)
  })

  it('corrects a population in the figures and in their records, on that date alone', () => {
    const after = applyEdit(sheet, {
      kind: 'setPopulation',
      code: '2303',
      on: '2021-12-31',
      inhabitants: 5300,
      source: 'Egen uppgift',
      note: null,
    })
    expect(after.populations['2021-12-31']).toEqual({ '2303': 5300, '2305': 6175, '2380': 64324 })
    expect(after.records['2021-12-31']!['2303']).toMatchObject({
      quality: 'CORRECTED',
      source: 'Egen uppgift',
      revision: 1,
    })
  })

  it('calls no figure corrected that is the first of its date', () => {
    const first = { code: '2303', on: '2030-12-31', inhabitants: 1, source: 'SCB', note: null }
    const after = applyEdit(sheet, { kind: 'setPopulation', ...first })
    expect(after.records['2030-12-31']!['2303']).toMatchObject({
      quality: 'SECONDARY',
      revision: 0,
    })
  })

  it('sets, adds and removes a key', () => {
    const { name, note, bases, rounding } = sheet.keys['key-1']!
    const key = { name, note, bases, rounding }
    const set = applyEdit(sheet, { kind: 'setKey', keyId: 'key-1', key: { ...key, name: 'Ny' } })
    expect(set.keys['key-1']).toMatchObject({ name: 'Ny', version: 3 })
    const added = applyEdit(set, { kind: 'addKey', keyId: 'k2', key })
    expect(Object.keys(added.keys)).toEqual(['key-1', 'k2'])
    expect(Object.keys(applyEdit(added, { kind: 'removeKey', keyId: 'key-1' }).keys)).toEqual([
      'k2',
    ])
  })
})

describe('applyEdits', () => {
  it('gives what the edits give one by one', () => {
    const edits: readonly Edit[] = [
      { kind: 'setLine', lineId: 'line-rent', fields: { monthlyCost: ore(5_00) } },
      { kind: 'setLine', lineId: 'gone', fields: { note: 'x' } },
      { kind: 'setLine', lineId: 'line-33', fields: { note: 'x' } },
      { kind: 'setLine', lineId: 'line-rent', fields: { monthlyCost: null } },
      { kind: 'setLine', lineId: 'line-rent', fields: { amount: ore(7_00) } },
      { kind: 'setLine', lineId: 'line-33', fields: { section: 'A' } },
      { kind: 'setLine', lineId: 'line-33', fields: { note: 'y' } },
      { kind: 'moveLine', lineId: 'line-rent', afterLineId: null },
    ]
    const after = applyEdits(sheet, edits)
    expect(after).toEqual(edits.reduce(applyEdit, sheet))
    expect(after.lines).toMatchObject([
      { id: 'line-rent', amount: 7_00 },
      { id: 'line-33', note: 'y', section: 'A' },
    ])
    expect(applyEdits(sheet, edits.slice(0, 3)).lines[1]).not.toBe(sheet.lines[1])
  })
})
