import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { Desk } from './desk.ts'
import { SheetPage } from './sheet.ts'
import { type Visit } from './visit.ts'

/** Sorting and filtering; what is typed and added up meanwhile. */
const desk = Desk.forFile()
let sheet: SheetPage
let page: Page
let year: number

async function open(visit?: Visit): Promise<void> {
  ;({ year, sheet, page } = await desk.openCopy(visit))
}

async function reload(): Promise<void> {
  await page.reload()
  await sheet.cell('sum', 'description').waitFor()
}

const press = (key: string) => page.keyboard.press(key)
const header = (column: string) => page.locator(`.ag-header-cell[col-id="${column}"]`)
const chips = () => page.getByRole('group', { name: 'Så är arket ordnat' })
const chip = (name: string) => chips().getByRole('button', { name })
/** The numbers of the lines in the order they are shown. */
const order = async () =>
  (await page.locator('.ag-row[row-index] [col-id="number"]').allInnerTexts())
    .filter(Boolean)
    .join('')
const shows = (expected: string) => expect.poll(order).toBe(expected)

/** Chooses in the menu that a column's button opens. */
async function choose(column: string, entry: string): Promise<void> {
  await header(column).hover()
  await header(column).getByRole('button').click()
  await page.getByRole('menu').getByText(entry, { exact: true }).click()
  await page.getByRole('menu').waitFor({ state: 'detached' })
}

const filter = () => sheet.dialog(/^Filtrera: /)
const confirm = () => filter().getByRole('button', { name: 'Filtrera' }).click()

describe('sorting', () => {
  it('orders the lines by value, marks the column and says so; the sums stay', async () => {
    await open()
    const sums = await sheet.shares('sum')
    await choose('amount', 'Sortera fallande')
    await shows('12354')
    expect(await header('amount').getAttribute('aria-sort')).toBe('descending')
    await chip('Ta bort: Belopp, kr: fallande').waitFor()
    await choose('amount', 'Sortera stigande')
    await shows('43521')
    expect(await header('amount').getAttribute('aria-sort')).toBe('ascending')
    expect(await sheet.shares('sum')).toEqual(sums)
    await chip('Ta bort: Belopp, kr: stigande').click()
    await shows('12345')
    expect(await header('amount').getAttribute('aria-sort')).toBeNull()
    expect(await chips().count()).toBe(0)
  })

  it('puts empty cells last, and orders texts as Swedes do', async () => {
    await open()
    await desk.office.setLine(year, 1, { description: 'Östra' })
    await desk.office.setLine(year, 2, { description: 'Åkeri' })
    await reload()
    await choose('description', 'Sortera stigande')
    await shows('34521')
    await choose('months', 'Sortera fallande')
    await shows('12354')
  })

  it('leaves lines where they are while one types, until asked to sort again', async () => {
    await open()
    await choose('amount', 'Sortera fallande')
    await sheet.enter(2, 'monthlyCost', '900000')
    await sheet.isSaved()
    await shows('12354')
    await chips().getByRole('button', { name: 'Sortera om' }).click()
    await shows('21354')
    expect(await chips().getByRole('button', { name: 'Sortera om' }).count()).toBe(0)
  })

  it('takes the focus along with its line', async () => {
    await open()
    await sheet.cell(4, 'amount').click()
    await press('Control+Shift+l')
    await page.getByRole('menu').waitFor()
    await press('Enter') // the first entry: ascending
    await shows('43521')
    await expect.poll(() => sheet.focusedColumn()).toBe('amount')
    await page.keyboard.type('-290000')
    await press('Enter')
    await sheet.isSaved()
    expect((await desk.office.budget(year)).lines[3]!.typedAmount).toBe('-290000.00')
  })
})

