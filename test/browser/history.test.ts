import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { objections } from './axe.ts'
import { Desk } from './desk.ts'
import { open, plain } from './page.ts'

const desk = Desk.forFile()

const name = (year: number) => `Familjehemscentrum ${year}`
const address = (year: number) => `/samverkan/familjehemscentrum/${year}`

/** A budget of the test's own whose first line has been given 11, 10 and 9 months by somebody else. */
async function edited(): Promise<number> {
  const year = await desk.office.copyBudget()
  for (const months of ['11', '10', '9']) await desk.office.setLine(year, 1, { months })
  return year
}

const banner = (page: Page) => page.getByRole('region', { name: 'Så här såg budgeten ut' })

describe('the history of a cell', () => {
  it('is one key away, follows the focus, and gives back what was there', async () => {
    const { year, sheet, page } = await desk.openCopy()
    for (const months of ['11', '10']) await desk.office.setLine(year, 1, { months })
    await page.reload()
    await sheet.cell(1, 'months').click()
    await page.keyboard.press('Shift+F4')
    const panel = page.getByRole('complementary', { name: 'Historik' })
    await panel.getByText(/^Månader, rad\s1/).waitFor()
    const items = panel.getByRole('listitem')
    await items.nth(2).waitFor()
    expect(await plain(items.nth(0))).toMatch(/^Demo Samordnare .* från 11 → till 10 Återställ 11/)
    expect(await plain(items.nth(1))).toContain('från 12 → till 11')
    expect(await plain(items.nth(2))).toContain('Raden lades till')
    expect(await objections(page)).toEqual([])

    await panel.getByRole('button', { name: 'Återställ 12, Månader' }).press('Enter')
    await sheet.isSaved()
    expect(await sheet.text(1, 'months')).toBe('12')
    await expect.poll(() => plain(items.nth(0))).toMatch(/från 10 → till 12 ”Återställt till/)

    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'hidden' })
    expect(await sheet.focusedColumn()).toBe('months')
    await page.keyboard.press('Control+z')
    await sheet.isSaved()
    expect(await sheet.text(1, 'months')).toBe('10')

    await page.keyboard.press('Shift+F4')
    await sheet.cell('sum', 'amount').click()
    await panel.getByText('Den här cellen är en summa.').waitFor()
  })

  it('is read, not given back, by those who may not edit', async () => {
    const year = await edited()
    const page = await desk.stage.visit({ as: 'analyst' })
    await open(page, address(year), name(year))
    await page.locator('.ag-row[row-index="0"] [col-id="months"]').click()
    await page.keyboard.press('Shift+F4')
    const back = page.getByRole('button', { name: 'Återställ 12, Månader' })
    await back.waitFor()
    expect(await back.isDisabled()).toBe(true)
  })
})

