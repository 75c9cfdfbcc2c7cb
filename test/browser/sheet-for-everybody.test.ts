import { describe, expect, it } from 'vitest'
import { objections, objectionsInBoth, widths } from './axe.ts'
import { Desk } from './desk.ts'
import { codes, EditGate, openSheet, type SheetPage } from './sheet.ts'
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
const reinforcement = 5

describe('why this amount?', () => {
  it('is told down to the source and the agreement, in both languages', async () => {
    const { sheet, page, year } = await openCopy()
    await sheet.cell(reinforcement, 'Krokom').click()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('complementary', { name: 'Varför detta belopp?' })
    const stored = (await desk.office.budget(year)).lines[reinforcement - 1]!
    const { explanation } = stored.shares.find((share) => share.municipality.code === codes.Krokom)!
    const told = (await panel.innerText()).replace(/\s+/g, ' ')
    for (const line of explanation.split('\n')) expect(told).toContain(line.replace(/\s+/g, ' '))
    expect(told).toContain('300 000 kr × 12,3 % = 36 900 kr')

    await page.getByRole('button', { name: 'English' }).click()
    const english = page.getByRole('complementary', { name: 'Why this amount?' })
    await english.getByText('15 352 inhabitants', { exact: false }).waitFor()
    await english.getByRole('link', { name: 'Populations of Krokom' }).waitFor()
    expect(await sheet.text('sum', 'description')).toBe('Total')
    expect(await sheet.text(reinforcement, 'moneySource')).toBe('New money')
    expect(await sheet.text(4, 'amount')).toBe('-300 000')
    await page.getByRole('columnheader', { name: 'Amount, kr' }).waitFor()
    await english.getByRole('button', { name: 'Close' }).focus()
    await page.keyboard.press('Escape')
    await english.waitFor({ state: 'detached' })
    await expect
      .poll(() => sheet.focusedColumn(), { timeout: 10_000 })
      .toBe(`share ${codes.Krokom}`)
  })

  it('explains what is not saved yet, follows the focus, and adds up a sum', async () => {
    const { sheet, page } = await openCopy()
    const gate = await EditGate.at(page)
    gate.hold()
    await sheet.enter(reinforcement, 'monthlyCost', '55000')
    await sheet.cell(reinforcement, 'Krokom').dblclick()
    const panel = page.getByRole('complementary', { name: 'Varför detta belopp?' })
    await panel.getByText('40 590 kr', { exact: true }).waitFor()
    await panel.getByText('inte är sparade än', { exact: false }).waitFor()
    await gate.release()
    await panel.getByText('inte är sparade än', { exact: false }).waitFor({ state: 'detached' })
    await sheet.cell(reinforcement, 'Bräcke').click()
    await panel.getByText('16 170 kr', { exact: true }).waitFor()
    await sheet.cell('sum', 'Bräcke').click()
    await panel.getByRole('button', { name: 'Samordnare/enhetschef' }).click()
    await panel.getByText('35 280 kr', { exact: true }).waitFor()
  })
})

