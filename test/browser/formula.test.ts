import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { Desk } from './desk.ts'
import { openSheet, type SheetPage } from './sheet.ts'
import { complaintsOf, type Visit } from './visit.ts'

const desk = Desk.forFile()

const rent = 4

/** A budget of the test's own whose fourth line is an amount and no position. */
async function openWithAmount(visit?: Visit) {
  const year = await desk.office.copyBudget()
  await desk.office.setLine(year, rent, { monthlyCost: null, amount: '1000.00' })
  const sheet = await openSheet(desk.stage, year, visit)
  return { year, sheet, page: sheet.page }
}

/** The cell of the amount, as soon as it tells what was typed in it. */
function typedAs(sheet: SheetPage, formula: string): Locator {
  const told = sheet.page.locator(`[aria-description*="Skrevs som ${formula}"]`)
  return sheet.cell(rent, 'amount').and(told)
}

/** What the open editor holds. */
function typedText(sheet: SheetPage): Promise<string> {
  return sheet.page.evaluate(() => (document.activeElement as HTMLInputElement).value)
}

describe('a formula in a cell', () => {
  it('counts while it is typed, and is there again after a reload', async () => {
    const { sheet, page, year } = await openWithAmount()
    await sheet.type(rent, 'amount', '=6*5000')
    expect(await sheet.text(rent, 'Ragunda')).toBe('1 260')
    await page.keyboard.type('0')
    expect(await sheet.text(rent, 'Ragunda')).toBe('12 600')
    await page.keyboard.press('Enter')
    await sheet.isSaved()
    expect(await sheet.text(rent, 'amount')).toBe('300 000')
    const stored = (await desk.office.budget(year)).lines[rent - 1]!
    expect(stored.typedAmount).toBe('300000.00')

    await page.reload()
    await sheet.cell('sum', 'description').waitFor()
    await typedAs(sheet, '=6*50000').waitFor()
    await sheet.cell(rent, 'amount').click()
    await page.keyboard.press('F2')
    expect(await typedText(sheet)).toBe('=6*50000')
    await page.keyboard.press('Escape')
    expect(complaintsOf(page)).toEqual([])
  })

  it('that is not complete does not count yet', async () => {
    const { sheet, page } = await openWithAmount()
    await sheet.type(rent, 'amount', '=6*')
    expect(await sheet.text(rent, 'Ragunda')).toBe('42')
    await page.keyboard.type('(2+3')
    expect(await sheet.text(rent, 'Ragunda')).toBe('42')
    await page.keyboard.type(')')
    expect(await sheet.text(rent, 'Ragunda')).toBe('1,26')
    await page.keyboard.press('Escape')
  })

  it('that cannot be read stays in its cell and says where it goes wrong', async () => {
    const { sheet, page } = await openWithAmount()
    await sheet.enter(rent, 'amount', '=6*B7')
    expect(await sheet.text(rent, 'amount')).toBe('=6*B7')
    await sheet.cell(rent, 'amount').click()
    await sheet.notice.filter({ hasText: 'Tecken 4: ”B7” går inte att räkna med.' }).waitFor()
    await page.keyboard.press('Escape')
    await sheet
      .cell(rent, 'amount')
      .filter({ hasText: /1\s000/ })
      .waitFor()
  })

  it('takes both decimal marks, in months and posts too', async () => {
    const { sheet, page } = await openWithAmount({ language: 'en' })
    await sheet.enter(5, 'months', '=13/2')
    await sheet.enter(5, 'workload', '=0,5+0.25')
    await sheet.isSaved()
    expect(await sheet.text(5, 'months')).toBe('6,5')
    expect(await sheet.text(5, 'workload')).toBe('0,75')
    await sheet.cell(5, 'workload').click()
    await page.keyboard.press('F2')
    expect(await typedText(sheet)).toBe('=0,5+0.25')
    await page.keyboard.press('Escape')
  })

  it('gives way to a figure, even to the same one', async () => {
    const { sheet, page } = await openWithAmount()
    await sheet.enter(rent, 'amount', '=500+500')
    await sheet.enter(rent, 'amount', '1000')
    await sheet.isSaved()
    await sheet.cell(rent, 'amount').click()
    await page.keyboard.press('F2')
    expect(await typedText(sheet)).toBe('1000')
    await page.keyboard.press('Escape')
  })
})