describe('time travel', () => {
  it('shows the sheet as it was, by keys, and takes no edit', async () => {
    const year = await edited()
    const page = await desk.stage.visit()
    await open(page, address(year), name(year))
    await page.getByRole('link', { name: 'Historik' }).click()
    const batches = page.getByRole('listitem').filter({ hasText: 'Månader i rad' })
    await batches.nth(1).getByRole('link', { name: 'Visa bladet som det var' }).click()

    const months = page.locator('.ag-row[row-index="0"] [col-id="months"]')
    await months.filter({ hasText: /^10$/ }).waitFor()
    await banner(page)
      .getByText(/\(ändring nr \d+\)/)
      .waitFor()
    expect(await months.getAttribute('aria-description')).toContain('Nu: 9')
    expect(await objections(page)).toEqual([])

    await months.click()
    await page.keyboard.type('7')
    await page.getByText('Gå tillbaka till nu för att ändra.').waitFor()
    await page.keyboard.press('Delete')
    await page.keyboard.press('Control+z')
    expect(await months.innerText()).toBe('10')
    expect(await page.getByRole('button', { name: /Ångra|Ny rad/ }).count()).toBe(0)

    const slider = page.getByRole('slider', { name: 'Ändring' })
    await slider.press('ArrowLeft')
    await months.filter({ hasText: /^11$/ }).waitFor()
    await slider.press('ArrowLeft')
    await months.filter({ hasText: /^12$/ }).waitFor()
    await slider.press('End')
    await months.filter({ hasText: /^9$/ }).waitFor()
    await slider.press('ArrowLeft')
    await months.filter({ hasText: /^10$/ }).waitFor()
    const shown = new URL(page.url()).searchParams.get('pa')
    await page.reload()
    await months.filter({ hasText: /^10$/ }).waitFor()
    expect(new URL(page.url()).searchParams.get('pa')).toBe(shown)

    await page.getByRole('button', { name: 'Namnge …' }).click()
    const dialog = page.getByRole('dialog', { name: 'Namnge en version' })
    await dialog.getByRole('textbox', { name: 'Namn' }).fill('Förslag till styrelsen')
    await dialog.getByRole('button', { name: 'Namnge', exact: true }).click()
    await banner(page).getByText('”Förslag till styrelsen”').waitFor()
    await slider.press('End')
    await slider.press('PageDown')
    await banner(page).getByText('”Förslag till styrelsen”').waitFor()

    await page.getByRole('link', { name: 'Tillbaka till nu' }).click()
    await banner(page).waitFor({ state: 'hidden' })
    await months.filter({ hasText: /^9$/ }).waitFor()
    await page.locator('.ag-row[row-index="0"] [col-id="description"]:focus').waitFor()
  })

  it('begins when the budget was made, and says so where there is no such moment', async () => {
    const year = await edited()
    const page = await desk.stage.visit()
    const { sequence } = await desk.office.budget(year)
    await page.goto(`${address(year)}?pa=${sequence}`)
    await banner(page).getByText(`(ändring nr ${sequence})`).waitFor()
    await page.getByRole('slider', { name: 'Ändring' }).press('Home')
    await expect.poll(() => new URL(page.url()).searchParams.get('pa')).not.toBe(`${sequence}`)
    await page.getByRole('grid').waitFor()
    expect(await page.getByText('Budgeten fanns inte då.').count()).toBe(0)

    await page.goto(`${address(year)}?pa=99999999`)
    await page.getByText('Någon ändring nr 99999999 finns inte.').waitFor()
    await page.goto(`${address(year)}?version=finnsinte`)
    await page.getByText('Versionen är borttagen, eller har aldrig funnits.').waitFor()
    expect(await page.getByRole('button', { name: 'Försök igen' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Tillbaka till nu' }).last().press('Enter')
    await page.locator('.ag-row[row-index="0"] [col-id="description"]:focus').waitFor()
  })
})

describe('two moments', () => {
  it('are compared for each municipality, to the öre, and add up', async () => {
    const year = await edited()
    const { sequence } = await desk.office.budget(year)
    const page = await desk.stage.visit()
    const path = `${address(year)}/jamfor?fran=${sequence - 3}&till=nu`
    await open(page, path, `${name(year)}, jämförelse`)
    const rows = page.getByRole('table', { name: /Kommunernas andelar/ }).getByRole('row')
    const figures = async (row: number) =>
      (await rows.nth(row).getByRole('cell').allInnerTexts()).map((text) =>
        Math.round(Number(text.replace(/[\s+]/g, '').replace('−', '-').replace(',', '.')) * 100),
      )
    await rows.nth(8).waitFor()
    const shares = await Promise.all([1, 2, 3, 4, 5, 6, 7].map(figures))
    const sums = [0, 1, 2].map((at) => shares.reduce((sum, row) => sum + row[at]!, 0))
    expect(await figures(8)).toEqual(sums)
    for (const [before, after, difference] of shares) expect(after! - before!).toBe(difference)
    expect(sums[2]).toBeLessThan(0)
    const choices = page.getByRole('option', { name: `nr ${sequence} · ` }).first()
    expect(await choices.textContent()).toMatch(/Demo Samordnare · Månader i rad.1/)
    const line = page.getByRole('listitem').filter({ hasText: 'ändrad' })
    expect(await plain(line)).toContain('Månader från 12 → till 9')
    expect(await objections(page)).toEqual([])
  })

  it('are the beginning and now until others are chosen', async () => {
    const year = await edited()
    const page = await desk.stage.visit()
    await open(page, `${address(year)}/jamfor`, `${name(year)}, jämförelse`)
    const line = page.getByRole('listitem').filter({ hasText: 'ändrad' })
    await line.waitFor()
    expect(await plain(line)).toContain('Månader från 12 → till 9')
    expect(await page.getByRole('combobox', { name: 'Före' }).inputValue()).toMatch(/^\d+$/)
    expect(await plain(page.getByRole('main'))).toMatch(/Från .+ \(ändring nr \d+\) till nu\./)
  })
})

describe('the history of a budget', () => {
  it('keeps its selection in the address, and names versions', async () => {
    const year = await edited()
    const page = await desk.stage.visit()
    await open(page, `${address(year)}/historik`, `${name(year)}, historik`)
    const items = page.getByRole('list').last().getByRole('listitem')
    await items.filter({ hasText: /Månader i rad.1, .*: 10 → 9/ }).waitFor()
    const all = await items.count()
    await page.getByLabel('Vad', { exact: true }).selectOption({ label: 'Celler' })
    await expect.poll(() => items.count()).toBe(3)
    expect(all).toBeGreaterThan(3)
    await page.reload()
    await expect.poll(() => items.count()).toBe(3)
    expect(await page.getByLabel('Vad', { exact: true }).inputValue()).toBe('cells')
    expect(await objections(page)).toEqual([])
    await page.getByLabel('Skäl innehåller').fill('finns inte')
    await page.getByText('Ingen ändring passar urvalet').waitFor()
    await page.getByRole('button', { name: 'Visa allt' }).click()
    await expect.poll(() => items.count()).toBe(all)
  })

  it('finds what was undone by the word that stands there', async () => {
    const { sheet, page, year } = await desk.openCopy()
    await sheet.enter(1, 'months', '11')
    await sheet.isSaved()
    await page.keyboard.press('Control+z')
    await expect.poll(() => sheet.text(1, 'months')).toBe('12')
    await sheet.isSaved()
    await open(page, `${address(year)}/historik?skal=%C3%A5ngring`, `${name(year)}, historik`)
    const items = page.getByRole('list').last().getByRole('listitem')
    await items.filter({ hasText: 'Ångring' }).waitFor()
    expect(await items.count()).toBe(1)
    await page.getByLabel('Skäl innehåller').fill('Gjort om')
    await page.getByText('Ingen ändring passar urvalet').waitFor()
  })

  it('is taken along as the page tells it, as far as it is selected', async () => {
    const year = await edited()
    await desk.office.setLine(year, 4, { amount: '-1234.50', note: '=1+1' })
    await desk.office.removeLine(year, 2)
    const page = await desk.stage.visit()
    await open(page, `${address(year)}/historik`, `${name(year)}, historik`)
    const items = page.getByRole('list').last().getByRole('listitem')
    const months = items.filter({ hasText: /Månader i rad.1, .*: 10 → 9/ })
    await months.waitFor()
    const shownLine = /i (rad.1, .*): 10/.exec(await plain(months))![1]
    const shownTime = await months.locator('time').innerText()

    const all = await savedRows(page, `familjehemscentrum-${year}-historik.csv`)
    expect(all.text).toMatch(/^\uFEFFNr;Tid;Vem;Rad;Fält;Från;Till;Skäl;Steg\r\n/)
    expect(all.text).not.toMatch(/BudgetLine|[{}]|\d{4}-\d\d-\d\dT/)
    await page.getByText(`${all.rows.length} ändringar i `).waitFor()
    const [number, time, who, ...rest] = all.rows.find((row) => row[5] === '10')!
    expect(rest).toEqual([shownLine, 'Månader', '10', '9', '', number])
    expect(who).toBe('Demo Samordnare')
    expect(shownTime).toContain(/ (\d\d:\d\d):\d\d$/.exec(time!)![1])
    const fields = (field: string) => all.rows.filter((row) => row[4] === field)
    expect(fields('Belopp')[0]![6]).toBe('-1234,5')
    expect(fields('Anteckning')[0]![6]).toBe("'=1+1")
    expect(fields('Raden togs bort')[0]![3]).toMatch(/^borttagna raden ”/)

    await page.getByLabel('Vad', { exact: true }).selectOption({ label: 'Borttagna rader' })
    await page.getByText('1 ändring i 1 steg.').waitFor()
    const selected = await savedRows(page, `familjehemscentrum-${year}-historik.csv`)
    expect(selected.rows).toEqual(fields('Raden togs bort'))
  })

  it('is taken along in English, too', async () => {
    const year = await edited()
    const page = await desk.stage.visit({ language: 'en' })
    await open(page, `${address(year)}/historik`, `${name(year)}, history`)
    const { text } = await savedRows(page, `familjehemscentrum-${year}-history.csv`)
    expect(text).toMatch(/^\uFEFFNo\.;Time;Who;Line;Field;From;To;Reason;Step\r\n/)
    expect(text).toMatch(/;line 1, [^;]*;Months;10;9;/)
  })

  it('says how many changes it lists in how many steps, and keeps the focus when a version goes', async () => {
    const year = await edited()
    const page = await desk.stage.visit()
    await open(page, `${address(year)}/historik`, `${name(year)}, historik`)
    const items = page.getByRole('list').last().getByRole('listitem')
    await items.first().waitFor()
    const steps = await items.count()
    await page.getByText(new RegExp(`^\\d+ ändringar i ${steps} steg\\.$`)).waitFor()
    const naming = page.getByRole('button', { name: 'Namnge läget nu …' })
    for (const called of ['Ett', 'Två']) {
      await naming.click()
      await page.getByRole('textbox', { name: 'Namn' }).fill(called)
      await page.getByRole('button', { name: 'Namnge', exact: true }).click()
      await page.getByRole('button', { name: `Ta bort versionen ${called}` }).waitFor()
    }
    const remove = async (called: string): Promise<void> => {
      await page.getByRole('button', { name: `Ta bort versionen ${called}` }).press('Enter')
      await page.getByRole('dialog').getByRole('button', { name: 'Ta bort' }).press('Enter')
    }
    await remove('Ett')
    await page.locator('[aria-label="Ta bort versionen Två"]:focus').waitFor()
    await remove('Två')
    await naming.and(page.locator(':focus')).waitFor()
  })
})

/** What the page hands over as CSV, its rows without their headings. */
async function savedRows(page: Page, file: string) {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: /Ladda ner som CSV|Download as CSV/ }).click()
  const download = await coming
  expect(download.suggestedFilename()).toBe(file)
  const text = await readFile(await download.path(), 'utf8')
  return {
    text,
    rows: text
      .trim()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(';')),
  }
}