describe('filtering', () => {
  it('shows lines that have one of the values chosen', async () => {
    await open()
    await choose('moneySource', 'Filtrera …')
    const kinds = await filter().getByRole('option').allTextContents()
    expect(kinds.map((kind) => kind.trim())).not.toContain('är lika med') // texts are not compared
    await filter().getByRole('checkbox', { name: 'Inom ram' }).uncheck()
    await confirm()
    await shows('5')
    await chip('Ta bort: Medel: Nya medel').waitFor()
    await chips().getByText('1 av 5 rader visas').waitFor()
    expect(await header('moneySource').getAttribute('aria-description')).toBe('filtrerad')
    expect(await sheet.text('sum', 'amount')).toBe('4 620 000')
    await chip('Ta bort: Medel: Nya medel').click()
    await shows('12345')
  })

  it('counts the values, and asks for at least one', async () => {
    await open()
    await choose('months', 'Filtrera …')
    const values = await filter().locator('.list label').allInnerTexts()
    expect(values.map((text) => text.replaceAll(/\s+/g, ' ').trim())).toEqual([
      '6 2',
      '12 2',
      '(tomma) 1',
    ])
    await filter().getByRole('checkbox', { name: 'Alla' }).uncheck()
    await confirm()
    await filter().getByRole('alert').filter({ hasText: 'Välj minst ett värde.' }).waitFor()
    await press('Escape')
    await filter().waitFor({ state: 'detached' })
  })

  it('shows lines by number and by text, all filters at once, and clears all', async () => {
    await open()
    await choose('amount', 'Filtrera …')
    await filter().getByLabel('Visa rader där cellen').selectOption('är större än')
    await filter().getByLabel('Värde').fill('abc')
    await confirm()
    await filter().getByText('Skriv ett tal.').waitFor()
    await filter().getByLabel('Värde').fill('200 000 kr')
    await confirm()
    await shows('1235')
    await choose('description', 'Filtrera …')
    await filter().getByLabel('Visa rader där cellen').selectOption('innehåller texten')
    await filter().getByLabel('Text').fill('handlaggare')
    await confirm()
    await shows('135')
    await chip('Ta bort: Belopp, kr: > 200 000').waitFor()
    await chip('Ta bort: Benämning: innehåller ”handlaggare”').waitFor()
    await chips().getByRole('button', { name: 'Rensa alla' }).click()
    await shows('12345')
  })

  it('shows lines between two numbers, empty or not, and says when there is none', async () => {
    await open()
    await choose('amount', 'Filtrera …')
    await filter().getByLabel('Visa rader där cellen').selectOption('ligger mellan')
    await filter().getByLabel('Från och med').fill('300000')
    await filter().getByLabel('Till och med').fill('-300000')
    await confirm()
    await shows('345')
    await choose('months', 'Filtrera …')
    await filter().getByLabel('Visa rader där cellen').selectOption('är tom')
    await confirm()
    await shows('4')
    await choose('description', 'Filtrera …')
    await filter().getByLabel('Visa rader där cellen').selectOption('är tom')
    await confirm()
    await page.getByText('Inga rader passar filtren.').waitFor()
  })

  it('keeps a new line, and one that no longer passes, until filtered again', async () => {
    await open()
    await choose('moneySource', 'Filtrera …')
    await filter().getByRole('checkbox', { name: 'Nya medel' }).uncheck()
    await confirm()
    await shows('1234')
    await sheet.enter(2, 'months', '11')
    await page.getByRole('button', { name: 'Lägg till en rad sist' }).click()
    await shows('12346')
    await page.keyboard.type('Ny')
    await press('Enter')
    await sheet.isSaved()
    expect((await desk.office.budget(year)).lines).toHaveLength(6)
    await choose('months', 'Filtrera …')
    await filter().getByLabel('Visa rader där cellen').selectOption('är större än')
    await filter().getByLabel('Värde').fill('11')
    await confirm()
    await shows('1')
    await sheet.enter(1, 'months', '10')
    await shows('1')
    await chips().getByRole('button', { name: 'Filtrera om' }).click()
    await page.getByText('Inga rader passar filtren.').waitFor()
  })

  it('says among how many rows it adds up', async () => {
    await open()
    await choose('moneySource', 'Filtrera …')
    await filter().getByRole('checkbox', { name: 'Nya medel' }).uncheck()
    await confirm()
    await sheet.cell(1, 'amount').click()
    await press('Control+Space')
    const bar = page.getByRole('group', { name: 'Markeringen i siffror' })
    await bar.getByText('bland 4 visade rader').waitFor()
    await bar.getByRole('button', { name: /^Summa\s4\s320\s000$/ }).waitFor()
  })

  it('is told aloud', async () => {
    await open()
    await choose('moneySource', 'Filtrera …')
    await filter().getByRole('checkbox', { name: 'Nya medel' }).uncheck()
    await confirm()
    await page.locator('[aria-live=polite]').filter({ hasText: '4 av 5 rader visas.' }).waitFor({
      state: 'attached',
    })
  })
})
