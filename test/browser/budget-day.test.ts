import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { clipOf, paste } from './clipboard.ts'
import { Desk } from './desk.ts'
import { SheetPage } from './sheet.ts'
import { complaintsOf } from './visit.ts'

/**
 * The ten commonest tasks of a budget day, in Swedish and with the keyboard alone: nothing here points or
 * clicks. The sheet is read as whoever sits in front of it reads it.
 */
const desk = Desk.forFile()
let page: Page
let sheet: SheetPage
let year: number

afterEach(async () => {
  expect(complaintsOf(page)).toEqual([])
})

const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}
const stored = async (number: number) => (await desk.office.budget(year)).lines[number - 1]!
const shows = (row: Parameters<SheetPage['cell']>[0], column: string, text: RegExp | string) =>
  sheet.cell(row, column).filter({ hasText: text }).waitFor()

/** Presses a key until what has the focus is named as wanted. */
async function until(name: string | RegExp, key = 'Tab'): Promise<void> {
  const isThere = () =>
    page.evaluate(() => {
      const focused = document.activeElement
      const label = (focused as HTMLInputElement | null)?.labels?.[0]?.textContent
      return label ?? focused?.getAttribute('aria-label') ?? focused?.textContent ?? ''
    })
  for (let presses = 0; presses < 60; presses++) {
    const here = (await isThere()).replace(/\s+/g, ' ').trim()
    if (typeof name === 'string' ? here === name : name.test(here)) return
    await page.keyboard.press(key)
  }
  throw new Error(`Nothing that ${key} leads to is named ${name}.`)
}

/** From the start page to the budget of this test, with the focus in its sheet. */
async function openFromStart(): Promise<void> {
  year = await desk.office.copyBudget()
  page = await desk.stage.visit()
  page.setDefaultTimeout(10_000)
  sheet = new SheetPage(page)
  await page.goto('/')
  await page.getByRole('link', { name: `Budget ${year}` }).waitFor()
  await until(`Budget ${year}`)
  await press('Enter')
  await sheet.cell('sum', 'amount').waitFor()
  const inGrid = () => page.evaluate(() => !!document.activeElement?.closest('[role=grid]'))
  for (let presses = 0; presses < 40 && !(await inGrid()); presses++) await press('Tab')
}

/** Goes to a cell by its name. */
async function goTo(name: string): Promise<void> {
  await press('Control+g')
  await sheet.dialog('Gå till').waitFor()
  await page.keyboard.type(name)
  await press('Enter')
  await sheet.dialog('Gå till').waitFor({ state: 'detached' })
}

