import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { paste, pressToCopy } from './clipboard.ts'
import { Desk } from './desk.ts'
import { type SheetPage } from './sheet.ts'
import { complaintsOf, type Visit } from './visit.ts'

/** Copying, cutting and moving within the sheet, by the browser's own events. */
const desk = Desk.forFile()
let sheet: SheetPage
let page: Page
let year: number

afterEach(async () => {
  expect(complaintsOf(page)).toEqual([])
})

async function openCopy(visit?: Visit): Promise<void> {
  ;({ year, sheet, page } = await desk.openCopy(visit))
}

async function select(from: [number, string], to: [number, string] = from): Promise<void> {
  await sheet.cell(...from).click()
  await sheet.cell(...to).click({ modifiers: ['Shift'] })
}

const preview = () => sheet.dialog(/^(Klistra in|Flytta)/)
const confirm = (name: string | RegExp = 'Klistra in') =>
  preview().getByRole('button', { name, exact: typeof name === 'string' })
const said = async () => (await preview().innerText()).replace(/[\u00a0\u202f]/g, ' ')
const column = async (name: string, rows = [1, 2, 3, 4, 5]) =>
  Promise.all(rows.map((row) => sheet.text(row, name)))
const marching = () => page.locator('.ag-cell.copied').count()
const shows = (row: number, name: string, text: RegExp) =>
  sheet.cell(row, name).filter({ hasText: text }).waitFor()

describe('Ctrl+C', () => {
  it('writes bare numbers, per cent and text in both flavours', async () => {
    await openCopy()
    await select([3, 'description'], [4, 'amount'])
    const { text, html } = await pressToCopy(page, 'Control+c')
    expect(text).toBe(
      'Handläggare genom omprioritering\t1\t6\t50000\t300000\r\n' +
        'Omprioritering inom ordinarie budget\t\t\t\t-300000\r\n',
    )
    expect(html).toContain('x:num="-300000" sdval="-300000"')
    await sheet.cell('share', 'Ragunda').click()
    expect((await pressToCopy(page, 'Control+c')).text).toBe('4,2%\r\n')
  })

  it('draws a marching edge until Esc', async () => {
    await openCopy()
    await select([1, 'workload'], [2, 'months'])
    await pressToCopy(page, 'Control+c')
    expect(await marching()).toBe(4)
    const edge = () =>
      sheet.cell(1, 'workload').evaluate((cell) => getComputedStyle(cell, '::before').animationName)
    expect(await edge()).toBe('none') // no motion is wanted here
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    expect(await edge()).toBe('march')
    await page.keyboard.press('Escape')
    expect(await marching()).toBe(0)
  })

  it('takes several ranges with the same columns, and says why not others', async () => {
    await openCopy()
    await sheet.cell(1, 'months').click()
    await sheet.cell(3, 'months').click({ modifiers: ['Control'] })
    expect((await pressToCopy(page, 'Control+c')).text).toBe('12\r\n6\r\n')
    await sheet.cell(3, 'workload').click({ modifiers: ['Control'] })
    await page.keyboard.press('Control+c')
    await page.getByText('samma rader eller samma kolumner').waitFor()
  })

  it('leaves an open editor its own clipboard', async () => {
    await openCopy()
    await sheet.cell(1, 'months').click()
    await page.keyboard.press('F2')
    await paste(page, '7\t8')
    expect(await preview().count()).toBe(0)
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('12')
  })
})

describe('Ctrl+X', () => {
  it('moves cells: what was there is emptied once they are pasted', async () => {
    await openCopy()
    await select([1, 'workload'], [1, 'months'])
    const { text } = await pressToCopy(page, 'Control+x')
    expect(text).toBe('6\t12\r\n')
    expect(await sheet.text(1, 'months')).toBe('12')
    await sheet.cell(4, 'workload').click()
    await paste(page, text)
    await confirm('Flytta').click()
    expect(await column('workload', [1, 4])).toEqual(['0,0', '6,0'])
    expect(await marching()).toBe(0)
    await sheet.isSaved()
    const { lines } = await desk.office.budget(year)
    expect(lines[0]).toMatchObject({ workload: null, months: null })
    expect(lines[3]).toMatchObject({ workload: 600, months: '12' })
    await page.keyboard.press('Control+z')
    expect(await column('workload', [1, 4])).toEqual(['6,0', ''])
    await sheet.isSaved()
  })
})

