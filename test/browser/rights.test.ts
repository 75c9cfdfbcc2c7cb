import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { paste } from './clipboard.ts'
import { Desk } from './desk.ts'
import { openSheet, type SheetPage } from './sheet.ts'
import { complaintsOf } from './visit.ts'

const desk = Desk.forFile()
const own = '2380'
const opened = 5

/** A budget of the test's own, as somebody of the demo sees it. */
async function openAs(role: string, year: number): Promise<SheetPage> {
  const sheet = await openSheet(desk.stage, year, { as: role })
  return sheet
}

const hint = ({ page }: SheetPage, sentence: string): Promise<void> =>
  page.getByRole('status').filter({ hasText: sentence }).waitFor()
const sign = (cell: Locator, name: 'note' | 'unlocked'): Locator =>
  cell.locator(`[data-sign="${name}"]`)

describe('a finance officer', () => {
  it('writes the line that is open to the own municipality, and no other', async () => {
    const year = await desk.office.copyBudget()
    await desk.office.setLine(year, opened, { openedTo: [own] })
    const sheet = await openAs('finance officer', year)
    const { page } = sheet
    await page.getByText('Du kan ändra de färgade cellerna: invånarantalet för Östersund').waitFor()
    await sign(sheet.cell(opened, 'description'), 'unlocked').waitFor()

    await sheet.enter(opened, 'monthlyCost', '60000')
    await sheet.isSaved()
    expect((await desk.office.budget(year)).lines[opened - 1]).toMatchObject({
      monthlyCost: '60000.00',
    })

    const before = await sheet.text(1, 'monthlyCost')
    await sheet.type(1, 'monthlyCost', '9')
    await hint(sheet, 'Raden är inte öppnad för Östersund.')
    await page.keyboard.press('Delete')
    expect(await sheet.text(1, 'monthlyCost')).toBe(before)
    await sheet.type(opened, 'description', 'N')
    await hint(sheet, 'Bara samordnaren ändrar det här.')
    await sheet.type('population', 'Åre', '1')
    await hint(sheet, 'Du kan bara ändra invånarantalet för Östersund.')
    await page.keyboard.press('Control+Insert')
    await hint(sheet, 'Bara samordnaren ändrar det här.')
    expect(await sheet.tool('Ny rad').count()).toBe(0)

    await sheet.cell(opened - 1, 'monthlyCost').click()
    await paste(page, '1\n70000')
    const preview = sheet.dialog(/^Klistra in/)
    await preview.getByText('1 cell är inte din att ändra och hoppas över').waitFor()
    await preview.getByRole('button', { name: /^Klistra in/ }).click()
    await sheet.isSaved()
    expect(await sheet.text(opened, 'monthlyCost')).toBe('70 000')
    await page.keyboard.press('Control+z')
    await expect.poll(() => sheet.text(opened, 'monthlyCost')).toBe('60 000')
    await sheet.isSaved()
    expect(complaintsOf(page)).toEqual([])

    await desk.office.setLine(year, opened, { openedTo: [] }) // while the sheet lies open
    await sign(sheet.cell(opened, 'description'), 'unlocked').waitFor({ state: 'detached' })
    await sheet.type(opened, 'monthlyCost', '8')
    await hint(sheet, 'Raden är inte öppnad för Östersund.')
    expect(await sheet.text(opened, 'monthlyCost')).toBe('60 000')
  })

  it('sets the population of the own municipality', async () => {
    const sheet = await openAs('finance officer', await desk.office.copyBudget())
    await sheet.enter('population', 'Östersund', '64325')
    const dialog = sheet.dialog('Rätta invånarantal')
    await dialog.getByLabel(/^Källa/).fill('Egen räkning')
    await dialog.getByRole('button', { name: 'Rätta' }).click()
    await sheet.isSaved()
    expect(await sheet.text('population', 'Östersund')).toBe('64 325')
  })

  it('notes something about a line that nobody else sees, and loses nothing when the server fails', async () => {
    const year = await desk.office.copyBudget()
    const sheet = await openAs('finance officer', year)
    const { page } = sheet
    await sheet.cell(2, 'amount').click()
    await page.keyboard.press('Shift+F2')
    const dialog = sheet.dialog('Anteckning för Östersund')
    await dialog.getByText('Syns bara för er i Östersund.').waitFor()
    const text = dialog.getByRole('textbox')
    await text.fill('Fråga nämnden först')
    await page.route('**/graphql', (route) => route.abort())
    await dialog.getByRole('button', { name: 'Spara' }).click()
    await dialog.getByRole('alert').waitFor()
    await page.unroute('**/graphql')
    expect(await text.inputValue()).toBe('Fråga nämnden först')
    await dialog.getByRole('button', { name: 'Spara' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.reload()
    const mark = sign(sheet.cell(2, 'description'), 'note')
    await mark.waitFor()
    expect(await sheet.cell(2, 'description').getAttribute('aria-description')).toContain(
      'Anteckning för Östersund: Fråga nämnden först',
    )
    await sheet.cell(2, 'amount').click()
    await sheet.use('Anteckning för Östersund …')
    await text.fill('')
    await dialog.getByRole('button', { name: 'Spara' }).click()
    await mark.waitFor({ state: 'detached' })
  })
})

describe('an analyst', () => {
  it('is told at once that others set up agreements', async () => {
    const page = await desk.stage.visit({ as: 'analyst' })
    await page.goto('/samverkan/familjehemscentrum/nytt-avtal')
    await page.getByText('Bara samordnare lägger upp nya avtal.').waitFor()
    expect(await page.getByRole('textbox').count()).toBe(0)
  })

  it('reads, copies and has figures explained, and finds no tool that does nothing', async () => {
    const sheet = await openAs('analyst', await desk.office.copyBudget())
    const { page } = sheet
    await page.getByText('Du kan läsa, kopiera och få siffrorna förklarade').waitFor()
    for (const name of [/^Ny rad/, /^Ångra/, 'Ändra nyckel', /^Inget att ångra/]) {
      expect(await sheet.tool(name).count()).toBe(0)
    }
    await sheet.type(1, 'monthlyCost', '9')
    await hint(sheet, 'Du kan läsa budgeten men inte ändra den.')
    await paste(page, '1')
    await hint(sheet, 'Du kan läsa budgeten men inte ändra den.')
    await sheet.cell(1, 'Åre').click()
    await page.keyboard.press('Enter')
    await page.getByRole('complementary', { name: 'Varför detta belopp?' }).waitFor()
  })
})

describe('the co-ordinator', () => {
  it('opens lines to a municipality, and takes that back', async () => {
    const year = await desk.office.copyBudget()
    const sheet = await openAs('coordinator', year)
    const { page } = sheet
    await sheet.cell(1, 'amount').click()
    await page.keyboard.press('Shift+ArrowDown')
    await sheet.tool(/^Mer$/).click()
    await page.getByRole('menuitem', { name: 'Öppna för kommuner …' }).click()
    const dialog = sheet.dialog('Öppna för kommuner')
    await dialog.getByText('2 rader').waitFor()
    await dialog.getByRole('checkbox', { name: 'Åre' }).check()
    await dialog.getByRole('checkbox', { name: 'Östersund' }).check()
    await dialog.getByRole('button', { name: 'Spara' }).click()
    for (const row of [1, 2]) {
      await sign(sheet.cell(row, 'description'), 'unlocked').waitFor()
      expect(await sheet.cell(row, 'description').getAttribute('aria-description')).toContain(
        'Öppen för Åre, Östersund',
      )
    }
    await sheet.isSaved()
    await page.keyboard.press('Control+z')
    await sign(sheet.cell(1, 'description'), 'unlocked').waitFor({ state: 'detached' })
    await sheet.isSaved()
  })
})