describe('a budget day', () => {
  it('1: finds the budget from the start page, and a figure in it', async () => {
    await openFromStart()
    await goTo('5 Ragunda')
    expect(await sheet.focusedColumn()).toBe('share 2303')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/12.600/)
    await press('Control+f')
    await page.keyboard.type('154500')
    await page.getByText('3 av 3').waitFor()
    await press('Escape')
    expect(await sheet.focusedColumn()).toBe('share 2380')
  })

  it('2: corrects a figure, and sees and hears what every municipality then pays', async () => {
    await openFromStart()
    await goTo('5 mån')
    await page.keyboard.type('7')
    await shows(5, 'Ragunda', /14.700/)
    await shows('change', 'Ragunda', /\+2.100/)
    await press('Enter')
    await page
      .locator('[aria-live="polite"]')
      .filter({ hasText: /7 andelar ändrade/ })
      .waitFor({ state: 'attached' })
    await sheet.isSaved()
    expect(await stored(5)).toMatchObject({ months: '7', amount: '350000.00' })
  })

  it('3: adds a line with half a post', async () => {
    await openFromStart()
    await goTo('5 benämning')
    await press('Control+Insert')
    for (const text of ['Utredare', '0,5', '10', '48 000']) {
      await page.keyboard.type(text)
      await press('Tab')
    }
    await shows(6, 'amount', /240.000/)
    await sheet.isSaved()
    expect(await stored(6)).toMatchObject({ description: 'Utredare', amount: '240000.00' })
  })

  it('4: pastes lines from Excel, having seen what they will change', async () => {
    await openFromStart()
    await goTo('5 benämning')
    await press('Control+Insert')
    const { text, html } = clipOf('excel-windows')
    await paste(page, text, html)
    const preview = sheet.dialog(/^Klistra in/)
    await preview.waitFor()
    await preview.getByText('Östersund').first().waitFor()
    await press('Escape')
    await preview.waitFor({ state: 'detached' })
    await paste(page, 'Lokaler\t\t\t\t120 000\r\nResor\t\t\t\t15 500,50\r\n')
    await preview.waitFor()
    await press('Enter')
    await sheet.isSaved()
    expect([await stored(6), await stored(7)]).toMatchObject([
      { description: 'Lokaler', amount: '120000.00' },
      { description: 'Resor', amount: '15500.50' },
    ])
  })

  it('5: fills the same months down a column', async () => {
    await openFromStart()
    await goTo('1 mån')
    await page.keyboard.type('9')
    await press('Enter', 'ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d')
    await sheet.isSaved()
    const { lines } = await desk.office.budget(year)
    expect(lines.slice(0, 3).map(({ months }) => months)).toEqual(['9', '9', '9'])
  })

  it('6: calculates in the cell', async () => {
    await openFromStart()
    await goTo('4 belopp')
    await page.keyboard.type('=-6*45 000+1 250,50')
    await shows(4, 'Östersund', /−138.4/)
    await press('Enter')
    await sheet.isSaved()
    expect(await stored(4)).toMatchObject({ amount: '-268749.50' })
    await press('ArrowUp', 'F2')
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(
      '=-6*45 000+1 250,50',
    )
    await press('Escape')
  })

  it('7: undoes what was wrong, and does it again', async () => {
    await openFromStart()
    await goTo('1 tjänster')
    await press('Shift+ArrowDown', 'Delete')
    await shows('sum', 'amount', /300.000/)
    await press('Control+z')
    await shows('sum', 'amount', /4.620.000/)
    await press('Control+y')
    await shows(1, 'amount', /^0$/)
    await press('Control+z')
    await sheet.isSaved()
    expect((await desk.office.budget(year)).total).toBe('4620000.00')
  })

  it('8: answers why a municipality pays what it pays', async () => {
    await openFromStart()
    await goTo('5 Krokom')
    await press('Enter')
    const panel = page.getByRole('complementary')
    await panel.getByText('36 900 kr', { exact: true }).waitFor()
    await panel.getByText(/12,3/).first().waitFor()
    await press('Escape')
    await panel.waitFor({ state: 'detached' })
    expect(await sheet.focusedColumn()).toBe('share 2309')
  })

  it('9: corrects a number of inhabitants, with its source', async () => {
    await openFromStart()
    await goTo('invånare Ragunda')
    await page.keyboard.type('5 300')
    await press('Enter')
    const dialog = sheet.dialog('Rätta invånarantal')
    await dialog.waitFor()
    await page.keyboard.type('SCB, rättad tabell')
    await press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await sheet.isSaved()
    const { populations } = await desk.office.budget(year)
    expect(populations.find(({ inhabitants }) => inhabitants === 5300)).toMatchObject({
      source: 'SCB, rättad tabell',
      revision: 2,
    })
  })

  it('10: finds out how many months a given amount pays for', async () => {
    await openFromStart()
    await goTo('5 mån')
    await press('Shift+F6')
    await until('Räkna baklänges', 'Shift+Tab')
    await press('Enter')
    await sheet.dialog(/^Räkna baklänges/).waitFor()
    await until(/^Belopp/)
    await page.keyboard.type('350 000')
    await until('Använd 7 månader')
    await press('Enter')
    await sheet.isSaved()
    expect(await stored(5)).toMatchObject({ months: '7' })
  })
})
