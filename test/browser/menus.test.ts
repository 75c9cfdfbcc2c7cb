import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { objections } from './axe.ts'
import { Desk } from './desk.ts'
import { type SheetPage } from './sheet.ts'
import { type Visit } from './visit.ts'

/** The menus of cells and columns, by mouse and by keyboard. */
const desk = Desk.forFile()
let sheet: SheetPage
let page: Page
let year: number

async function open(visit?: Visit): Promise<void> {
  ;({ year, sheet, page } = await desk.openCopy(visit))
}

const press = (key: string) => page.keyboard.press(key)
const menu = (name: string | RegExp) => page.getByRole('menu', { name })
const gone = () => page.getByRole('menu').waitFor({ state: 'detached' })
const header = (column: string) => page.locator(`.ag-header-cell[col-id="${column}"]`)
const marked = () => page.locator('.ag-cell[aria-selected=true]').count()
/** Every entry with its key, where it has one. */
const entries = async () =>
  (await page.getByRole('menu').locator('[role^=menuitem]').allInnerTexts()).map((text) =>
    text.replaceAll(/\s+/g, ' ').trim(),
  )

describe('the menu of a column', () => {
  it.each(['Control+Shift+l', 'Alt+Shift+ArrowDown'])('opens with %s', async (key) => {
    await open()
    await sheet.cell(2, 'months').click()
    await press(key)
    await menu('Kolumnmeny: Mån').waitFor()
    await press('Escape')
    await gone()
    expect(await sheet.focusedColumn()).toBe('months')
    await press('ArrowRight')
    expect(await sheet.focusedColumn()).toBe('monthlyCost')
  })

  it('opens by right click on the heading and by its button, which is 24 px', async () => {
    await open()
    await header('amount').click({ button: 'right' })
    await menu('Kolumnmeny: Belopp, kr').waitFor()
    await press('Escape')
    await gone()
    await header('share 2303').hover()
    const button = header('share 2303').getByRole('button', { name: 'Meny för Ragunda' })
    const box = (await button.boundingBox())!
    expect([box.width, box.height]).toEqual([24, 24])
    await button.click()
    await menu('Kolumnmeny: Ragunda').waitFor()
  })

  it('is walked with the keyboard, by arrows and by first letter, and says what holds', async () => {
    await open()
    await sheet.cell(1, 'amount').click()
    await press('Control+Shift+l')
    await menu(/Kolumnmeny/).waitFor()
    await press('ArrowDown')
    await press('Enter')
    await gone()
    await expect.poll(() => header('amount').getAttribute('aria-sort')).toBe('descending')
    await press('Control+Shift+l')
    const present = menu(/Kolumnmeny/).getByRole('menuitemcheckbox', { name: 'Sortera fallande' })
    expect(await present.getAttribute('aria-checked')).toBe('true')
    await page.keyboard.type('ta')
    await press('Enter')
    await gone()
    await expect.poll(() => header('amount').getAttribute('aria-sort')).toBeNull()
  })

  it('has an entry for everything that a drag does', async () => {
    await open()
    await sheet.cell(1, 'amount').click()
    await press('Control+Shift+l')
    expect(await entries()).toEqual([
      'Sortera stigande',
      'Sortera fallande',
      'Filtrera …',
      'Flytta åt vänster',
      'Flytta åt höger',
      'Lås till och med den här',
      'Lås upp kolumnerna',
      'Anpassa bredden',
      'Ange bredd …',
      'Dölj kolumnen',
      'Visa alla kolumner',
      'Återställ kolumnerna',
    ])
  })

  it('is not there for row numbers', async () => {
    await open()
    expect(await header('number').getByRole('button').count()).toBe(0)
    await header('number').click({ button: 'right' })
    expect(await page.getByRole('menu').count()).toBe(0)
  })
})

