import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { paste } from './clipboard.ts'
import { Desk } from './desk.ts'
import { EditGate, openSheet, type SheetPage } from './sheet.ts'
import { complaintsOf, type Visit } from './visit.ts'

/** Pasting into the sheet, by the browser's own events. */
const desk = Desk.forFile()
let sheet: SheetPage
let page: Page
let year: number

afterEach(async () => {
  expect(complaintsOf(page)).toEqual([])
})

async function openCopy(visit?: Visit): Promise<void> {
  ;({ year, sheet, page } = await desk.openCopy(visit))
}

async function select(from: [number, string], to: [number, string] = from): Promise<void> {
  await sheet.cell(...from).click()
  await sheet.cell(...to).click({ modifiers: ['Shift'] })
}

const preview = () => sheet.dialog(/^(Klistra in|Flytta)/)
const confirm = (name: string | RegExp = 'Klistra in') =>
  preview().getByRole('button', { name, exact: typeof name === 'string' })
const said = async () => (await preview().innerText()).replace(/[\u00a0\u202f]/g, ' ')
const column = async (name: string, rows = [1, 2, 3, 4, 5]) =>
  Promise.all(rows.map((row) => sheet.text(row, name)))
const shows = (row: number, name: string, text: RegExp) =>
  sheet.cell(row, name).filter({ hasText: text }).waitFor()

describe('Ctrl+V with a single value', () => {
  it('puts it into the cell at once', async () => {
    await openCopy()
    await sheet.cell(2, 'months').click()
    await paste(page, '9,5\r\n')
    await shows(2, 'months', /^9,5$/)
    await sheet.isSaved()
    expect((await desk.office.budget(year)).lines[1]!.months).toBe('9.5')
  })

  it('puts it into every selected cell, in one step, and undoes it in one', async () => {
    await openCopy()
    const gate = await EditGate.at(page)
    await select([1, 'months'], [3, 'months'])
    await paste(page, '9')
    expect(await column('months', [1, 2, 3])).toEqual(['12', '12', '6']) // not yet
    await confirm().click()
    expect(await column('months', [1, 2, 3])).toEqual(['9', '9', '9'])
    await sheet.isSaved()
    expect(gate.seen).toHaveLength(1)
    await page.keyboard.press('Control+z')
    expect(await column('months', [1, 2, 3])).toEqual(['12', '12', '6'])
    await sheet.isSaved()
    expect(gate.seen).toHaveLength(2)
  })

  it('reads the words of lists in either language, and refuses others', async () => {
    await openCopy()
    await select([1, 'moneySource'], [2, 'moneySource'])
    await paste(page, 'nya medel\r\nin frame\r\n')
    await confirm().click()
    await shows(1, 'moneySource', /^Nya medel$/)
    await sheet.cell(1, 'keyId').click()
    await paste(page, 'lika delar')
    await shows(1, 'keyId', /^Lika delar$/)
    await paste(page, 'Okänd nyckel')
    expect(await said()).toContain('”Okänd nyckel” finns inte i listan. Välj mellan: Folkmängd')
    await page.keyboard.press('Escape')
    await sheet.isSaved()
  })
})

describe('Ctrl+V with a block', () => {
  it('repeats it over a range that is a multiple of it', async () => {
    await openCopy()
    await select([1, 'workload'], [4, 'months'])
    await paste(page, '1\t2\r\n3\t4\r\n')
    await confirm().click()
    expect(await column('workload', [1, 2, 3, 4])).toEqual(['1,0', '3,0', '1,0', '3,0'])
    expect(await column('months', [1, 2, 3, 4])).toEqual(['2', '4', '2', '4'])
    await sheet.isSaved()
  })

  it('goes from the top left at its own size otherwise', async () => {
    await openCopy()
    await sheet.cell(1, 'workload').click()
    await paste(page, '1\t2\n3\t4')
    await confirm().click()
    expect(await column('workload', [1, 2, 3])).toEqual(['1,0', '3,0', '1,0'])
    expect(await page.locator('.ag-cell.range').count()).toBe(4)
    await sheet.isSaved()
  })

  it('skips what cannot be typed in, and says so', async () => {
    await openCopy()
    await sheet.cell(1, 'monthlyCost').click()
    await paste(page, '51000\t1\n61000\t2')
    expect(await said()).toContain('2 celler går inte att skriva i och hoppas över')
    expect(await said()).toContain('Belopp, kr')
    await confirm().click()
    expect(await column('monthlyCost', [1, 2])).toEqual(['51 000', '61 000'])
    expect(await sheet.text(1, 'amount')).toBe('3 672 000')
    await sheet.isSaved()
  })

  it('reads quoted cells with a line break and a tab', async () => {
    await openCopy()
    await sheet.tool('Anteckningar').click()
    await sheet.cell(1, 'note').click()
    await paste(page, '"Rad ett\nrad ""två""\tslut"\r\n')
    await sheet.isSaved()
    expect((await desk.office.budget(year)).lines[0]!.note).toBe('Rad ett\nrad "två"\tslut')
  })

  it('asks before it adds lines, and adds none when it may not', async () => {
    await openCopy()
    await sheet.cell(5, 'description').click()
    const block = 'Ett\t1\t12\nTvå\t2\t12\nTre\t3\t12'
    await paste(page, block)
    await preview().getByLabel('Lägg till 2 rader sist i arket').uncheck()
    await confirm().click()
    expect(await sheet.text(5, 'description')).toBe('Ett')
    expect(await sheet.cell(6, 'description').count()).toBe(0)

    await paste(page, block)
    await confirm('Klistra in och lägg till 2 rader').click()
    await shows(7, 'description', /^Tre$/)
    expect(await column('workload', [6, 7])).toEqual(['2,0', '3,0'])
    expect(await sheet.text(7, 'keyId')).toBe('Folkmängd')
    await sheet.isSaved()
    const { lines } = await desk.office.budget(year)
    expect(lines.map(({ description }) => description).slice(4)).toEqual(['Ett', 'Två', 'Tre'])
    await page.keyboard.press('Control+z')
    await sheet.cell(6, 'description').waitFor({ state: 'detached' })
    await sheet.isSaved()
    expect((await desk.office.budget(year)).lines).toHaveLength(5)
  })

  it('refuses a block for several ranges', async () => {
    await openCopy()
    await sheet.cell(1, 'months').click()
    await sheet.cell(3, 'months').click({ modifiers: ['Control'] })
    await paste(page, '1\t2')
    await page.getByText('Markera ett enda område').waitFor()
  })
})

