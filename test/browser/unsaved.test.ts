import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { freePort, startProduct, temporaryFolder } from '../product.ts'
import { raiseStage } from './browser.ts'
import { Desk } from './desk.ts'
import { EditGate, openSheet, SheetPage } from './sheet.ts'
import { type Visit } from './visit.ts'

const desk = Desk.forFile()

/** A budget of the test's own, open in a browser of its own. */
async function openCopy(visit?: Visit, populationDate?: string) {
  const year = await desk.office.copyBudget(populationDate)
  const sheet = await open(year, visit)
  return { year, sheet, page: sheet.page }
}

async function open(year: number, visit?: Visit): Promise<SheetPage> {
  const sheet = await openSheet(desk.stage, year, visit)
  return sheet
}

const shots = process.env['SHOTS']
async function shot(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` })
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

  it('goes on when the server has been stopped and started', async () => {
    const data = await temporaryFolder()
    const env = { DATA_DIR: data.path, PORT: String(await freePort()) }
    const stage = await raiseStage(env)
    const sheet = await openSheet(stage, 2022)
    await stage.product.end('SIGKILL')
    await sheet.enter(1, 'months', '11')
    await sheet.enter(2, 'months', '10')
    await sheet.state.filter({ hasText: '2 ändringar väntar.' }).waitFor()
    const again = await startProduct(env)
    await sheet.page.evaluate(() => dispatchEvent(new Event('online')))
    await sheet.isSaved()
    await sheet.page.reload()
    await sheet.cell(2, 'months').filter({ hasText: /^10$/ }).waitFor()
    await stage.close()
    await again.end('SIGKILL')
    await data.remove()
  })

  it('marks the cells that wait, and sends them once it is back', async () => {
    const { sheet, page, year } = await openCopy()
    await page.context().setOffline(true)
    await sheet.enter(1, 'months', '11')
    await sheet.state.filter({ hasText: 'Ingen kontakt. 1 ändring väntar.' }).waitFor()
    await sheet.enter('population', 'Åre', '12300')
    const dialog = sheet.dialog('Rätta invånarantal')
    await dialog.getByRole('textbox', { name: /^Källa/ }).fill('Egen räkning')
    await dialog.getByRole('button', { name: 'Rätta' }).click()
    await sheet.state.filter({ hasText: '2 ändringar väntar.' }).waitFor()
    const waits = (row: number | 'population', column: string) =>
      sheet.cell(row, column).getAttribute('aria-description')
    expect(await waits(1, 'months')).toContain('Inte skickad än')
    expect(await waits('population', 'Åre')).toContain('Inte skickad än')
    expect(await waits(2, 'months')).toBeNull()
    await shot(page, 'offline')

    await desk.office.setLine(year, 1, { note: 'Från grannkontoret' })
    await page.context().setOffline(false)
    await sheet.isSaved()
    expect(await waits(1, 'months')).toBeNull()
    expect((await desk.office.budget(year)).lines[0]).toMatchObject({
      months: '11',
      note: 'Från grannkontoret',
    })
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

describe('a tab that is closed', () => {
  /** Two cells that were typed in vain; then the tab is closed, and the budget opened in another. */
  async function reopened() {
    const { sheet, page, year } = await openCopy()
    const gate = await EditGate.at(page)
    gate.drop()
    await sheet.enter(1, 'months', '11')
    await sheet.enter(2, 'months', '10')
    await sheet.state.filter({ hasText: '2 ändringar väntar.' }).waitFor()
    const next = await page.context().newPage()
    next.setDefaultTimeout(10_000)
    await page.close()
    await desk.office.setLine(year, 2, { months: '9' })
    await next.goto(`/samverkan/familjehemscentrum/${year}`)
    const left = new SheetPage(next)
    const question = left.dialog('2 ändringar från en stängd flik')
    await question.waitFor()
    expect((await question.innerText()).replace(/\s+/g, ' ')).toMatch(
      /Mån 11 12 .+, Mån 10 9 Senast ändrat i dag \d\d:\d\d/,
    )
    const months = async () =>
      (await desk.office.budget(year)).lines.slice(0, 2).map((line) => line.months)
    return { sheet: left, page: next, question, months }
  }

  it('offers what it left, which is sent when chosen: others keep what they wrote', async () => {
    const { sheet, page, question, months } = await reopened()
    await shot(page, 'closed-tab')
    await question.getByRole('button', { name: 'Senare' }).click()
    await sheet.isSaved()
    expect(await months()).toEqual(['12', '9'])
    await page.reload()
    await question.waitFor()
    await question.getByRole('button', { name: 'Spara allt' }).click()
    await expect.poll(() => sheet.focusedColumn()).toBe('description')
    await page.getByRole('button', { name: '1 konflikt' }).waitFor()
    await page.getByRole('link', { name: 'Historik' }).focus() // from wherever one is
    await page.keyboard.press('F8')
    expect(await sheet.notice.innerText()).toContain('har också ändrat cellen')
    await page.keyboard.press('t')
    await sheet.isSaved()
    expect(await months()).toEqual(['11', '9'])
  })

  it('lets each be looked at, or all be thrown away once that is sure', async () => {
    const { sheet, page, question, months } = await reopened()
    await question.getByRole('button', { name: 'Kasta' }).click()
    const sure = sheet.dialog('Kasta 2 ändringar?')
    await page.keyboard.press('Enter') // nothing is lost by default
    await question.getByRole('button', { name: 'Se på var och en' }).click()
    await sheet.notice.getByText('lämnade du osparat').waitFor()
    await page.keyboard.press('b')
    await page.keyboard.press('Tab')
    await sheet.notice.getByText('har också ändrat cellen').waitFor() // and who, and when
    await shot(page, 'closed-tab-look')
    await page.keyboard.press('t')
    await sheet.isSaved()
    expect(await months()).toEqual(['11', '9'])
    expect(await sure.count()).toBe(0)
  })
})
