import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { objections } from './axe.ts'
import { Desk } from './desk.ts'
import { SheetPage } from './sheet.ts'
import { type Visit } from './visit.ts'

/** Laying out columns, and what of an arrangement is kept. */
const desk = Desk.forFile()
let sheet: SheetPage
let page: Page

async function open(visit?: Visit): Promise<void> {
  ;({ sheet, page } = await desk.openCopy(visit))
}

async function reload(): Promise<void> {
  await page.reload()
  await sheet.cell('sum', 'description').waitFor()
}

const press = (key: string) => page.keyboard.press(key)
const header = (column: string) => page.locator(`.ag-header-cell[col-id="${column}"]`)
const chips = () => page.getByRole('group', { name: 'Så är arket ordnat' })
const chip = (name: string) => chips().getByRole('button', { name })
/** The numbers of the lines in the order they are shown. */
const order = async () =>
  (await page.locator('.ag-row[row-index] [col-id="number"]').allInnerTexts())
    .filter(Boolean)
    .join('')
const shows = (expected: string) => expect.poll(order).toBe(expected)
/** Columns on screen by id, as assistive technology counts them. */
const columns = () =>
  page
    .locator('.ag-header-cell')
    .evaluateAll((all) =>
      all
        .toSorted((a, b) => Number(a.ariaColIndex) - Number(b.ariaColIndex))
        .map((one) => one.getAttribute('col-id')),
    )
const width = async (column: string) => Math.round((await header(column).boundingBox())!.width)

/** The grid tells of what is dragged a moment after it is let go. */
const isKept = (what: string) =>
  expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain(`\\"${what}\\"`)

/** Chooses in the menu that a column's button opens. */
async function choose(column: string, entry: string): Promise<void> {
  await header(column).hover()
  await header(column).getByRole('button').click()
  await page.getByRole('menu').getByText(entry, { exact: true }).click()
  await page.getByRole('menu').waitFor({ state: 'detached' })
}

const filter = () => sheet.dialog(/^Filtrera: /)
const confirm = () => filter().getByRole('button', { name: 'Filtrera' }).click()

