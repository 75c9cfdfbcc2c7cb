import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { Desk } from './desk.ts'
import { EditGate, openSheet, type SheetPage } from './sheet.ts'
import { complaintsOf } from './visit.ts'

/** Filling cells from others: by keys, and by the handle in the corner of the selected range. */
const desk = Desk.forFile()
let sheet: SheetPage
let page: Page
let year: number

afterEach(async () => {
  expect(complaintsOf(page)).toEqual([])
})

async function openCopy(): Promise<void> {
  ;({ year, sheet, page } = await desk.openCopy())
}

async function select(from: [number, string], to: [number, string] = from): Promise<void> {
  await sheet.cell(...from).click()
  await sheet.cell(...to).click({ modifiers: ['Shift'] })
}

const column = async (name: string, rows: readonly number[]) =>
  Promise.all(rows.map((row) => sheet.text(row, name)))

/** Where the handle is: in the last corner of a cell. */
async function handleOf(row: number, name: string) {
  const box = (await sheet.cell(row, name).boundingBox())!
  return { x: box.x + box.width - 3, y: box.y + box.height - 3 }
}

async function grab(row: number, name: string): Promise<void> {
  const { x, y } = await handleOf(row, name)
  await page.mouse.move(x, y)
  await page.mouse.down()
}

async function dragTo(row: number, name: string): Promise<void> {
  const box = (await sheet.cell(row, name).boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 })
}

describe('keys', () => {
  it('Ctrl+D fills down from the first row, in one step', async () => {
    await openCopy()
    const gate = await EditGate.at(page)
    await select([1, 'workload'], [3, 'months'])
    await page.keyboard.press('Control+d')
    expect(await column('workload', [1, 2, 3])).toEqual(['6,0', '6,0', '6,0'])
    expect(await column('months', [1, 2, 3])).toEqual(['12', '12', '12'])
    await sheet.isSaved()
    expect(gate.seen).toHaveLength(1)
    await page.keyboard.press('Control+z')
    expect(await column('workload', [1, 2, 3])).toEqual(['6,0', '1,0', '1,0'])
    await sheet.isSaved()
  })

  it('Ctrl+D fills a single row from the one above', async () => {
    await openCopy()
    await select([5, 'keyId'], [5, 'moneySource'])
    await page.keyboard.press('Control+d')
    await sheet.cell(5, 'moneySource').filter({ hasText: 'Inom ram' }).waitFor()
    await sheet.isSaved()
  })

  it('Ctrl+R fills to the right', async () => {
    await openCopy()
    await select([1, 'workload'], [2, 'months'])
    await page.keyboard.press('Control+r')
    expect(await column('months', [1, 2])).toEqual(['6', '1'])
    await sheet.isSaved()
  })

  it('skips what cannot be typed in, and says so', async () => {
    await openCopy()
    await select([4, 'amount'], [5, 'amount'])
    await page.keyboard.press('Control+d')
    await page.getByText('1 cell hoppades över').waitFor()
    expect(await sheet.text(5, 'amount')).toBe('300 000')
  })

  it('Ctrl+Enter puts what is typed into the whole range', async () => {
    await openCopy()
    await select([1, 'months'], [3, 'months'])
    await page.keyboard.type('9')
    await page.keyboard.press('Control+Enter')
    expect(await column('months', [1, 2, 3])).toEqual(['9', '9', '9'])
    await sheet.isSaved()
    expect((await desk.office.budget(year)).lines[2]!.months).toBe('9')
  })
})

describe('sections', () => {
  it('have headings that take no part in what is filled', async () => {
    year = await desk.office.copyBudget()
    await desk.office.parted(year, 3, ['Personal', 'Lokaler'])
    sheet = await openSheet(desk.stage, year)
    page = sheet.page
    const inRow = (row: number) => sheet.cell(row, 'months')
    // a header, three lines, a header, two lines
    await inRow(2).click()
    await inRow(6).click({ modifiers: ['Shift'] })
    await page.keyboard.press('Control+d')
    expect(await column('months', [2, 3, 4, 6])).toEqual(['12', '12', '12', '12'])
    expect(await page.getByText('hoppades över').count()).toBe(0)
    await inRow(6).click()
    await page.keyboard.type('3')
    await page.keyboard.press('Enter')
    await inRow(7).click()
    await page.keyboard.press('Control+d')
    expect(await column('months', [6, 7])).toEqual(['3', '3'])
    await sheet.isSaved()
  })
})

describe('the handle', () => {
  it('copies one number, and shows where to', async () => {
    await openCopy()
    await sheet.cell(1, 'months').click()
    await grab(1, 'months')
    await dragTo(3, 'months')
    expect(await page.locator('.ag-cell.to-fill').count()).toBe(3)
    await page.mouse.up()
    expect(await column('months', [1, 2, 3])).toEqual(['12', '12', '12'])
    expect(await page.locator('.ag-cell.range').count()).toBe(3)
    expect(await page.locator('.ag-cell.to-fill').count()).toBe(0)
    await sheet.isSaved()
  })

  it('counts one number up with Ctrl, and goes on where two make a series', async () => {
    await openCopy()
    await sheet.enter(1, 'months', '1')
    await sheet.cell(1, 'months').click()
    await grab(1, 'months')
    await dragTo(3, 'months')
    await page.keyboard.down('Control')
    await page.mouse.up()
    await page.keyboard.up('Control')
    expect(await column('months', [1, 2, 3])).toEqual(['1', '2', '3'])

    await select([1, 'months'], [2, 'months'])
    await grab(2, 'months')
    await dragTo(5, 'months')
    await page.mouse.up()
    expect(await column('months', [1, 2, 3, 4, 5])).toEqual(['1', '2', '3', '4', '5'])
    await sheet.isSaved()
  })

  it('goes on with months and numbered texts, upwards too', async () => {
    await openCopy()
    await sheet.enter(1, 'description', 'Januari')
    await sheet.cell(1, 'description').click()
    await grab(1, 'description')
    await dragTo(3, 'description')
    await page.mouse.up()
    expect(await column('description', [1, 2, 3])).toEqual(['Januari', 'Februari', 'Mars'])
    await sheet.enter(5, 'description', 'Rad 9')
    await sheet.cell(5, 'description').click()
    await grab(5, 'description')
    await dragTo(4, 'description')
    await page.mouse.up()
    expect(await sheet.text(4, 'description')).toBe('Rad 8')
    await sheet.isSaved()
  })

  it('fills to the right', async () => {
    await openCopy()
    await sheet.cell(1, 'workload').click()
    await grab(1, 'workload')
    await dragTo(1, 'months')
    await page.mouse.up()
    expect(await sheet.text(1, 'months')).toBe('6')
    await sheet.isSaved()
  })

  it('lets go with Esc', async () => {
    await openCopy()
    await sheet.cell(1, 'months').click()
    await grab(1, 'months')
    await dragTo(3, 'months')
    await page.keyboard.press('Escape')
    expect(await page.locator('.ag-cell.to-fill').count()).toBe(0)
    await page.mouse.up()
    expect(await column('months', [1, 2, 3])).toEqual(['12', '12', '6'])
  })

  it('fills down to the end of the data with a double-click', async () => {
    await openCopy()
    await sheet.cell(1, 'months').click()
    const { x, y } = await handleOf(1, 'months')
    await page.mouse.dblclick(x, y)
    // workload, to the left, ends with the third line
    expect(await column('months', [1, 2, 3, 4])).toEqual(['12', '12', '12', ''])
    expect(await page.locator('.ag-cell-inline-editing').count()).toBe(0)
    await sheet.isSaved()
  })
})
