import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { objections } from './axe.ts'
import { raiseStage, type Stage } from './browser.ts'
import { openSheet, OtherOffice, type SheetPage } from './sheet.ts'
import { type Visit } from './visit.ts'

/** What the selection comes to, at the foot of the sheet. */
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

const bar = () =>
  page.getByRole('group', { name: /Markeringen i siffror|The selection in figures/ })
const figure = (name: string) => bar().getByRole('button', { name })
/** What it says, with every kind of space made plain. */
const says = async () =>
  (await bar().locator('button, .place, .remark').allInnerTexts()).map((text) =>
    text.replaceAll(/\s+/g, ' ').trim(),
  )
const clipboard = () => page.evaluate(() => navigator.clipboard.readText())

it('says of a single cell where it is, and nothing else', async () => {
  await open()
  await sheet.cell(2, 'Ragunda').click()
  await expect.poll(says).toEqual(['Samordnare/enhetschef: Ragunda'])
  await page.keyboard.press('ArrowRight')
  await expect.poll(says).toEqual(['Samordnare/enhetschef: Bräcke'])
})

it('adds up a range, in Swedish format', async () => {
  await open()
  await sheet.cell(1, 'Ragunda').click()
  for (let line = 1; line < 5; line++) await page.keyboard.press('Shift+ArrowDown')
  await expect
    .poll(says)
    .toEqual(['Summa 194 040', 'Medel 38 808', 'Antal 5', 'Min −12 600', 'Max 151 200'])
  await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('Shift+ArrowUp')
  await expect.poll(says).toContain('Medel 64 680')
  await sheet.cell(2, 'Ragunda').click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect.poll(says).toContain('Medel 10 080')
})

it('leaves headings of sections out: what they add up is in the sum already', async () => {
  const office = new OtherOffice(stage.program)
  const year = await office.copyBudget()
  await office.parted(year, 2, ['Personal', 'Övrigt'])
  sheet = await openSheet(stage, year)
  page = sheet.page
  await sheet.cell(1, 'amount').click()
  await page.keyboard.press('Control+Space')
  await expect.poll(says).toContain('Antal 5')
  await expect.poll(says).toContain('Summa 4 620 000')
})

it('counts a cell once, however many ranges have it, and texts as filled', async () => {
  await open()
  await sheet.cell(1, 'description').click()
  await sheet.cell(1, 'workload').click({ modifiers: ['Shift'] })
  await sheet.cell(1, 'workload').click({ modifiers: ['Control'] })
  await expect.poll(says).toEqual(['Summa 6', 'Medel 6', 'Antal 2', 'Min 6', 'Max 6'])
})

it('adds up percentages, and not together with other numbers', async () => {
  await open()
  await sheet.cell('share', 'Ragunda').click()
  await sheet.cell('share', 'Östersund').click({ modifiers: ['Shift'] })
  await expect.poll(says).toContain('Summa 100 %')
  await sheet.cell('population', 'Ragunda').click({ modifiers: ['Shift'] })
  await expect.poll(says).toEqual(['Antal 2', 'Procent och andra tal läggs inte ihop.'])
})

it('follows what is typed, before it is sent', async () => {
  await open()
  await sheet.cell(1, 'months').click()
  await sheet.cell(2, 'months').click({ modifiers: ['Shift'] })
  await expect.poll(says).toContain('Summa 24')
  await page.keyboard.type('11')
  await expect.poll(says).toContain('Summa 23')
  await page.keyboard.press('Escape')
  await expect.poll(says).toContain('Summa 24')
})

it('copies the bare number by click', async () => {
  await open()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await sheet.cell(4, 'Ragunda').click()
  await sheet.cell(4, 'Bräcke').click({ modifiers: ['Shift'] })
  await figure('Summa').click()
  await bar().getByRole('status').filter({ hasText: 'Summa är kopierat: −27' }).waitFor()
  expect(await clipboard()).toBe('-27300')
  await sheet.cell(1, 'workload').click()
  await sheet.cell(3, 'months').click({ modifiers: ['Shift'] })
  await expect.poll(says).toContain('Medel 6,33')
  await figure('Medel').click()
  await expect.poll(clipboard).toBe('6,33')
})

it('copies by keyboard: F6 out of the sheet, Tab, Enter', async () => {
  await open()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await sheet.cell(1, 'amount').click()
  await page.keyboard.press('Shift+ArrowDown')
  await figure('Max').waitFor()
  await page.keyboard.press('F6')
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  for (let step = 0; step < 9 && !(await focused()).includes('Max'); step++) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Enter')
  await expect.poll(clipboard).toBe('3600000')
})

it('says it in English', async () => {
  await open({ language: 'en' })
  await sheet.cell(4, 'Ragunda').click()
  await page.keyboard.press('Shift+ArrowRight')
  await expect
    .poll(says)
    .toEqual(['Sum -27 300', 'Average -13 650', 'Count 2', 'Min -14 700', 'Max -12 600'])
})

it('wraps where there is little room, and passes axe', async () => {
  await open({ width: 390, height: 844 })
  await sheet.cell(1, 'description').click()
  await page.keyboard.press('Control+a')
  await figure('Summa').waitFor()
  const boxes = await bar()
    .getByRole('button')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect))
  expect(boxes.every(({ right, height }) => right <= 390 && height >= 24)).toBe(true)
  expect(await objections(page)).toEqual([])
})
