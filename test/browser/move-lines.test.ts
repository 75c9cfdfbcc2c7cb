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

/** Moving lines and sections, by mouse and by key. */
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

/** Takes a row by its grip and lets it go over another one. */
async function drag(row: Locator, over: Locator, half: 'upper' | 'lower'): Promise<void> {
  await holdOver(row, over, half)
  await page.mouse.up()
}

async function holdOver(row: Locator, over: Locator, half: 'upper' | 'lower'): Promise<void> {
  const inRow = row.locator('xpath=ancestor::*[@row-id]')
  await row.hover()
  const grip = (await inRow.locator('.cell-grip').boundingBox())!
  const to = (await over.boundingBox())!
  await page.mouse.move(grip.x + 8, grip.y + 12)
  await page.mouse.down()
  await page.mouse.move(grip.x + 9, grip.y + 14)
  await page.mouse.move(to.x + 20, to.y + to.height * (half === 'upper' ? 0.25 : 0.75))
}

describe('moving lines', () => {
  it('by Alt+↑ and Alt+↓, several that are selected together', async () => {
    await open()
    await sheet.cell(2, 'months').click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Alt+ArrowUp')
    await isShown(head, moved, officer, saving, reinforcement)
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('Alt+ArrowDown')
    await isShown(officer, saving, head, moved, reinforcement)
    expect(await page.locator('[col-id="months"].range').count()).toBe(2)
    expect((await stored())[3]).toBe(`: ${moved}`)
  })

  it('across the border of a section, whose name they take, in one step', async () => {
    await open(inTwo)
    await line(reinforcement).click()
    await page.keyboard.press('Alt+ArrowDown')
    await isShown('[Personal]', officer, head, '[Lokaler]', reinforcement, moved, saving)
    expect((await stored())[2]).toBe(`Lokaler: ${reinforcement}`)
    await page.keyboard.press('Alt+ArrowUp')
    await isShown('[Personal]', officer, head, reinforcement, '[Lokaler]', moved, saving)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await isShown('[Personal]', officer, head, reinforcement, '[Lokaler]', moved, saving)
    expect((await stored())[2]).toBe(`Personal: ${reinforcement}`)
  })

  it('by the arrows of the toolbar', async () => {
    await open()
    await sheet.cell(1, 'description').click()
    await sheet.tool('Flytta upp').isDisabled()
    await sheet.tool(/Flytta.*ned/).click()
    await isShown(head, officer, moved, saving, reinforcement)
  })

  it('by dragging their grips to a mark between lines', async () => {
    await open(inTwo)
    await drag(line(saving), line(head), 'upper')
    await isShown('[Personal]', officer, saving, head, reinforcement, '[Lokaler]', moved)
    expect((await stored())[1]).toBe(`Personal: ${saving}`)
    await drag(line(officer), line(moved), 'lower')
    await isShown('[Personal]', saving, head, reinforcement, '[Lokaler]', moved, officer)
  })

  it('by dragging several, into a folded section', async () => {
    await open(inTwo)
    await header('Lokaler').locator('.cell-fold').click()
    await line(officer).click()
    await page.keyboard.press('Shift+ArrowDown')
    await drag(line(head), header('Lokaler'), 'lower')
    await isShown('[Personal]', reinforcement, '[Lokaler]', moved, saving, officer, head)
  })

  it('shows where they would come, and puts them back with Escape', async () => {
    await open()
    await holdOver(line(officer), line(saving), 'lower')
    await page.locator('.drop-mark').waitFor()
    expect(await line(officer).getAttribute('class')).toContain('held')
    await page.keyboard.press('Escape')
    await page.locator('.drop-mark').waitFor({ state: 'detached' })
    await page.mouse.up()
    await isShown(officer, head, moved, saving, reinforcement)
    expect(await line(officer).getAttribute('class')).not.toContain('held')
  })
})

describe('where lines cannot be moved to', () => {
  it('says why while the sheet is sorted: by key and by hand', async () => {
    await open(inTwo)
    await sheet.cell(2, 'amount').click()
    await page.keyboard.press('Control+Shift+l')
    await page.getByRole('menuitemcheckbox', { name: 'Sortera stigande' }).click()
    await isShown('[Personal]', reinforcement, head, officer, '[Lokaler]', saving, moved)
    await line(head).click()
    await page.keyboard.press('Alt+ArrowUp')
    await status('Arket är sorterat').waitFor()
    await line(officer).click()
    await status('Arket är sorterat').waitFor({ state: 'detached' })
    await drag(line(officer), line(head), 'upper')
    await status('Arket är sorterat').waitFor()
    await isShown('[Personal]', reinforcement, head, officer, '[Lokaler]', saving, moved)
  })

  it('scrolls to what is out of sight while a line is held', async () => {
    await open()
    await desk.office.addLines(year, 60)
    await page.reload()
    await line('Rad 5').waitFor()
    const bottom = (await sheet.cell('sum', 'description').boundingBox())!
    await holdOver(line(officer), line(head), 'lower')
    await page.mouse.move(bottom.x + 20, bottom.y + 10)
    await line('Rad 60').waitFor()
    await page.mouse.move(bottom.x + 20, bottom.y - 40)
    await page.mouse.up()
    await expect.poll(async () => (await stored()).indexOf(`: ${officer}`)).toBeGreaterThan(55)
  })
})

describe('moving a section', () => {
  const swapped = ['[Lokaler]', moved, saving, '[Personal]', officer, head, reinforcement]

  it('by Alt+↓ on its header, with all its lines, in one step', async () => {
    await open(inTwo)
    await header('Personal').click()
    await page.keyboard.press('Alt+ArrowDown')
    await isShown(...swapped)
    expect((await stored())[0]).toBe(`Lokaler: ${moved}`)
    await page.keyboard.press('Alt+ArrowUp')
    await isShown('[Personal]', officer, head, reinforcement, '[Lokaler]', moved, saving)
    await page.keyboard.press('Control+z')
    await isShown(...swapped)
  })

  it('by dragging its grip', async () => {
    await open(inTwo)
    await drag(header('Lokaler'), line(officer), 'upper')
    await isShown(...swapped)
    expect((await stored())[4]).toBe(`Personal: ${reinforcement}`)
  })
})