/** Opens a copy whose five lines stand in two sections, with a header above each. */
async function openInSections(): Promise<void> {
  year = await desk.office.copyBudget()
  await desk.office.parted(year, 3, ['Personal', 'Lokaler'])
  const { lines } = await desk.office.budget(year)
  names = lines.map(({ description }) => description)
  sheet = await openSheet(desk.stage, year)
  page = sheet.page
}
let names: string[]
/** A cell by the name of its line. */
const named = (description: string, name: string) =>
  page
    .locator('.ag-row')
    .filter({ has: page.locator('[col-id="description"]').getByText(description, { exact: true }) })
    .locator(`[col-id="${name}"]`)
const monthsOf = async () => {
  const { lines } = await desk.office.budget(year)
  return names.map((name) => lines.find(({ description }) => description === name)!.months)
}

describe('sections', () => {
  it('have headings that take no row of what is pasted', async () => {
    await openInSections()
    await named(names[2]!, 'months').click()
    await paste(page, '1\n2\n3')
    expect(await said()).not.toContain('hoppas över')
    await confirm().click()
    await sheet.isSaved()
    expect((await monthsOf()).slice(2)).toEqual(['1', '2', '3'])
  })

  it('keep what is folded, and the preview says so', async () => {
    await openInSections()
    await page.locator('.ag-row[row-id="section Lokaler"] .cell-fold').click()
    await named(names[3]!, 'months').waitFor({ state: 'detached' })
    const before = await monthsOf()
    await named(names[2]!, 'months').click()
    await paste(page, '1\n2\n3')
    expect(await said()).toContain('Rader i hopfällda avsnitt ändras inte')
    expect(await said()).toContain('2 rader får inte plats')
    await confirm().click()
    await sheet.isSaved()
    expect(await monthsOf()).toEqual(before.with(2, '1'))
  })
})

describe('where nothing can be typed', () => {
  it('a paste and a key say so, without a dialog', async () => {
    await openCopy()
    await sheet.cell('share', 'Ragunda').click()
    await paste(page, '5')
    await page.getByText('Här går det inte att klistra in').waitFor()
    expect(await preview().count()).toBe(0)
    await sheet.cell(1, 'Ragunda').click()
    await page.keyboard.press('7')
    await page.getByText('Andelen räknas fram och går inte att skriva i').waitFor()
  })

  it('says nothing untrue of values that stand there already', async () => {
    await openCopy()
    await sheet.cell(1, 'months').click()
    await paste(page, 'abc\tdef')
    expect(await said()).toContain('Rad 1: Handläggare, Mån')
    expect(await said()).toContain('Inga värden ändras.')
    expect(await said()).not.toContain('det står samma sak')
    await page.keyboard.press('Escape')
  })
})

it('figures are read as accounts are set in other programs', async () => {
  await openCopy()
  await select([1, 'monthlyCost'], [3, 'monthlyCost'])
  await paste(page, '-   kr\r\n(12 600)\r\nkr 500\r\n')
  await confirm().click()
  await sheet.isSaved()
  const { lines } = await desk.office.budget(year)
  expect(lines.slice(0, 3).map((line) => line.monthlyCost)).toEqual(['0.00', '-12600.00', '500.00'])
})
