import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { objections } from './axe.ts'
import { raiseStage, type Stage } from './browser.ts'
import { codes, openSheet, type SheetPage } from './sheet.ts'
import { type Visit } from './visit.ts'

/** What assistive technology, large text and other colours ask of the sheet. */
let stage: Stage
let sheet: SheetPage
let page: Page

beforeAll(async () => {
  stage = await raiseStage()
})
afterAll(() => stage?.close())
async function open(visit?: Visit): Promise<void> {
  sheet = await openSheet(stage, 2022, visit)
  page = sheet.page
}

describe('the W3C grid pattern', () => {
  it('has one grid with counts, row headers, indices and what is read-only', async () => {
    await open()
    const grid = page.getByRole('grid', { name: 'Budgetark 2022 för Familjehemscentrum' })
    expect(await grid.getAttribute('aria-rowcount')).toBe('11')
    expect(Number(await grid.getAttribute('aria-colcount'))).toBeGreaterThanOrEqual(15)
    expect(await grid.getAttribute('aria-multiselectable')).toBe('true')
    const row = page.getByRole('row', { name: /Resursförstärkning/ }).last()
    expect(await row.getAttribute('aria-rowindex')).toBe('8')
    expect(await row.getByRole('rowheader').textContent()).toContain('Resursförstärkning')
    const share = sheet.cell(5, 'Ragunda')
    expect(await share.getAttribute('aria-readonly')).toBe('true')
    expect(await sheet.cell(5, 'months').getAttribute('aria-readonly')).toBeNull()
    const head = page.getByRole('columnheader', { name: 'Ragunda' })
    expect(await share.getAttribute('aria-colindex')).toBe(await head.getAttribute('aria-colindex'))
  })

  it('tells what is selected', async () => {
    await open()
    await sheet.cell(1, 'months').click()
    await page.keyboard.press('Shift+ArrowDown')
    expect(await sheet.cell(2, 'months').getAttribute('aria-selected')).toBe('true')
    expect(await sheet.cell(3, 'months').getAttribute('aria-selected')).toBeNull()
    expect(await objections(page)).toEqual([])
  })

  it('has one tab stop, where the focus was last', async () => {
    await open()
    await sheet.cell(2, 'months').click()
    const stops = await page
      .getByRole('grid')
      .locator(':is(a[href], button, input, [tabindex="0"]):not([tabindex="-1"])')
      .evaluateAll((found) =>
        found.filter((element) => element.checkVisibility()).map((element) => element.outerHTML),
      )
    expect(stops).toEqual([])
  })
})

describe('the focus', () => {
  it.each(['light', 'dark'] as const)('is drawn in %s', async (theme) => {
    await open({ theme })
    await sheet.cell(2, 'months').click()
    const drawn = await sheet.cell(2, 'months').evaluate((cell) => {
      const { borderTopColor, backgroundColor } = getComputedStyle(cell)
      return { borderTopColor, backgroundColor }
    })
    expect(drawn.borderTopColor).not.toBe(drawn.backgroundColor)
    expect(drawn.borderTopColor).not.toContain('rgba(0, 0, 0, 0)')
  })

  it('and ranges are drawn in the colours of the user', async () => {
    await open()
    await page.emulateMedia({ forcedColors: 'active' })
    await sheet.cell(1, 'months').click()
    await page.keyboard.press('Shift+ArrowDown')
    const outline = await sheet
      .cell(2, 'months')
      .evaluate((cell) => getComputedStyle(cell).outlineStyle)
    expect(outline).toBe('solid')
  })
})

describe('large text', () => {
  it.each([
    [720, 450, '200 %'],
    [320, 256, '400 %'],
  ])('reflows around the grid at %i × %i, which is %s', async (width, height) => {
    await open({ width, height })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBe(0)
    await sheet.cell(1, 'description').click()
    await page.keyboard.press('End')
    await page.locator(`.ag-cell-focus[col-id="share ${codes.Östersund}"]`).waitFor()
    expect(await objections(page)).toEqual([])
  })
})

it('has targets of at least 24 pixels', async () => {
  await open()
  const small = await page
    .locator('button:visible, a[href]:visible, input:visible, select:visible')
    .evaluateAll((all) =>
      all
        .filter((element) => !element.closest('p, li, td, dd')) // words in a sentence are exempt
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24)) // 1: not shown
        .map(({ element, box }) => `${element.textContent} ${box.width}×${box.height}`),
    )
  expect(small).toEqual([])
})