describe('the cell menu', () => {
  const choose = (name: string) => page.getByRole('menuitem', { name, exact: true }).click()

  it('copies, cuts and pastes where the browser lets it', async () => {
    await openCopy()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await sheet.cell(3, 'months').click({ button: 'right' })
    await choose('Kopiera Ctrl+C')
    await sheet.cell(1, 'months').click({ button: 'right' })
    await choose('Klistra in Ctrl+V')
    await shows(1, 'months', /^6$/)
    await sheet.cell(2, 'months').click({ button: 'right' })
    await choose('Klipp ut Ctrl+X')
    await expect.poll(marching).toBe(1)
    await sheet.cell(4, 'months').click({ button: 'right' })
    await choose('Klistra in Ctrl+V')
    await confirm('Flytta').click()
    await sheet.isSaved()
    expect((await desk.office.budget(year)).lines.map(({ months }) => months)).toEqual([
      '6',
      null,
      '6',
      '12',
      '6',
    ])
  })

  it('says which keys to press where the browser does not', async () => {
    await openCopy()
    await page.evaluate(() =>
      Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }),
    )
    await sheet.cell(3, 'months').click({ button: 'right' })
    await choose('Klistra in Ctrl+V')
    await page.getByText('Tryck Ctrl+V i stället').waitFor()
    await sheet.cell(3, 'months').click({ button: 'right' })
    await choose('Kopiera Ctrl+C')
    await page.getByText('Tryck Ctrl+C i stället').waitFor()
    expect(await marching()).toBe(0)
  })
})

describe('a sorted sheet', () => {
  it('says that rows change in the order in which they are shown', async () => {
    await openCopy()
    await sheet.cell(1, 'workload').click()
    await page.keyboard.press('Control+Shift+l')
    await page.getByRole('menuitemcheckbox', { name: 'Sortera fallande' }).click()
    await sheet.cell(1, 'months').click()
    await paste(page, '9\n8')
    expect(await said()).toContain('Arket är sorterat: raderna ändras i den ordning de visas.')
    await page.keyboard.press('Escape')
  })
})

describe('copying within the sheet', () => {
  it('keeps formulas', async () => {
    await openCopy()
    await sheet.enter(2, 'monthlyCost', '=6*5000')
    await sheet.cell(2, 'monthlyCost').click()
    const { text } = await pressToCopy(page, 'Control+c')
    expect(text).toBe('30000\r\n')
    await sheet.cell(3, 'monthlyCost').click()
    await paste(page, text)
    await shows(3, 'monthlyCost', /30.000/)
    await page.keyboard.press('F2')
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(
      '=6*5000',
    )
    await page.keyboard.press('Escape')
    await sheet.isSaved()
  })

  it('ends when something else is typed: what was cut is not emptied any more', async () => {
    await openCopy()
    await sheet.cell(1, 'months').click()
    const { text } = await pressToCopy(page, 'Control+x')
    expect(await marching()).toBe(1)
    await sheet.enter(1, 'months', '5')
    await expect.poll(marching).toBe(0)
    await sheet.cell(3, 'months').click()
    await paste(page, text)
    await shows(3, 'months', /^12$/)
    await sheet.isSaved()
    expect((await desk.office.budget(year)).lines[0]!.months).toBe('5')
  })

  it('does not empty what was cut and is another since', async () => {
    await openCopy()
    await sheet.enter(1, 'months', '11')
    await sheet.cell(1, 'months').click()
    const { text } = await pressToCopy(page, 'Control+x')
    await page.keyboard.press('Control+z')
    await shows(1, 'months', /^12$/)
    await sheet.cell(3, 'months').click()
    await paste(page, text)
    await shows(3, 'months', /^11$/)
    expect(await sheet.text(1, 'months')).toBe('12')
    await sheet.isSaved()
  })
})

describe('a round trip', () => {
  it('from the sheet through the system clipboard back into it changes nothing', async () => {
    await openCopy()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await sheet.tool('Anteckningar').click()
    await select([1, 'description'], [5, 'decision'])
    await page.keyboard.press('Control+c')
    await page.keyboard.press('Control+v')
    await preview().getByText('det står samma sak där redan').waitFor()
    await page.keyboard.press('Escape')
  })
})