describe('the menu of a cell', () => {
  it.each(['Shift+F10', 'ContextMenu'])('opens with %s and closes with Escape', async (key) => {
    await open()
    await sheet.cell(4, 'description').click()
    await press(key)
    await menu('Cellmeny').waitFor()
    await press('Escape')
    await gone()
    expect(await sheet.focusedColumn()).toBe('description')
  })

  it('shows the key of each entry, and what cannot be done here', async () => {
    await open()
    await sheet.cell(1, 'Ragunda').click({ button: 'right' })
    const all = await entries()
    expect(all).toEqual(
      expect.arrayContaining([
        'Klipp ut Ctrl+X',
        'Kopiera Ctrl+C',
        'Klistra in Ctrl+V',
        'Fyll nedåt Ctrl+D',
        'Fyll åt höger Ctrl+R',
        'Rensa Delete',
        'Sök samma värde',
        'Visa bara rader med samma värde',
        'Ny rad Ctrl+Insert',
        'Ta bort raden Ctrl+Delete',
        'Varför detta belopp? Enter',
      ]),
    )
    const clear = menu('Cellmeny').getByRole('menuitem', { name: 'Rensa' })
    expect(await clear.getAttribute('aria-disabled')).toBe('true')
  })

  it('is about the range, when asked for within it, and else about the cell', async () => {
    await open()
    await sheet.cell(1, 'description').click()
    await sheet.cell(2, 'workload').click({ modifiers: ['Shift'] })
    await expect.poll(marked).toBe(4)
    await sheet.cell(2, 'description').click({ button: 'right' })
    await menu('Cellmeny').waitFor()
    await press('Escape')
    await gone()
    expect(await marked()).toBe(4)
    await sheet.cell(4, 'amount').click({ button: 'right' })
    await menu('Cellmeny').waitFor()
    await press('Escape')
    await gone()
    expect(await marked()).toBeLessThan(2)
    expect(await sheet.focusedColumn()).toBe('amount')
  })

  it('clears, and takes a new line, by keyboard', async () => {
    await open()
    await sheet.cell(4, 'amount').click()
    await press('Shift+F10')
    await menu('Cellmeny').waitFor()
    await page.keyboard.type('ren')
    await press('Enter')
    await gone()
    await expect.poll(() => sheet.text(4, 'amount')).toBe('')
    await press('Shift+F10')
    await menu('Cellmeny').waitFor()
    await page.keyboard.type('ny')
    await press('Enter')
    await gone()
    await expect.poll(async () => (await desk.office.budget(year)).lines.length).toBe(6)
  })

  it('finds the same value, and shows only rows that have it', async () => {
    await open()
    await sheet.cell(5, 'months').click({ button: 'right' })
    await menu('Cellmeny').getByText('Visa bara rader med samma värde').click()
    await page.getByText('2 av 5 rader visas', { exact: true }).waitFor()
    await sheet.cell(2, 'monthlyCost').click({ button: 'right' })
    await menu('Cellmeny').getByText('Sök samma värde').click()
    const find = page.getByRole('search', { name: 'Sök i arket' })
    await find.getByRole('status').filter({ hasText: '2 av 2' }).waitFor()
    expect(await find.getByRole('textbox', { name: 'Sök' }).inputValue()).toBe('50\u00a0000')
  })

  it('explains a share', async () => {
    await open()
    await sheet.cell(5, 'Ragunda').click({ button: 'right' })
    await menu('Cellmeny').getByText('Varför detta belopp?').click()
    await page.getByRole('complementary').waitFor()
  })
})

it.each([
  { theme: 'light', width: 1440, height: 900 },
  { theme: 'dark', width: 390, height: 844 },
] as const)('pass axe and fit: $theme, $width wide', async (look) => {
  await open(look)
  const heard = () => objections(page, '[role=menu]')
  for (const key of ['Control+Shift+l', 'Shift+F10']) {
    await sheet.cell(1, 'description').click()
    await press(key)
    const box = (await page.getByRole('menu').boundingBox())!
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(look.width)
    expect(box.y + box.height).toBeLessThanOrEqual(look.height)
    expect(await heard()).toEqual([])
    await press('Escape')
    await gone()
  }
})