describe('for everybody', () => {
  it.each(widths)('passes axe in every state: $width wide', async (look) => {
    const { sheet, page } = await openCopy(look)
    const passes = async (what: string) => expect(await objectionsInBoth(page), what).toEqual([])
    await passes('sheet')

    await sheet.cell(4, 'amount').click()
    await page.keyboard.type('12')
    await passes('editing')
    await page.keyboard.type('.345')
    await page.keyboard.press('Enter')
    await sheet.notice.waitFor()
    await passes('notice')
    await page.getByRole('button', { name: 'Visa' }).click()
    await sheet.dialog('Ej sparat').waitFor()
    await passes('held')
    await page.keyboard.press('Escape')

    await sheet.cell(2, 'keyId').click()
    await page.keyboard.press('F2')
    await page.getByRole('listbox').waitFor()
    await passes('list')
    await page.keyboard.press('Escape')

    await sheet.use('Ändra nyckel')
    const key = sheet.dialog('Ändra nyckel')
    await key.getByRole('button', { name: 'Lägg till en grund' }).click()
    await key.getByLabel('Grund', { exact: true }).nth(1).selectOption('FIXED')
    await passes('key')
    await page.keyboard.press('Escape')

    await sheet.use('Vilka deltar i raden')
    await sheet.dialog(/Vilka deltar/).waitFor()
    await passes('participants')
    await page.keyboard.press('Escape')

    await sheet.enter('population', 'Ragunda', '5300')
    await sheet.dialog('Rätta invånarantal').getByRole('button', { name: 'Rätta' }).click()
    await passes('population')
    await page.keyboard.press('Escape')

    await sheet.cell(2, 'Ragunda').click()
    await page.keyboard.press('Enter')
    await page.getByRole('complementary').waitFor()
    await passes('why')
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  })

  it.each([
    { width: 1440, language: 'sv' },
    { width: 1280, language: 'sv' },
    { width: 1280, language: 'en' },
    { width: 1024, language: 'en' },
    { width: 700, language: 'sv' },
  ] as const)('has its tools in sight, whatever is told beside them: %o', async (look) => {
    const { sheet, page } = await openCopy(look)
    const tools = page.getByRole('group', { name: /Verktyg för arket|Tools for the sheet/ })
    const room = () => tools.evaluate((all) => all.clientWidth - all.scrollWidth)
    const gate = await EditGate.at(page)
    gate.drop()
    await sheet.enter(5, 'months', '5')
    await sheet.state.filter({ hasText: /Ingen kontakt|No connection/ }).waitFor()
    expect(await room()).toBe(0)
    await tools.getByRole('button', { name: /^(Mer|More)$/ }).click()
    for (const name of [/Räkna baklänges|Solve backwards/, /^(Anteckningar|Notes)$/])
      expect(await tools.or(page.getByRole('menu')).getByText(name).count()).toBe(1)
    await page.keyboard.press('Escape')
    await gate.release()
    await sheet.isSaved()
  })

  it('is one story for the keyboard alone', async () => {
    const { sheet, page, year } = await openCopy()
    const inGrid = () =>
      page.evaluate(() => document.activeElement?.closest('[role=grid]') !== null)
    for (let step = 0; step < 40 && !(await inGrid()); step++) await page.keyboard.press('Tab')
    expect(await inGrid()).toBe(true)
    for (let row = 1; row < reinforcement; row++) await page.keyboard.press('ArrowDown')
    for (let column = 0; column < 2; column++) await page.keyboard.press('ArrowRight')
    expect(await sheet.focusedColumn()).toBe('months')
    await page.keyboard.type('7')
    await page.keyboard.press('Tab')
    await page.keyboard.type('60000')
    await page.keyboard.press('Enter')
    await sheet.isSaved()
    expect((await desk.office.budget(year)).lines[reinforcement - 1]).toMatchObject({
      months: '7',
      monthlyCost: '60000.00',
      amount: '420000.00',
    })
  })

  it('opens an explanation with a tap on a phone', async () => {
    const year = await desk.office.copyBudget()
    const page = await desk.stage.visit({ width: 390, height: 844, touch: true })
    await page.goto(`/samverkan/familjehemscentrum/${year}`)
    const share = page.locator('.ag-row[row-index="4"] [col-id="amount"]')
    await share.waitFor()
    await page.locator('.ag-grid-viewport').evaluate((viewport) => viewport.scrollTo({ left: 600 }))
    await page.locator('.ag-row[row-index="4"] [col-id="share 2303"]').tap()
    await page.getByRole('complementary').getByText('12 600 kr', { exact: true }).waitFor()
  })

  it('says that there is no such budget', async () => {
    const page = await desk.stage.visit()
    await page.goto('/samverkan/familjehemscentrum/1999')
    await page.getByRole('heading', { name: 'Budgeten finns inte' }).waitFor()
    expect(await objections(page)).toEqual([])
  })

  it('says that the figures could not be fetched, and tries again', async () => {
    const page = await desk.stage.visit()
    let broken = true
    await page.route('**/graphql', (route) => (broken ? route.abort() : route.continue()))
    await page.goto('/samverkan/familjehemscentrum/2022')
    await page.getByRole('alert').waitFor()
    expect(await objections(page)).toEqual([])
    broken = false
    await page.getByRole('button', { name: 'Försök igen' }).click()
    await page.locator('.ag-row[row-id="sum"]').first().waitFor()
  })
})
