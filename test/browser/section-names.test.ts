import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
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
  storedLines,
} from './section-sheet.ts'
import type { SheetPage } from './sheet.ts'
import type { Visit } from './visit.ts'

/** Putting lines in sections and renaming those, by mouse and by key. */
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

async function stored(): Promise<string[]> {
  await sheet.isSaved()
  return storedLines(desk, year)
}

const header = (name: string): Locator =>
  page.locator(`.ag-row[row-id="section ${name}"] [col-id="description"]`)
const line = (name: string): Locator =>
  page
    .locator('[col-id="description"]')
    .filter({ has: page.locator('.cell-text', { hasText: new RegExp(`^${name}$`) }) })
const status = (text: string): Locator => page.getByRole('status').filter({ hasText: text })

/** The row and the column of the cell that has the focus. */
const focused = (): Promise<(string | null | undefined)[]> =>
  page.evaluate(() => {
    const cell = document.activeElement
    return [cell?.closest('[row-id]')?.getAttribute('row-id'), cell?.getAttribute('col-id')]
  })

describe('putting lines in a section', () => {
  it('by Alt+Shift+→, a new name for all that are selected, as one step', async () => {
    await open()
    await sheet.cell(1, 'description').click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await sheet.dialog('Lägg i avsnitt').waitFor()
    await page.keyboard.type('  Personal ')
    await page.keyboard.press('Enter')
    await isShown('[Personal]', officer, head, '[Utan avsnitt]', moved, saving, reinforcement)
    expect((await stored()).slice(0, 2)).toEqual([`Personal: ${officer}`, `Personal: ${head}`])
    await page.keyboard.press('Control+z')
    await isShown(officer, head, moved, saving, reinforcement)
    expect((await stored())[0]).toBe(`: ${officer}`)
  })

  it('by the toolbar: one that there is, with the arrow keys', async () => {
    await open(['Personal', 'Personal', 'Lokaler', 'Lokaler'])
    await line(reinforcement).click()
    await sheet.tool('Avsnitt').click()
    await page.getByRole('menuitem', { name: /Lägg i avsnitt/ }).click()
    await page.getByRole('combobox', { name: 'Avsnitt' }).fill('perso')
    await page.getByRole('option', { name: 'Personal' }).waitFor()
    await page.keyboard.press('Enter')
    await isShown('[Personal]', officer, head, reinforcement, '[Lokaler]', moved, saving)
    expect((await stored())[2]).toBe(`Personal: ${reinforcement}`)
  })

  it('by a click on no section', async () => {
    await open(inTwo)
    await line(head).click()
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await page.getByRole('option', { name: 'Utan avsnitt' }).click()
    await isShown(
      '[Personal]',
      officer,
      reinforcement,
      '[Utan avsnitt]',
      head,
      '[Lokaler]',
      moved,
      saving,
    )
  })

  it('by typing in the column of sections: Enter goes on to the row below, wherever that is now', async () => {
    await open(inTwo, { width: 2000 })
    await sheet.enter(4, 'section', 'Resor')
    await isShown('[Personal]', officer, head, '[Resor]', reinforcement, '[Lokaler]', moved, saving)
    await expect.poll(focused).toEqual(['section Lokaler', 'section'])
    expect((await stored())[2]).toBe(`Resor: ${reinforcement}`)
  })

  it('by adding a line after one in it', async () => {
    await open(inTwo)
    await line(head).click()
    await page.keyboard.press('Control+Insert')
    await page.keyboard.type('Vikarie')
    await page.keyboard.press('Enter')
    await isShown('[Personal]', officer, head, 'Vikarie', reinforcement, '[Lokaler]', moved, saving)
    expect((await stored())[2]).toBe('Personal: Vikarie')
  })
})

describe('renaming a section', () => {
  it('by F2 on its name', async () => {
    await open(inTwo)
    await header('Lokaler').click()
    await page.keyboard.press('F2')
    await sheet.dialog('Byt namn på avsnittet').waitFor()
    await page.keyboard.type('Hyror')
    await page.keyboard.press('Enter')
    await isShown('[Personal]', officer, head, reinforcement, '[Hyror]', moved, saving)
    expect((await stored()).slice(3)).toEqual([`Hyror: ${moved}`, `Hyror: ${saving}`])
  })

  it('by a double click, into one that there is: it says so before', async () => {
    await open(inTwo)
    await header('Lokaler').dblclick()
    await sheet.dialog('Byt namn på avsnittet').waitFor()
    await page.keyboard.type('personal')
    await status('Avsnittet ”Personal” finns redan. 2 rader läggs sist i det.').waitFor()
    await page.getByRole('button', { name: 'Slå ihop' }).click()
    await isShown('[Personal]', officer, head, reinforcement, moved, saving)
    await page.keyboard.press('Control+z')
    await isShown('[Personal]', officer, head, reinforcement, '[Lokaler]', moved, saving)
  })

  it('says that the sums and the name are not typed in their cells', async () => {
    await open(inTwo)
    await sheet.cell(1, 'amount').click()
    await page.keyboard.press('5')
    await status('Tryck på F2').waitFor()
  })
})
