import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { complaintsOf, raiseStage, type Stage, type Visit } from './browser.ts'
import { paste, pressToCopy } from './clipboard.ts'
import { DraftSheetPage, looks, plain } from './draft-sheet.ts'
import { OtherOffice } from './sheet.ts'

/** The sheet of populations: figures are drafts until all of them are stored, each as a revision. */
let stage: Stage
let office: OtherOffice
let sheet: DraftSheetPage
let page: Page

beforeAll(async () => {
  stage = await raiseStage()
  office = new OtherOffice(stage.product.address)
})
afterAll(() => stage?.close())
afterEach(async () => {
  expect(complaintsOf(page)).toEqual([])
  await page.context().close()
})

const on = (date: string) => `on ${date}`
const year2021 = on('2021-12-31')

async function open(path = '/invanare?visa=deltagare', visit?: Visit): Promise<void> {
  page = await stage.visit(visit)
  page.setDefaultTimeout(10_000)
  await page.goto(path)
  sheet = new DraftSheetPage(page)
  await page.locator('.ag-row[row-index="0"] [col-id="name"]').waitFor()
}

/** What is stored of a figure, as somebody else reads it. */
async function stored(code: string, date: string) {
  const { municipality } = await office.ask<{
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

async function correct(code: string, date: string, inhabitants: number): Promise<void> {
  const { length } = await stored(code, date)
  const figure = { municipalityCode: code, on: date, inhabitants, source: 'Annan' }
  const input = {
    clientMutationKey: crypto.randomUUID(),
    figures: [{ ...figure, basedOnRevision: length }],
  }
  await office.ask(
    'mutation ($input: SetPopulationsInput!) { setPopulations(input: $input) { applied } }',
    { input },
  )
}

describe('reading', () => {
  it('opens within a second with every municipality and the newest dates', async () => {
    await open('/invanare')
    const fetched = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('/graphql'))
        .map(({ duration }) => duration),
    )
    expect(Math.max(...fetched)).toBeLessThan(1000)
    const grid = page.getByRole('grid', { name: 'Invånare per kommun och mätdatum' })
    expect(await grid.getAttribute('aria-rowcount')).toBe('291')
    const dates = page.getByRole('columnheader', { name: /^\d{4}-\d\d-\d\d$/ })
    expect(await dates.count()).toBe(8)
    expect(plain(await dates.first().textContent())).toBe('2024-12-31')
    expect(await sheet.text('0114', on('2023-12-31'))).toBe('50 110')
  })

  it('limits the rows to those who take part, and keeps that in the address', async () => {
    page = await stage.visit()
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

  it.each(looks)('passes axe and fits: $theme, $width wide', async (look) => {
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
    page = await stage.visit()
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
    await page.context().close()
    page = await stage.visit()
  })

  it('speaks English', async () => {
    await open('/invanare', { language: 'en' })
    await page.getByRole('heading', { level: 1, name: 'Inhabitants' }).waitFor()
    await page.getByRole('button', { name: 'Participants only' }).waitFor()
  })
})

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

describe('the review', () => {
  it('shows what changes and what that does to every budget, and stores all of it', async () => {
    await office.copyBudget()
    await open()
    await sheet.enter('2303', year2021, '5400')
    await sheet.enter('2309', year2021, '15500')
    await sheet.enter('2361', year2021, '20114')
    const review = await sheet.openReview()
    expect((await sheet.changes()).map((row) => row.slice(0, 4))).toEqual([
      ['Ragunda 2021-12-31', '5 210', '5 400', '+190 +3,6 %'],
      ['Krokom 2021-12-31', '15 352', '15 500', '+148 +1 %'],
      ['Härjedalen 2021-12-31', '10 114', '20 114', '+10 000 +98,9 % mer än 5 %'],
    ])
    await review.getByText('1 av 3 avviker mer än 5 procent').waitFor()
    await review
      .getByRole('button', { name: 'Ta bort ändringen: Härjedalen 31 december 2021' })
      .click()
    await sheet.calculated()
    expect(await sheet.changes()).toHaveLength(2)
    const budgets = await review.locator('details summary').allInnerTexts()
    expect(budgets.map((text) => plain(text).split(' ·')[0])).toEqual([
      'Familjehemscentrum 2022',
      'Familjehemscentrum 2023',
    ])
    const effect = await sheet.rows(review.getByRole('table').nth(1))
    expect(effect[0]).toEqual(['Ragunda', '194 040', '198 660', '+4 620'])
    expect(effect).toHaveLength(7)

    await review.getByRole('button', { name: 'Spara 2 ändringar' }).click()
    await review.getByText('Ange varifrån uppgiften kommer.').waitFor()
    expect(await stored('2303', '2021-12-31')).toHaveLength(1)
    await review.getByLabel('Källa').fill('SCB, rättad folkmängd')
    await review.getByLabel('Anmärkning').fill('Felräknat')
    await review.getByRole('button', { name: 'Spara 2 ändringar' }).click()
    await review.waitFor({ state: 'detached' })
    await sheet.state('Inga ändringar')
    await expect.poll(() => sheet.said()).toBe('2 uppgifter är sparade.')
    expect(await sheet.text('2303', year2021)).toBe('5 400')
    expect((await stored('2303', '2021-12-31'))[1]).toEqual({
      inhabitants: 5400,
      source: 'SCB, rättad folkmängd',
      quality: 'CORRECTED',
      note: 'Felräknat',
    })
    expect(await stored('2361', '2021-12-31')).toHaveLength(1)

    await sheet.cell('2303', year2021).click()
    await page.keyboard.press('Alt+Enter')
    const panel = page.getByRole('complementary')
    await panel.getByText('Version 2 ·').waitFor()
    expect(plain(await panel.getByRole('list').last().innerText())).toContain('5 210')
  })

  it('asks which shall hold when somebody has corrected the figure since', async () => {
    await open()
    await sheet.enter('2313', year2021, '11500')
    await sheet.enter('2321', year2021, '12300')
    await correct('2313', '2021-12-31', 11600)
    await correct('2321', '2021-12-31', 12400)
    const review = await sheet.openReview()
    await review.getByText('Någon annan har sparat 11 600 sedan du skrev 11 500.').waitFor()
    const save = review.getByRole('button', { name: /^Spara/ })
    expect(await save.isDisabled()).toBe(true)
    await review.getByRole('button', { name: 'Ta det sparade' }).nth(1).click()
    await review.getByRole('button', { name: 'Behåll mitt' }).click()
    await review.getByLabel('Källa').fill('Kommunen')
    await review.getByRole('button', { name: 'Spara 1 ändring', exact: true }).click()
    await review.waitFor({ state: 'detached' })
    const figures = async (code: string) =>
      (await stored(code, '2021-12-31')).map(({ inhabitants }) => inhabitants)
    expect(await figures('2313')).toEqual([11473, 11600, 11500])
    expect(await figures('2321')).toEqual([12271, 12400])
    expect(await sheet.text('2321', year2021)).toBe('12 400')
  })

  it('stores nothing while the server is away, and can be tried again', async () => {
    await open()
    await sheet.enter('2380', on('2020-12-31'), '63990')
    const review = await sheet.openReview()
    await review.getByLabel('Källa').fill('SCB')
    await page.route('**/graphql', (route) => route.abort())
    await review.getByRole('button', { name: 'Spara 1 ändring' }).click()
    await review
      .getByRole('alert')
      .getByText(/nås inte|uppkoppling|servern/i)
      .waitFor()
    expect(await sheet.text('2380', on('2020-12-31'))).toBe('63 990')
    await page.unroute('**/graphql')
    await review.getByRole('button', { name: 'Spara 1 ändring' }).click()
    await review.waitFor({ state: 'detached' })
    expect(await stored('2380', '2020-12-31')).toHaveLength(2)
    const errors = complaintsOf(page).filter((complaint) => !/ERR_FAILED/.test(complaint))
    expect(errors).toEqual([])
    await page.context().close()
    page = await stage.visit()
  })

  it('is not saved before the budgets are calculated, or when they cannot be', async () => {
    await open()
    await sheet.enter('2380', on('2022-12-31'), '63990')
    const held: (() => void)[] = []
    await page.route('**/graphql', async (route) => {
      await new Promise<void>((release) => held.push(release))
      await route.abort()
    })
    await sheet.tool('Granska').click()
    const { review } = sheet
    await review.getByLabel('Källa').fill('SCB')
    await page.keyboard.press('Enter')
    const save = review.getByRole('button', { name: 'Spara 1 ändring' })
    await review.getByText('Räknar …', { exact: true }).waitFor()
    expect(await save.isDisabled()).toBe(true)
    await expect.poll(() => held.length).toBe(1)
    held[0]?.()
    await review.getByRole('alert').waitFor()
    expect(await save.isDisabled()).toBe(true)
    await page.unroute('**/graphql')
    await review.getByRole('button', { name: 'Försök igen' }).click()
    await sheet.calculated()
    await save.click()
    await review.waitFor({ state: 'detached' })
    expect(await stored('2380', '2022-12-31')).toHaveLength(2)
    const errors = complaintsOf(page).filter((complaint) => !/ERR_FAILED/.test(complaint))
    expect(errors).toEqual([])
    await page.context().close()
    page = await stage.visit()
  })

  it('gives the focus back to the sheet when no cell had it, and refuses what is too much', async () => {
    await open()
    await sheet.enter('2380', on('2022-12-31'), '9 999 999 999')
    await sheet.state('1 ändrad uppgift · 1 går inte att läsa')
    const title = await sheet.cell('2380', on('2022-12-31')).getAttribute('aria-description')
    expect(plain(title)).toContain('från 0 till 100 000 000')
    await page.reload()
    await sheet.tool('Granska').focus()
    await page.keyboard.press('Enter')
    await sheet.review.getByRole('button', { name: 'Ta bort alla ändringar' }).click()
    await sheet.review.waitFor({ state: 'detached' })
    await expect.poll(() => sheet.focused()).toMatch(/^2303 /)
  })

  it('is made with the keyboard alone: a new date, pasted, reviewed and stored', async () => {
    await open()
    await sheet.tool('Nytt mätdatum').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('2025-13-31')
    await page.keyboard.press('Enter')
    await page.getByText('Datumet finns inte.').waitFor()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('2025-12-31')
    await page.keyboard.press('Enter')
    await expect.poll(() => sheet.focused()).toBe(`2303 ${on('2025-12-31')}`)
    await paste(page, '5150\n6000\n15700\n10900\n12800\n10200\n65000\n')
    await sheet.state('7 ändrade uppgifter')
    await sheet.tool('Granska').focus()
    await page.keyboard.press('Enter')
    await sheet.calculated()
    expect((await sheet.changes())[0]).toEqual([
      'Ragunda 2025-12-31',
      'ingen uppgift',
      '5 150',
      '+4 +0,1 % jämfört med 2024-12-31',
      '',
    ])
    await sheet.review.getByText('Ingen budget påverkas.').waitFor()
    await page.keyboard.type('SCB, folkmängd 31 december 2025')
    await page.keyboard.press('Enter')
    await sheet.review.waitFor({ state: 'detached' })
    await sheet.state('Inga ändringar')
    expect(await stored('2380', '2025-12-31')).toMatchObject([{ inhabitants: 65000 }])
    expect(await sheet.focused()).toBe(`2303 ${on('2025-12-31')}`)
  })
})
