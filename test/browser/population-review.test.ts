import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { paste } from './clipboard.ts'
import { Desk } from './desk.ts'
import { DraftSheetPage, plain } from './draft-sheet.ts'
import { complaintsOf, type Visit } from './visit.ts'

/** The sheet of populations: drafts are reviewed, then all are stored, each as a revision. */
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

async function correct(code: string, date: string, inhabitants: number): Promise<void> {
  const { length } = await stored(code, date)
  const figure = { municipalityCode: code, on: date, inhabitants, source: 'Annan' }
  const input = {
    clientMutationKey: crypto.randomUUID(),
    figures: [{ ...figure, basedOnRevision: length }],
  }
  await desk.office.ask(
    'mutation ($input: SetPopulationsInput!) { setPopulations(input: $input) { applied } }',
    { input },
  )
}

describe('the review', () => {
  it('shows what changes and what that does to every budget, and stores all of it', async () => {
    await desk.office.copyBudget()
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
    page = await desk.stage.visit()
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
    page = await desk.stage.visit()
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
