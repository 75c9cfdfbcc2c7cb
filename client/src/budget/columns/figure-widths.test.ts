import { ore } from '@andel/schema/money'
import { expect, it } from 'vitest'
import { viewSheet } from '../figures/sheet-view.ts'
import { applyEdit, applyEdits } from '../sheet/apply-edit.ts'
import type { Edit } from '../sheet/edit.ts'
import { sheetAnswer } from '../sheet/example.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { figureWidths } from './figure-widths.ts'

const sheet = readSheet(sheetAnswer)
const withRent = (amount: number) =>
  figureWidths(
    viewSheet(
      applyEdit(sheet, { kind: 'setLine', lineId: 'line-rent', fields: { amount: ore(amount) } }),
    ),
    'sv',
  )

it('leaves columns as they are for common figures, and widens them for what they would cut', () => {
  const common = withRent(120_000_00)
  expect(common).toEqual(figureWidths(viewSheet(sheet), 'sv'))
  const large = withRent(6_767_496_000_00)
  expect(large.amount).toBeGreaterThan(common.amount)
  expect(large.share).toBeGreaterThan(common.share)
  expect(large.monthlyCost).toBe(common.monthlyCost)
  expect(withRent(1_200_000_50).amount).toBeGreaterThan(common.amount)
})

it('leaves room for a section that comes to more than the whole', () => {
  const millions = { 'line-33': 60, 'line-rent': 60, 'line-back': -60 }
  const widths = (section: string) => {
    const fields = { keyId: sheet.defaultKeyId }
    const added: Edit = { kind: 'addLine', lineId: 'line-back', afterLineId: null, fields }
    const set = Object.entries(millions).map(([lineId, million]): Edit => {
      const amount = ore(million * 1_000_000_00)
      const own = million > 0 ? section : ''
      return { kind: 'setLine', lineId, fields: { monthlyCost: null, amount, section: own } }
    })
    return figureWidths(viewSheet(applyEdits(sheet, [added, ...set])), 'sv')
  }
  expect(widths('Personal').amount).toBeGreaterThan(widths('').amount)
  expect(widths('Personal').share).toBeGreaterThan(widths('').share)
})
