import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { objections } from './axe.ts'
import { Desk } from './desk.ts'
import { EditGate, openSheet } from './sheet.ts'
import { complaintsOf, type Visit } from './visit.ts'

const desk = Desk.forFile()

const addressOf = (year: number): string => `/samverkan/familjehemscentrum/${year}/tabell`

async function openTable(year: number, visit?: Visit): Promise<Page> {
  const page = await desk.stage.visit(visit)
  page.setDefaultTimeout(10_000)
  await page.goto(addressOf(year))
  await page.locator('.sheet-table').first().waitFor()
  return page
}

/** What stands in a row of the table, with every kind of space made plain. */
async function row(page: Page, name: string | RegExp): Promise<string[]> {
  const found = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })
  const cells = await found.first().locator('th, td').allTextContents()
  return cells.map((text) => text.replace(/\s+/g, ' ').trim())
}

describe('the table of a budget', () => {
  it('shows what the sheet shows, line by line and municipality by municipality', async () => {
    const page = await openTable(2022)
    const heads = await page.getByRole('columnheader').allTextContents()
    expect(heads.map((head) => head.replace(/\s+/g, ' '))).toEqual(
      (
        'Rad|Benämning|Tjänster|Mån|Kr/mån|Belopp, kr|Nyckel|Medel|Typ|' +
        'Ragunda|Bräcke|Krokom|Strömsund|Åre|Härjedalen|Östersund'
      ).split('|'),
    )
    const shares = ['12 600', '14 700', '36 900', '27 600', '29 400', '24 300', '154 500']
    const typed = ['1,0', '6', '50 000', '300 000', 'Folkmängd', 'Nya medel', 'Kostnad']
    const [number, name, ...others] = await row(page, /^Resursförstärkning/)
    expect([number, ...others]).toEqual(['5', ...typed, ...shares])
    expect(name).toBe('Resursförstärkning, handläggare, 4, 7')
    const heard = /^Resursförstärkning, handläggare ?, Not 4 ?, Not 7$/
    expect(await page.getByRole('rowheader', { name: heard }).count()).toBe(1)
    expect((await row(page, /^Invånare 31 december 2021/)).at(-1)).toBe('64 324')
    expect((await row(page, 'Andel enligt nyckeln')).slice(-2)).toEqual(['8,1 %', '51,5 %'])
    expect((await row(page, 'Summa'))[5]).toBe('4 620 000')
    expect((await row(page, 'Kronor per invånare'))[5]).toBe('36,98')
    expect(complaintsOf(page)).toEqual([])
  })

  it('tells notes and decisions below, once each, and leads there and back', async () => {
    const page = await openTable(2022)
    const notes = page.getByRole('listitem').filter({ hasText: /^Rad 3–5: Beslut: SocSam/ })
    expect(await notes.count()).toBe(1)
    await page
      .getByRole('rowheader', { name: /^Resurs/ })
      .getByRole('link', { name: 'Not 4' })
      .click()
    expect(new URL(page.url()).hash).toBe('#not-4')
    await notes.getByRole('link', { name: 'Rad 3–5:' }).click()
    expect(new URL(page.url()).hash).toBe('#rad-3')
    const main = await page.getByRole('main').innerText()
    expect(main).toContain('Kostnaden fördelas efter folkmängd den 31 december 2021.')
    expect(main).toContain('Källa: Newsworthy efter SCB')
  })

  it('says who takes no part in a line, and adds up sections', async () => {
    const year = await desk.office.copyBudget()
    await desk.office.setLine(year, 1, { excluded: ['2303'], section: 'Personal' })
    await desk.office.setLine(year, 2, { section: 'Personal' })
    const page = await openTable(year)
    expect((await row(page, /^Handläggare ?, Not/))[9]).toBe('– deltar ej')
    const shares = (await desk.office.budget(year)).lines.slice(0, 2).map((line) => {
      const found = line.shares.find(({ municipality }) => municipality.code === '2305')
      return Number(found?.amount ?? 0)
    })
    const sum = (shares[0]! + shares[1]!).toFixed(2)
    const digits = (await row(page, 'Summa Personal'))[10]?.replaceAll(' ', '').replace(',', '.')
    expect(Number(digits).toFixed(2)).toBe(sum)
    await page.getByRole('rowheader', { name: 'Personal', exact: true }).waitFor()
    await page.getByRole('rowheader', { name: 'Utan avsnitt', exact: true }).waitFor()
    await page.getByRole('rowheader', { name: /^Summa utan avsnitt$/i }).waitFor()
  })

  it('is one link away from the sheet, and back', async () => {
    const { page } = await openSheet(desk.stage, 2022)
    await page.getByRole('link', { name: 'Tabell och utskrift' }).click()
    await page.waitForURL(`**${addressOf(2022)}`)
    await expect.poll(() => page.title()).toBe('Familjehemscentrum 2022, tabell – Andel')
    await page.getByRole('link', { name: 'Till arket' }).click()
    await page.waitForURL('**/samverkan/familjehemscentrum/2022')
  })

  it('shows what is saved, says that something is not, and takes it in once it is', async () => {
    const year = await desk.office.copyBudget()
    const sheet = await openSheet(desk.stage, year)
    const { page } = sheet
    const gate = await EditGate.at(page)
    gate.hold()
    await sheet.enter(5, 'monthlyCost', '55000')
    await page.getByRole('link', { name: 'Tabell och utskrift' }).click()
    await page.getByText('ändringar i den här webbläsaren som inte är sparade').waitFor()
    expect((await row(page, /^Resursförstärkning/))[5]).toBe('300 000')
    await gate.release()
    await page.getByText('som inte är sparade').waitFor({ state: 'detached' })
    expect((await row(page, /^Resursförstärkning/))[5]).toBe('330 000')
  })

  it('says that there is no such budget, and why', async () => {
    const page = await desk.stage.visit()
    await page.goto(addressOf(2030))
    await page.getByRole('heading', { level: 1, name: 'Budgeten finns inte' }).waitFor()
    await expect.poll(() => page.title()).toBe('Budgeten finns inte – Andel')
    await page.getByText('Samverkan Familjehemscentrum har ingen budget för 2030.').waitFor()
  })

  it('comes without the grid', async () => {
    const page = await desk.stage.visit({ first: true })
    const scripts: Promise<string>[] = []
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(response.text())
    })
    await page.goto(addressOf(2022))
    await page.locator('.sheet-table').waitFor()
    const texts = await Promise.all(scripts)
    expect(texts.some((text) => text.includes('budget-table'))).toBe(true)
    expect(texts.some((text) => text.includes('ag-root-wrapper'))).toBe(false)
  })
})

describe('for everybody', () => {
  it.each([
    { theme: 'light', language: 'sv', width: 1440, height: 900 },
    { theme: 'dark', language: 'en', width: 1440, height: 900 },
    { theme: 'dark', language: 'sv', width: 390, height: 844 },
    { theme: 'light', language: 'en', width: 320, height: 640 },
  ] as const)('passes axe and fits: $theme, $language, $width wide', async (look) => {
    const page = await openTable(2022, look)
    expect(await objections(page)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBe(0)
  })

  it('scrolls inside a region that the keyboard reaches, with the names of lines in view', async () => {
    const page = await openTable(2022, { width: 320, height: 640 })
    const region = page.getByRole('region', { name: 'Budget 2022 för Familjehemscentrum, kronor' })
    await region.focus()
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight')
    await expect.poll(() => region.evaluate((box) => box.scrollLeft)).toBeGreaterThan(50)
    await region.evaluate((box) => box.scrollTo({ left: 600 }))
    const name = (await page.getByRole('rowheader', { name: 'Summa' }).boundingBox())!
    expect(name.x).toBeGreaterThanOrEqual(0)
    expect(name.x + name.width).toBeLessThan(320)
  })
})
