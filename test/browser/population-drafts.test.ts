import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { paste, pressToCopy } from './clipboard.ts'
import { Desk } from './desk.ts'
import { DraftSheetPage, plain } from './draft-sheet.ts'
import { complaintsOf, type Visit } from './visit.ts'

/** The sheet of populations: figures are drafts, made as in every sheet. */
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

/** What is stored of a figure, as somebody else reads it. */
async function stored(code: string, date: string) {
  const { municipality } = await desk.office.ask<{
    municipality: {
      population: {
        revisions: { inhabitants: number; source: string; quality: string; note: string | null }[]
      } | null
    }
  }>(
    `query ($code: String!, $on: Date!) { municipality(code: $code) { population(on: $on) {
      revisions { inhabitants source quality note } } } }`,
    { code, on: date },
  )
  return municipality.population?.revisions ?? []
}

describe('a draft', () => {
  it('is marked in its cell, kept over a reload, and taken back with Ctrl+Z', async () => {
    await open()
    await sheet.enter('2303', year2021, '5 400')
    await sheet.state('1 ändrad uppgift')
    expect(await sheet.cell('2303', year2021).getAttribute('class')).toContain('is-draft')
    const title = await sheet.cell('2303', year2021).getAttribute('aria-description')
    expect(plain(title)).toBe('Ändrat men inte sparat. Sparat är: 5 210.')
    await page.reload()
    await sheet.state('1 ändrad uppgift')
    expect(await sheet.text('2303', year2021)).toBe('5 400')
    expect(await stored('2303', '2021-12-31')).toHaveLength(1)

    await sheet.enter('2305', year2021, '6200')
    await sheet.state('2 ändrade uppgifter')
    await page.keyboard.press('Control+z')
    await sheet.state('1 ändrad uppgift')
    expect(await sheet.text('2305', year2021)).toBe('6 175')
    await page.keyboard.press('Control+y')
    await sheet.state('2 ändrade uppgifter')
  })

  it('is gone when what is stored is typed again, or with Delete', async () => {
    await open()
    await sheet.enter('2303', year2021, '5400')
    await sheet.enter('2303', year2021, '5210')
    await sheet.state('Inga ändringar')
    await sheet.enter('2303', year2021, '5400')
    await sheet.cell('2303', year2021).click()
    await page.keyboard.press('Delete')
    await sheet.state('Inga ändringar')
    await page.keyboard.press('Delete')
    await expect.poll(() => sheet.said()).toBe('Cellen kan inte tömmas.')
  })

  it('that cannot be read stays in its cell with the reason', async () => {
    await open()
    await sheet.enter('2303', year2021, '1.234')
    await sheet.state('1 ändrad uppgift · 1 går inte att läsa')
    const cell = sheet.cell('2303', year2021)
    expect(await cell.textContent()).toBe('1.234')
    expect(await cell.getAttribute('aria-invalid')).toBe('true')
    const review = await sheet.openReview()
    expect(await review.getByRole('button', { name: /^Spara/ }).isDisabled()).toBe(true)
    await review.getByText('Rätta eller ta bort det som inte går att läsa.').waitFor()
  })

  it('comes from a formula, a fill and a paste, each one step', async () => {
    await open()
    await sheet.enter('2303', year2021, '=5200+10*2')
    expect(await sheet.text('2303', year2021)).toBe('5 220')
    await sheet.cell('2303', year2021).click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+d')
    await sheet.state('3 ändrade uppgifter')
    await page.keyboard.press('Control+z')
    await sheet.state('1 ändrad uppgift')

    await sheet.cell('2303', on('2023-12-31')).click()
    await paste(page, '5 101\r\n6 102\r\n15 103\r\n11 104\r\n12 105\r\n10 106\r\n64 107\r\n9\r\n')
    await sheet.state('8 ändrade uppgifter')
    expect(await sheet.said()).toBe('1 rad fick inte plats.')
    expect(await sheet.text('2380', on('2023-12-31'))).toBe('64 107')
    await page.keyboard.press('Control+z')
    await sheet.state('1 ändrad uppgift')
  })

  it('is copied as a bare number, with the name of its row', async () => {
    await open()
    await sheet.cell('2303', 'name').click()
    await page.keyboard.press('Control+Shift+ArrowRight')
    const { text } = await pressToCopy(page, 'Control+c')
    expect(text).toMatch(/^Ragunda\tJämtlands län\t5146\t5135\t/)
  })
})

describe('the layer', () => {
  it('adds up, finds, sorts and lists the keys, as in every sheet', async () => {
    await open()
    await sheet.cell('2303', year2021).click()
    await page.keyboard.press('Control+Space')
    await page.getByRole('button', { name: 'Summa 124 919' }).waitFor()

    await page.keyboard.press('Control+f')
    await page.getByRole('textbox', { name: 'Sök' }).fill('15352')
    await page.getByText('1 av 1').waitFor()
    await page.keyboard.press('Escape')
    expect(await sheet.focused()).toBe(`2309 ${year2021}`)

    await page.keyboard.press('Control+Shift+l')
    await page.getByRole('menuitemcheckbox', { name: 'Sortera fallande' }).click()
    await expect
      .poll(() => page.locator('.ag-row[row-index="0"] [col-id="name"]').textContent())
      .toBe('Östersund')
    await sheet.cell('2380', year2021).click()
    await paste(page, '1\n2\n')
    expect(await sheet.said()).toContain('Arket är sorterat')

    await page.keyboard.press('F1')
    const keys = page.getByRole('dialog', { name: 'Tangenter i arket' })
    await keys.getByText('Visa uppgiftens källa och versioner').waitFor()
    for (const absent of ['Flytta raden', 'Dagens datum', 'Ny rad i en anteckning', 'Öppna det']) {
      expect(await keys.getByText(absent).count(), absent).toBe(0)
    }
    await page.keyboard.press('Escape')
    await page.keyboard.press('F6')
    await expect
      .poll(() => page.evaluate(() => !document.activeElement?.closest('.ag-root')))
      .toBe(true)
  })

  it('goes down with Enter, from figure to figure', async () => {
    await open()
    await sheet.cell('2303', year2021).click()
    await page.keyboard.type('5300')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('15400')
    await page.keyboard.press('Enter')
    await sheet.state('2 ändrade uppgifter')
    expect(await sheet.text('2309', year2021)).toBe('15 400')
  })

  it('is typed in with a tap on a phone, and reviewed without scrolling sideways', async () => {
    await open('/invanare?visa=deltagare', { width: 390, height: 844, touch: true })
    const cell = sheet.cell('2303', on('2024-12-31'))
    await cell.tap()
    await cell.locator('input').fill('15300')
    await page.keyboard.press('Enter')
    await sheet.state('1 ändrad uppgift')
    const review = await sheet.openReview()
    const table = review.locator('.drafts')
    expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
  })
})
