import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { objections } from './axe.ts'
import { Desk } from './desk.ts'
import { type SheetPage } from './sheet.ts'
import { type Visit } from './visit.ts'

/** Find and replace, as in Excel: Ctrl+F, Ctrl+H, F3. */
const desk = Desk.forFile()
let sheet: SheetPage
let page: Page
let year: number

async function open(visit?: Visit): Promise<void> {
  ;({ year, sheet, page } = await desk.openCopy(visit))
}

const bar = () => page.getByRole('search', { name: 'Sök i arket' })
const field = () => bar().getByRole('textbox', { name: 'Sök' })
const tally = (text: string) => bar().getByRole('status').filter({ hasText: text }).waitFor()
const press = (key: string) => page.keyboard.press(key)

/** Ctrl+F in the first cell of the lines, and what is sought. */
async function find(text: string): Promise<void> {
  await sheet.cell(1, 'description').click()
  await press('Control+f')
  await page.keyboard.type(text)
}

async function isPresent(cell: Locator): Promise<void> {
  await expect.poll(() => cell.getAttribute('class')).toContain('found-here')
}

const descriptions = async () =>
  (await desk.office.budget(year)).lines.map(({ description }) => description)

describe('find', () => {
  it('opens with Ctrl+F, counts the matches and marks them', async () => {
    await open()
    await find('300000')
    await tally('1 av 3')
    expect(await field().evaluate((input) => input === document.activeElement)).toBe(true)
    await isPresent(sheet.cell(3, 'amount'))
    expect(await page.locator('.ag-cell.found').count()).toBe(3)
    expect(await page.locator('.ag-cell.found-here').count()).toBe(1)
  })

  it('goes on with Enter and F3, back with Shift, and round', async () => {
    await open()
    await find('300 000')
    await tally('1 av 3')
    await press('Enter')
    await isPresent(sheet.cell(4, 'amount'))
    await tally('2 av 3')
    await press('F3')
    await isPresent(sheet.cell(5, 'amount'))
    await press('Enter')
    await isPresent(sheet.cell(3, 'amount'))
    await press('Shift+Enter')
    await isPresent(sheet.cell(5, 'amount'))
    await press('Shift+F3')
    await isPresent(sheet.cell(4, 'amount'))
    await bar().getByRole('button', { name: 'Nästa träff' }).click()
    await tally('3 av 3')
  })

  it('closes with Escape and gives the focus to the cell that was found', async () => {
    await open()
    await find('omprioritering')
    await tally('1 av 2')
    await press('Enter')
    await press('Escape')
    await bar().waitFor({ state: 'detached' })
    expect(await sheet.focusedColumn()).toBe('description')
    expect(await page.locator('.ag-cell.found').count()).toBe(0)
    await press('ArrowDown')
    await page.keyboard.type('Lokaler')
    await press('Enter')
    await sheet.isSaved()
    expect((await descriptions())[4]).toBe('Lokaler')
  })

  it('goes on in the sheet with F3 after it is closed', async () => {
    await open()
    await find('300000')
    await tally('1 av 3')
    await press('Escape')
    await press('F3')
    await tally('2 av 3')
    await expect.poll(() => sheet.focusedColumn()).toBe('amount')
    await press('Escape')
    await bar().waitFor({ state: 'detached' })
  })

  it('begins at the active cell', async () => {
    await open()
    await sheet.cell(4, 'description').click()
    await press('Control+f')
    await page.keyboard.type('50 000')
    await isPresent(sheet.cell(5, 'monthlyCost'))
    await tally('3 av 3')
  })

  it('finds letters without their marks, and says when there is nothing', async () => {
    await open()
    await find('resursforstarkning')
    await isPresent(sheet.cell(5, 'description'))
    await field().fill('samördnare')
    await tally('Inga träffar')
  })

  it('follows what is changed while it is open', async () => {
    await open()
    await find('Samordnare')
    await tally('1 av 1')
    await sheet.enter(2, 'description', 'Ledare')
    await tally('Inga träffar')
  })

  it('opens from anywhere on the page', async () => {
    await open()
    await page.getByRole('button', { name: 'Ändra nyckel' }).focus()
    await press('Control+f')
    await expect.poll(() => field().count()).toBe(1)
  })
})

describe('replace', () => {
  it('opens with Ctrl+H, replaces one and goes on to the next', async () => {
    await open()
    await sheet.cell(1, 'description').click()
    await press('Control+h')
    await page.keyboard.type('handläggare')
    await tally('1 av 3')
    await bar().getByRole('textbox', { name: 'Ersätt med' }).fill('Utredare')
    await bar().getByRole('button', { name: 'Ersätt', exact: true }).click()
    await isPresent(sheet.cell(3, 'description'))
    await tally('1 av 2')
    await sheet.isSaved()
    expect((await descriptions()).slice(0, 3)).toEqual([
      'Utredare',
      'Samordnare/enhetschef',
      'Handläggare genom omprioritering',
    ])
  })

  it('replaces all after a preview, in one step that can be undone', async () => {
    await open()
    const before = await descriptions()
    await sheet.cell(1, 'description').click()
    await press('Control+h')
    await page.keyboard.type('handläggare')
    await tally('1 av 3')
    await bar().getByRole('textbox', { name: 'Ersätt med' }).fill('utredare')
    await bar().getByRole('button', { name: 'Ersätt alla' }).click()
    const preview = sheet.dialog(/Ersätt i 3 celler/)
    await preview.getByRole('button', { name: 'Ersätt', exact: true }).click()
    await preview.waitFor({ state: 'detached' })
    await tally('Inga träffar')
    await sheet.isSaved()
    expect(await descriptions()).toEqual(
      before.map((description) => description.replace(/handläggare/i, 'utredare')),
    )
    await press('Escape')
    await press('Control+z')
    await expect.poll(() => sheet.text(1, 'description')).toBe('Handläggare')
    await sheet.isSaved()
    expect(await descriptions()).toEqual(before)
  })

  it('finds figures however they are grouped, and replaces them in what was typed', async () => {
    await open()
    await sheet.cell(2, 'monthlyCost').click()
    await press('Control+h')
    await page.keyboard.type('60 000')
    await isPresent(sheet.cell(2, 'monthlyCost'))
    await bar().getByRole('textbox', { name: 'Ersätt med' }).fill('61 000')
    await press('Enter')
    await expect.poll(() => sheet.text(2, 'amount')).toBe('732 000')
  })

  it('says that a match cannot be typed in', async () => {
    await open()
    await sheet.cell(1, 'description').click()
    await press('Control+h')
    await page.keyboard.type('4 620 000')
    await tally('1 av 1')
    await bar().getByRole('button', { name: 'Ersätt', exact: true }).click()
    await bar().getByText('Cellen går inte att skriva i.').waitFor()
  })
})

it.each([
  { theme: 'light', width: 1440, height: 900 },
  { theme: 'dark', width: 390, height: 844 },
] as const)('passes axe and fits: $theme, $width wide', async (look) => {
  await open(look)
  await sheet.cell(1, 'description').click()
  await press('Control+h')
  await page.keyboard.type('handläggare')
  await tally('1 av 3')
  expect(await objections(page)).toEqual([])
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(await wide()).toBe(0)
})
