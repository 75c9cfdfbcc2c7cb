import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { type Visit } from './browser.ts'
import { Desk } from './desk.ts'
import { EditGate, openSheet, type SheetPage } from './sheet.ts'

const desk = Desk.forFile()

const pages: Page[] = []
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close()
})

/** A budget of the test's own, open in a browser of its own. */
async function openCopy(visit?: Visit, populationDate?: string) {
  const year = await desk.office.copyBudget(populationDate)
  const sheet = await open(year, visit)
  return { year, sheet, page: sheet.page }
}

async function open(year: number, visit?: Visit): Promise<SheetPage> {
  const sheet = await openSheet(desk.stage, year, visit)
  pages.push(sheet.page)
  return sheet
}

const decided = ['12 600', '14 700', '36 900', '27 600', '29 400', '24 300', '154 500']

describe('a value that cannot be taken', () => {
  it.each([
    ['1.234', 'kan läsas som 1 234 eller som 1,234'],
    ['abc', 'är inget tal'],
  ])('keeps %s in its cell with the reason, until it is corrected', async (text, reason) => {
    const { sheet, page } = await openCopy()
    const gate = await EditGate.at(page)
    await sheet.enter(4, 'amount', text)
    const cell = sheet.cell(4, 'amount')
    expect(await sheet.text(4, 'amount')).toBe(text)
    expect(await cell.getAttribute('aria-invalid')).toBe('true')
    expect((await cell.getAttribute('aria-description'))?.replace(/\s/g, ' ')).toContain(reason)
    expect((await sheet.notice.innerText()).replace(/\s/g, ' ')).toContain(reason)
    expect(await sheet.focusedColumn()).toBe('amount')
    expect(await sheet.shares(4)).toEqual(decided.map((share) => `−${share}`))
    await sheet.state.filter({ hasText: '1 ej sparad' }).waitFor()
    expect(gate.seen).toEqual([])

    await page.keyboard.press('F2')
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(text)
    await page.keyboard.press('Escape')
    await page.keyboard.type('-1234')
    await page.keyboard.press('Enter')
    await sheet.isSaved()
    expect(await sheet.text(4, 'amount')).toBe('−1 234,00') // its shares have öre
    expect(await cell.getAttribute('aria-invalid')).toBeNull()
  })

  it('is put back with the keyboard alone', async () => {
    const { sheet, page } = await openCopy()
    await sheet.enter(4, 'amount', 'abc')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await sheet.text(4, 'amount')).toBe('−300 000')
    await sheet.isSaved()
    expect(await sheet.focusedColumn()).toBe('amount')
  })

  it('stays as typed when the server refuses it, while the rest is saved', async () => {
    const { sheet, page, year } = await openCopy()
    await sheet.enter(2, 'months', '13')
    await sheet.state.filter({ hasText: '1 ej sparad' }).waitFor()
    expect(await sheet.text(2, 'months')).toBe('13')
    expect(await sheet.text(2, 'amount')).toBe('720 000')
    await sheet.cell(2, 'months').click()
    expect(await sheet.notice.innerText()).toContain('0 till 12')
    await page.keyboard.press('ArrowUp')
    await sheet.notice.waitFor({ state: 'detached' })
    await sheet.enter(3, 'months', '5')
    await sheet
      .cell(3, 'amount')
      .filter({ hasText: /250\s000/ })
      .waitFor()
    expect((await desk.office.budget(year)).lines[2]!.months).toBe('5')

    await page.reload()
    await sheet.cell(2, 'months').filter({ hasText: '13' }).waitFor()
    await page.getByRole('button', { name: 'Visa' }).click()
    const dialog = sheet.dialog('Ej sparat')
    expect(await dialog.innerText()).toContain('Samordnare/enhetschef, Mån')
    await dialog.getByRole('button', { name: 'Återställ' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await sheet.text(2, 'months')).toBe('12')
    await sheet.isSaved()
  })
})

