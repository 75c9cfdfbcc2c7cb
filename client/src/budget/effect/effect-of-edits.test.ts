import { ore } from '@andel/schema/money'
import { describe, expect, it } from 'vitest'
import { viewSheet } from '../figures/sheet-view.ts'
import { applyEdit } from '../sheet/apply-edit.ts'
import type { Edit } from '../sheet/edit.ts'
import { sheetAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { effectBetween, largestChanges } from './effect-of-edits.ts'

const sheet = readSheet(sheetAnswer)
const before = viewSheet(sheet)
const after = (...edits: readonly Edit[]) => viewSheet(edits.reduce(applyEdit, sheet), before)
const rent = (kronor: number): Edit => ({
  kind: 'setLine',
  lineId: 'line-rent',
  fields: { amount: ore(kronor * 100) },
})

describe('the effect of edits', () => {
  it('tells kronor and kronor per inhabitant for each participant and for all', () => {
    const effect = effectBetween(before, after(rent(130_000)))
    expect(effect.total).toEqual({
      before: 420_000_00,
      after: 430_000_00,
      change: 10_000_00,
      perInhabitant: '0.13', // 10 000 kr, 75 709 inhabitants
    })
    expect(effect.rows.map(({ name, change }) => [name, change])).toEqual([
      ['Ragunda', 690_00],
      ['Bräcke', 810_00],
      ['Östersund', 8_500_00],
    ])
    expect(effect.rows.reduce((sum, { change }) => sum + change, 0)).toBe(effect.total.change)
    expect(effect.isNone).toBe(false)
  })

  it('says when nobody bears another amount', () => {
    const noted = after({ kind: 'setLine', lineId: 'line-33', fields: { note: 'Ny' } })
    expect(effectBetween(before, noted).isNone).toBe(true)
    expect(effectBetween(before, after(rent(120_001))).isNone).toBe(false)
  })

  it('counts what moves between participants even if the sum stays', () => {
    const moved = after({ kind: 'setLine', lineId: 'line-rent', fields: { excluded: ['2303'] } })
    const effect = effectBetween(before, moved)
    expect(effect.total.change).toBe(0)
    expect(effect.isNone).toBe(false)
    expect(effect.rows[0]!.change).toBeLessThan(0)
  })

  it('tells how much more is left over where every share is rounded by itself', () => {
    const key = sheet.keys['key-1']!
    const alone = after({
      kind: 'setKey',
      keyId: 'key-1',
      key: { ...key, rounding: { ...key.rounding, residualRule: 'EACH_ALONE' } },
    })
    const { rows, total, difference } = effectBetween(before, alone)
    expect(rows.reduce((sum, { change }) => sum + change, 0) + difference).toBe(total.change)
    expect(difference).toBe(alone.figures.difference)
  })

  it('has no figure per inhabitant where nobody knows how many there are', () => {
    const { keys, defaultKeyId } = sheet
    const equal = { ...keys[defaultKeyId]!, bases: [{ kind: 'EQUAL' as const, percent: 100 }] }
    const unknown = { ...sheet, keys: { ...keys, [defaultKeyId]: equal } }
    const effect = effectBetween(viewSheet(unknown), viewSheet(applyEdit(unknown, rent(0))))
    expect(effect.total.perInhabitant).toBeUndefined()
  })

  it('picks the largest changes, up or down, and leaves them in the order of the columns', () => {
    const effect = effectBetween(before, after(rent(0)))
    expect(largestChanges(effect, 2).map(({ name }) => name)).toEqual(['Bräcke', 'Östersund'])
  })
})