describe('columns', () => {
  it('are as wide as they are dragged, or fitted by a double click', async () => {
    await open()
    const before = await width('description')
    await dragFrom('description', 60)
    await expect.poll(() => width('description')).toBe(before + 60)
    await isKept('description')
    await reload()
    await expect.poll(() => width('description')).toBe(before + 60)
    const box = (await header('description').locator('.ag-header-cell-resize').boundingBox())!
    await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2)
    await expect.poll(() => width('description')).not.toBe(before + 60)
  })

  it('are as wide as they are told in the menu', async () => {
    await open()
    await choose('keyId', 'Ange bredd …')
    const dialog = sheet.dialog('Bredd: Nyckel')
    await dialog.getByLabel('Bredd i bildpunkter').fill('20')
    await dialog.getByRole('button', { name: 'Ändra bredden' }).click()
    await dialog.getByText('Skriv ett helt tal från 40 till 1000.').waitFor()
    await dialog.getByLabel('Bredd i bildpunkter').fill('211')
    await press('Enter')
    await expect.poll(() => width('keyId')).toBe(211)
    await choose('keyId', 'Anpassa bredden')
    await expect.poll(() => width('keyId')).toBeLessThan(140)
    await choose('keyId', 'Återställ kolumnerna')
    await expect.poll(() => width('keyId')).toBeGreaterThanOrEqual(126)
  })

  it('change places by dragging and by menu, and stay there', async () => {
    await open()
    const own = await columns()
    const from = (await header('months').boundingBox())!
    const to = (await header('amount').boundingBox())!
    await header('months').click() // only a column that is selected is moved
    await page.mouse.move(from.x + 20, from.y + 18)
    await page.mouse.down()
    await page.mouse.move(from.x + 60, from.y + 18, { steps: 4 })
    await page.mouse.move(to.x + to.width - 10, to.y + 18, { steps: 12 })
    await page.mouse.up()
    await expect
      .poll(async () => (await columns()).slice(2, 6))
      .toEqual(['workload', 'monthlyCost', 'amount', 'months'])
    await isKept('order')
    await reload()
    await choose('months', 'Flytta åt vänster')
    await choose('months', 'Flytta åt vänster')
    await expect.poll(columns).toEqual(own)
    await choose('workload', 'Flytta åt vänster')
    await expect
      .poll(async () => (await columns()).slice(0, 3))
      .toEqual(['number', 'workload', 'description'])
  })

  it('are hidden and shown again; the focus goes to the neighbour', async () => {
    await open()
    await sheet.cell(2, 'months').click()
    await press('Alt+Shift+ArrowDown')
    await page.getByRole('menu').waitFor()
    await page.keyboard.type('döl')
    await press('Enter')
    await header('months').waitFor({ state: 'detached' })
    await expect.poll(() => sheet.focusedColumn()).toBe('monthlyCost')
    await choose('moneySource', 'Dölj kolumnen')
    await chip('Visa 2 dolda kolumner').waitFor()
    await reload()
    expect(await header('months').count()).toBe(0)
    await chip('Visa 2 dolda kolumner').click()
    await header('months').waitFor()
    expect(await chips().count()).toBe(0)
  })

  it('are hidden besides those that the notes button hides', async () => {
    await open()
    const notes = page.getByRole('button', { name: 'Anteckningar' })
    await notes.click()
    await choose('kind', 'Dölj kolumnen')
    await chip('Visa 1 dold kolumn').waitFor()
    await notes.click()
    await header('note').waitFor({ state: 'detached' })
    expect(await chips().count()).toBe(0)
    await notes.click()
    await header('note').waitFor()
    expect(await header('kind').count()).toBe(0)
    await chip('Visa 1 dold kolumn').click()
    await header('kind').waitFor()
  })

  it('stay when the sheet is scrolled, up to the one chosen', async () => {
    await open({ width: 900, height: 700 })
    await choose('months', 'Lås till och med den här')
    await reload()
    await sheet.cell(1, 'description').click()
    await press('End')
    await sheet.cell(1, 'Östersund').waitFor()
    const box = async (column: string) => (await header(column).boundingBox())!
    expect((await box('months')).x).toBeGreaterThan((await box('description')).x)
    expect((await box('months')).x).toBeLessThan(400)
    expect((await box('share 2380')).x).toBeLessThan(900)
    await choose('months', 'Lås upp kolumnerna')
    await expect
      .poll(() => page.locator('.ag-grid-pinned-left-cells [col-id="months"]').count())
      .toBe(0)
    expect(
      await page.locator('.ag-grid-pinned-left-cells [col-id="number"]').count(),
    ).toBeGreaterThan(0)
  })

  it('count in their order for assistive technology', async () => {
    await open()
    await choose('workload', 'Dölj kolumnen')
    await choose('months', 'Flytta åt höger')
    const indices = await page.locator('.ag-row[row-index="0"] .ag-cell').evaluateAll((cells) =>
      cells
        .map((cell) => ({
          index: Number(cell.ariaColIndex),
          x: cell.getBoundingClientRect().x,
        }))
        .toSorted((a, b) => a.x - b.x)
        .map(({ index }) => index),
    )
    expect(indices).toEqual([...new Set(indices)].toSorted((a, b) => a - b))
    const count = await page.getByRole('grid').getAttribute('aria-colcount')
    expect(Number(count)).toBe(indices.at(-1))
  })

  async function dragFrom(column: string, by: number): Promise<void> {
    const box = (await header(column).locator('.ag-header-cell-resize').boundingBox())!
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + by, y, { steps: 6 })
    await page.mouse.up()
  }
})

it('is kept with everything over a reload, for this sheet alone', async () => {
  await open()
  await choose('amount', 'Sortera stigande')
  await choose('moneySource', 'Filtrera …')
  await filter().getByRole('checkbox', { name: 'Nya medel' }).uncheck()
  await confirm()
  await shows('4321')
  await reload()
  await shows('4321')
  await chip('Ta bort: Belopp, kr: stigande').waitFor()
  await page.goto('/samverkan/familjehemscentrum/2022')
  await shows('12345')
})

it.each([
  { theme: 'light', width: 1440, height: 900 },
  { theme: 'dark', width: 390, height: 844 },
] as const)('passes axe with chips and dialogs: $theme, $width wide', async (look) => {
  await open(look)
  await sheet.cell(1, 'description').click()
  await press('Control+Shift+l')
  await page.getByRole('menu').getByText('Sortera stigande').click()
  await chips().waitFor()
  expect(await objections(page)).toEqual([])
  await press('Control+Shift+l')
  await page.getByRole('menu').getByText('Filtrera …').click()
  await filter().waitFor()
  expect(await objections(page)).toEqual([])
  await press('Escape')
  await filter().waitFor({ state: 'detached' })
  await expect.poll(() => sheet.focusedColumn()).toBe('description')
})
