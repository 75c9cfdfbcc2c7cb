import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { objections } from './axe.ts'
import { Desk } from './desk.ts'
import {
  head,
  inTwo,
  moved,
  officer,
  openInSections,
  reinforcement,
  saving,
  shownLines,
} from './section-sheet.ts'
import { codes, type SheetPage } from './sheet.ts'
import { complaintsOf, type Visit } from './visit.ts'

/** Sections of lines: their sums, folding them, and selecting over them. */
const desk = Desk.forFile()
let sheet: SheetPage
let page: Page
let year: number

async function open(sections: readonly string[] = [], visit?: Visit): Promise<void> {
  ;({ year, sheet, page } = await openInSections(desk, sections, visit))
}

async function isShown(...expected: string[]): Promise<void> {
  await expect.poll(() => shownLines(page)).toEqual(expected)
}

const header = (name: string): Locator =>
  page.locator(`.ag-row[row-id="section ${name}"] [col-id="description"]`)
const line = (name: string): Locator =>
  page
    .locator('[col-id="description"]')
    .filter({ has: page.locator('.cell-text', { hasText: new RegExp(`^${name}$`) }) })

/** The row and the column of the cell that has the focus. */
const focused = (): Promise<(string | null | undefined)[]> =>
  page.evaluate(() => {
    const cell = document.activeElement
    return [cell?.closest('[row-id]')?.getAttribute('row-id'), cell?.getAttribute('col-id')]
  })

describe('sections', () => {
  it('do not show before there is one with a name', async () => {
    await open()
    await isShown(officer, head, moved, saving, reinforcement)
    expect(await page.locator('[row-id^="section "]').count()).toBe(0)
  })

  it('have headers with subtotals that add up to the sum, municipality by municipality', async () => {
    await open(['Personal', 'Personal', 'Lokaler'])
    await isShown(
      '[Personal]',
      officer,
      head,
      '[Lokaler]',
      moved,
      '[Utan avsnitt]',
      saving,
      reinforcement,
    )
    expect(await header('Personal').textContent()).toContain('2 rader')
    const amount = (text: string): number => Number(text.replace('−', '-').replace(/[^\d-]/g, ''))
    for (const column of ['amount', ...Object.keys(codes)]) {
      const parts = await Promise.all([1, 4, 6].map((row) => sheet.text(row, column)))
      const sum = parts.reduce((total, text) => total + amount(text), 0)
      expect([column, sum]).toEqual([column, amount(await sheet.text('sum', column))])
    }
    expect(complaintsOf(page)).toEqual([])
  })

  it('are recalculated while a figure is typed', async () => {
    await open(inTwo)
    await sheet.type(2, 'months', '6')
    await expect.poll(() => sheet.text(1, 'amount')).toBe('2 820 000')
    await page.keyboard.press('Escape')
    await expect.poll(() => sheet.text(1, 'amount')).toBe('4 620 000')
  })

  it('have no violation for whoever reads them aloud, in light and dark', async () => {
    for (const theme of ['light', 'dark'] as const) {
      await open(inTwo, { theme })
      await header('Lokaler').locator('.cell-fold').click()
      expect(await objections(page)).toEqual([])
      expect(await header('Lokaler').getAttribute('aria-expanded')).toBe('false')
      expect(await header('Personal').getAttribute('aria-expanded')).toBe('true')
      if (theme === 'light') await page.context().close()
    }
  })
})

describe('folding', () => {
  const all = ['[Personal]', officer, head, reinforcement, '[Lokaler]', moved, saving]

  it('by a click on the arrow, which says how many lines it hides', async () => {
    await open(inTwo)
    await header('Personal').locator('.cell-fold').click()
    await isShown('[Personal]', '[Lokaler]', moved, saving)
    expect(await header('Personal').textContent()).toContain('3 dolda rader')
    await header('Personal').locator('.cell-fold').click()
    await isShown(...all)
  })

  it('by Enter on the name of the section', async () => {
    await open(inTwo)
    await header('Lokaler').click()
    await page.keyboard.press('Enter')
    await isShown('[Personal]', officer, head, reinforcement, '[Lokaler]')
    await page.keyboard.press('Enter')
    await isShown(...all)
  })

  it('by Alt+- and Alt++ from any of its lines: the focus goes to the header', async () => {
    await open(inTwo)
    await sheet.cell(3, 'months').click()
    await page.keyboard.press('Alt+-')
    await isShown('[Personal]', '[Lokaler]', moved, saving)
    await expect.poll(focused).toEqual(['section Personal', 'description'])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Alt++')
    await isShown(...all)
  })

  it('of all from the toolbar, and is kept through a reload', async () => {
    await open(inTwo)
    await line(saving).click()
    await sheet.tool('Avsnitt').click()
    await page.getByRole('menuitem', { name: 'Fäll ihop alla' }).click()
    await isShown('[Personal]', '[Lokaler]')
    await page.reload()
    await header('Personal').waitFor()
    await isShown('[Personal]', '[Lokaler]')
    await sheet.tool('Avsnitt').click()
    await page.getByRole('menuitem', { name: 'Fäll ut alla' }).click()
    await isShown(...all)
  })

  it('keeps hidden lines out of what is emptied', async () => {
    await open(inTwo)
    await header('Lokaler').locator('.cell-fold').click()
    await sheet.cell(4, 'moneySource').waitFor()
    await sheet.cell(2, 'decision').or(sheet.cell(2, 'months')).click()
    await page.keyboard.press('Control+Shift+ArrowDown')
    await page.keyboard.press('Delete')
    await sheet.isSaved()
    const { lines } = await desk.office.budget(year)
    expect(lines.map(({ months }) => months)).toEqual([null, null, null, '6', null])
  })
})

describe('a selection over several sections', () => {
  it('sums up lines, not their subtotals', async () => {
    await open(inTwo)
    await sheet.cell(2, 'amount').click()
    await sheet.cell(7, 'amount').click({ modifiers: ['Shift'] })
    const bar = page.getByRole('group', { name: 'Markeringen i siffror' })
    await expect
      .poll(async () => (await bar.textContent())?.replace(/\s/g, ' '))
      .toContain('4 620 000')
  })
})
