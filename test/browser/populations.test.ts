import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { widths } from './axe.ts'
import { Desk } from './desk.ts'
import { DraftSheetPage, plain } from './draft-sheet.ts'
import { complaintsOf, type Visit } from './visit.ts'

/** The sheet of populations, as it is read. */
const desk = Desk.forFile()
let sheet: DraftSheetPage
let page: Page

afterEach(async () => {
  expect(complaintsOf(page)).toEqual([])
})

const on = (date: string) => `on ${date}`
const year2021 = on('2021-12-31')

async function open(path = '/invanare?visa=deltagare', visit?: Visit): Promise<void> {
  page = await desk.stage.visit(visit)
  page.setDefaultTimeout(10_000)
  await page.goto(path)
  sheet = new DraftSheetPage(page)
  await page.locator('.ag-row[row-index="0"] [col-id="name"]').waitFor()
}

describe('reading', () => {
  it('opens with every municipality and the newest dates', async () => {
    await open('/invanare')
    const grid = page.getByRole('grid', { name: 'Invånare per kommun och mätdatum' })
    expect(await grid.getAttribute('aria-rowcount')).toBe('291')
    const dates = page.getByRole('columnheader', { name: /^\d{4}-\d\d-\d\d$/ })
    expect(await dates.count()).toBe(8)
    expect(plain(await dates.first().textContent())).toBe('2024-12-31')
    expect(await sheet.text('0114', on('2023-12-31'))).toBe('50 110')
  })

  it('limits the rows to those who take part, and keeps that in the address', async () => {
    page = await desk.stage.visit()
    page.setDefaultTimeout(10_000)
    sheet = new DraftSheetPage(page)
    await page.goto('/kommuner')
    await page.getByRole('link', { name: 'Öppna alla mätdatum som ark' }).click()
    await sheet.cell('0114', 'name').waitFor()
    await sheet.tool('Bara deltagare').click()
    await sheet.cell('0114', 'name').waitFor({ state: 'detached' })
    expect(await page.locator('.ag-row [col-id="name"]').allTextContents()).toEqual([
      'Ragunda',
      'Bräcke',
      'Krokom',
      'Strömsund',
      'Åre',
      'Härjedalen',
      'Östersund',
    ])
    await page.reload()
    await sheet.cell('2303', 'name').waitFor()
    expect(new URL(page.url()).search).toBe('?visa=deltagare')
    expect(await sheet.cell('0114', 'name').count()).toBe(0)
  })

  it('shows all reference dates when asked', async () => {
    await open()
    await sheet.cell('2303', 'name').click()
    await page.keyboard.press('End')
    expect(await sheet.focused()).toBe(`2303 ${on('2020-11-01')}`)
    await sheet.tool('Alla mätdatum').click()
    await sheet.cell('2303', 'name').click()
    await page.keyboard.press('End')
    await expect.poll(() => sheet.focused()).toBe(`2303 ${on('2000-12-31')}`)
    expect(new URL(page.url()).searchParams.get('datum')).toBe('alla')
  })

  it('says how many figures a date has, and marks what is not simply published', async () => {
    await open()
    const heading = page.getByRole('columnheader', { name: '2021-12-31' })
    expect(await heading.innerHTML()).toContain('31 december 2021: 8 uppgifter')
    const derived = sheet.cell('2303', on('2021-11-01'))
    expect(await derived.getAttribute('class')).toContain('is-remark')
    expect(await derived.getAttribute('aria-description')).toContain('Andrahandskälla: ')
    const published = sheet.cell('2303', on('2023-12-31'))
    expect(await published.getAttribute('class')).not.toContain('is-remark')
  })

  it('tells beside the sheet where a figure is from and which budgets use it', async () => {
    await open()
    await sheet.cell('2303', year2021).click()
    await page.keyboard.press('Alt+Enter')
    const panel = page.getByRole('complementary', { name: 'Uppgiften' })
    await panel.getByText('Ragunda, 31 december 2021').waitFor()
    await panel.getByText('Version 1').waitFor()
    const words = plain(await panel.innerText())
    expect(words).toContain('5 210')
    expect(words).toContain('Härledd')
    expect(words).toContain('Används av Familjehemscentrum 2022')
    await sheet.cell('2305', on('2023-12-31')).click()
    await panel.getByText('Bräcke, 31 december 2023').waitFor()
    await panel.getByText('Ingen budget använder uppgiften.').waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    expect(await sheet.focused()).toBe(`2305 ${on('2023-12-31')}`)
  })

  it('opens it from the menu of the cell, too', async () => {
    await open()
    await sheet.cell('2380', year2021).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Visa källa och versioner' }).click()
    await page.getByRole('complementary').getByText('Östersund, 31 december 2021').waitFor()
  })

  it.each(widths)('passes axe and fits: $width wide', async (look) => {
    await open('/invanare', look)
    expect(await sheet.violations()).toEqual([])
    expect(await sheet.overflow()).toBe(0)
    await sheet.enter('0114', on('2023-12-31'), '50111')
    await sheet.enter('0115', on('2023-12-31'), 'abc')
    await sheet.openReview()
    expect(await sheet.violations()).toEqual([])
    expect(await sheet.overflow()).toBe(0)
    await page.keyboard.press('Escape')
    await sheet.cell('0114', on('2023-12-31')).click()
    await page.keyboard.press('Alt+Enter')
    await page.getByRole('complementary').getByText('Version 1').waitFor()
    expect(await sheet.violations()).toEqual([])
  })

  it('says so when the figures cannot be fetched, and tries again', async () => {
    page = await desk.stage.visit()
    let isDown = true
    await page.route('**/graphql', (route) =>
      isDown ? route.fulfill({ status: 502, body: '' }) : route.continue(),
    )
    await page.goto('/invanare')
    await page.getByRole('alert').getByText('Det gick inte att hämta uppgifterna').waitFor()
    isDown = false
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await page.locator('.ag-row[row-index="0"] [col-id="name"]').waitFor()
    const errors = complaintsOf(page).filter((complaint) => !complaint.includes('502'))
    expect(errors).toEqual([])
    page = await desk.stage.visit()
  })

  it('speaks English', async () => {
    await open('/invanare', { language: 'en' })
    await page.getByRole('heading', { level: 1, name: 'Inhabitants' }).waitFor()
    await page.getByRole('button', { name: 'Participants only' }).waitFor()
  })
})
