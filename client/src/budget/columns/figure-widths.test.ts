import { ore } from '@andel/schema/money'
import { expect, it } from 'vitest'
import { viewSheet } from '../figures/sheet-view.ts'
import { applyEdit } from '../sheet/apply-edit.ts'
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