describe('two people, one cell', () => {
  async function conflict() {
    const opened = await openCopy()
    const { sheet, page, year } = opened
    await desk.office.setLine(year, 2, { monthlyCost: '61000.00' })
    await sheet.enter(2, 'monthlyCost', '62000')
    await sheet.state.filter({ hasText: '1 ej sparad' }).waitFor()
    await sheet.cell(2, 'monthlyCost').click()
    const told = (await sheet.notice.innerText()).replace(/\s/g, ' ')
    expect(told).toMatch(/ändrade cellen .*\d{2}:\d{2}/)
    expect(told).toContain('Ditt värde 62000')
    expect(told).toContain('Värdet nu 61 000')
    expect(await sheet.text(2, 'monthlyCost')).toBe('62000')
    expect(await sheet.text(2, 'amount')).toBe('732 000')
    return { ...opened, page }
  }

  it('tells both values, and keeps mine when I say so', async () => {
    const { sheet, year } = await conflict()
    await sheet.notice.getByRole('button', { name: 'Behåll mitt' }).click()
    await sheet.isSaved()
    expect(await sheet.text(2, 'monthlyCost')).toBe('62 000')
    expect((await desk.office.budget(year)).lines[1]!.monthlyCost).toBe('62000.00')
  })

  it('takes theirs when I say so', async () => {
    const { sheet, page, year } = await conflict()
    const region = page.locator('[aria-live=polite].visually-hidden')
    const said = (words: RegExp) => region.filter({ hasText: words }).waitFor()
    await said(/Inte sparat\. .+, Kr\/mån: .+ ändrade cellen .+ Budgetens summa är/)
    await sheet.notice.getByRole('button', { name: 'Ta det andra' }).click()
    await said(/Det andra värdet gäller\. Budgetens summa är/)
    await sheet.isSaved()
    expect(await sheet.text(2, 'monthlyCost')).toBe('61 000')
    expect((await desk.office.budget(year)).lines[1]!.monthlyCost).toBe('61000.00')
  })

  it('lets both have their way in different cells of one line', async () => {
    const { sheet, year } = await openCopy()
    await desk.office.setLine(year, 2, { note: 'Från grannkontoret' })
    await sheet.enter(2, 'monthlyCost', '62000')
    await sheet.isSaved()
    const line = (await desk.office.budget(year)).lines[1]!
    expect(line).toMatchObject({ monthlyCost: '62000.00', note: 'Från grannkontoret' })
  })
})

describe('without a connection', () => {
  it('keeps what is typed, through a reload, and sends it once there is one', async () => {
    const { sheet, page, year } = await openCopy()
    const gate = await EditGate.at(page)
    gate.drop()
    await sheet.enter(1, 'months', '11')
    await sheet.state.filter({ hasText: 'Ingen kontakt. 1 ändring väntar.' }).waitFor()
    await sheet.enter(2, 'months', '10')
    await sheet.state.filter({ hasText: '2 ändringar väntar.' }).waitFor()
    expect(await sheet.text(2, 'amount')).toBe('600 000')

    await page.reload()
    await sheet.state.filter({ hasText: '2 ändringar väntar.' }).waitFor()
    expect(await sheet.text(1, 'months')).toBe('11')
    expect(await sheet.text(2, 'amount')).toBe('600 000')
    expect(new Set(gate.mutationKeys).size).toBe(1)
    expect((await desk.office.budget(year)).lines[0]!.months).toBe('12')

    await gate.release()
    await page.getByRole('button', { name: 'Försök nu' }).click()
    await sheet.isSaved()
    const { lines } = await desk.office.budget(year)
    expect(lines.slice(0, 2).map(({ months }) => months)).toEqual(['11', '10'])
  })

  it('keeps it when the tab is closed, for the next one', async () => {
    const { sheet, page, year } = await openCopy()
    const gate = await EditGate.at(page)
    gate.drop()
    await sheet.enter(1, 'months', '11')
    await sheet.state.filter({ hasText: 'Ingen kontakt' }).waitFor()
    const next = await page.context().newPage()
    await page.close()
    await next.goto(`/samverkan/familjehemscentrum/${year}`)
    const stored = async () => (await desk.office.budget(year)).lines[0]!.months
    await expect.poll(stored, { timeout: 10_000 }).toBe('11')
  })

  it('tries again by itself when the browser is online again', async () => {
    const { sheet, page } = await openCopy()
    const gate = await EditGate.at(page)
    gate.drop()
    await sheet.enter(1, 'months', '11')
    await sheet.state.filter({ hasText: 'Ingen kontakt' }).waitFor()
    await gate.release()
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await sheet.isSaved()
  })
})
