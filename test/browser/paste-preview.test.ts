import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { objections } from './axe.ts'
import { clipOf, paste, pressToCopy } from './clipboard.ts'
import { Desk } from './desk.ts'
import { type SheetPage } from './sheet.ts'
import { complaintsOf, type Visit } from './visit.ts'

/** What a paste shows and asks before it counts, and what comes from other programs. */
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
const marching = () => page.locator('.ag-cell.copied').count()
const shows = (row: number, name: string, text: RegExp) =>
  sheet.cell(row, name).filter({ hasText: text }).waitFor()

describe('the preview', () => {
  it('tells old and new of each cell, and what it means for everyone', async () => {
    await openCopy()
    await select([1, 'monthlyCost'], [2, 'monthlyCost'])
    await paste(page, '55000\r\n60000\r\n')
    const row = preview().getByRole('row', { name: /^Kr.mån/ })
    expect((await row.innerText()).replace(/\s+/g, ' ')).toBe('Kr/mån 50 000 55 000')
    expect(await said()).toContain('Rad 1: Handläggare')
    expect(await said()).toContain('1 cell får ett annat värde') // the other has it already
    const effect = preview().getByRole('row', { name: /Östersund/ })
    expect((await effect.innerText()).replace(/\s+/g, ' ')).toBe(
      'Östersund 2 379 300 2 564 700 +185 400',
    )
    expect(await sheet.text(1, 'monthlyCost')).toBe('50 000')
    await page.keyboard.press('Enter')
    await shows(1, 'monthlyCost', /55/)
    await sheet.isSaved()
    expect(await sheet.focusedColumn()).toBe('monthlyCost')
  })

  it('is left with Esc, and nothing is changed or lost', async () => {
    await openCopy()
    await select([1, 'months'], [2, 'months'])
    const { text } = await pressToCopy(page, 'Control+c')
    await sheet.cell(3, 'months').click()
    await paste(page, text)
    await preview().waitFor()
    await page.keyboard.press('Escape')
    await preview().waitFor({ state: 'detached' })
    expect(await column('months', [3, 4])).toEqual(['6', ''])
    expect(await marching()).toBe(2)
    expect(await sheet.focusedColumn()).toBe('months')
    await paste(page, text)
    await confirm().click()
    expect(await column('months', [3, 4])).toEqual(['12', '12'])
    await sheet.isSaved()
  })

  it('tells what cannot be read and why; all of it or nothing, unless one says so', async () => {
    await openCopy()
    await select([1, 'months'], [4, 'months'])
    await paste(page, '1.234\r\n7\r\nabc\r\n13\r\n')
    expect(await said()).toContain('3 celler går inte att läsa')
    expect(await said()).toContain('”1.234” kan läsas som 1 234 eller som 1,234')
    expect(await said()).toContain('”abc” är inget tal')
    expect(await said()).toContain('Antalet månader ska vara 0 till 12')
    await page.keyboard.press('Enter')
    await preview().getByText('Välj att hoppa över dem').waitFor()
    expect(await column('months', [1, 2, 3, 4])).toEqual(['12', '12', '6', ''])
    await preview().getByLabel('Hoppa över dem och ta resten').check()
    await confirm().click()
    expect(await column('months', [1, 2, 3, 4])).toEqual(['12', '7', '6', ''])
    await sheet.isSaved()
  })

  it('asks once for the source of population figures', async () => {
    await openCopy()
    await sheet.cell('population', 'Ragunda').click()
    await paste(page, '5 211\t6 176')
    await confirm().click()
    await preview().getByText('källa', { exact: false }).first().waitFor()
    await preview().getByLabel('Källa').fill('SCB, rättad')
    await page.keyboard.press('Enter')
    await preview().waitFor({ state: 'detached' })
    await sheet.isSaved()
    expect(await sheet.text('population', 'Bräcke')).toBe('6 176')
    const { populations } = await desk.office.budget(year)
    expect(populations.filter(({ source }) => source === 'SCB, rättad')).toHaveLength(2)
  })

  it('is shown for single cells and small pastes as it is set', async () => {
    await openCopy()
    await sheet.cell(1, 'months').click()
    await paste(page, '9\n8')
    await preview().getByLabel('Visa förhandsgranskning').selectOption('över 20 celler')
    await confirm().click()
    await paste(page, '7\n6')
    await shows(2, 'months', /^6$/)
    expect(await preview().count()).toBe(0)
    await sheet.isSaved()
  })

  it.each([
    { theme: 'light', language: 'sv' },
    { theme: 'dark', language: 'en' },
    { theme: 'light', language: 'sv', width: 390, height: 844 },
  ] as const)('can be used by everybody: %o', async (visit) => {
    await openCopy(visit)
    await sheet.cell(1, 'workload').click()
    await paste(page, '1\tx\t3\n4\t5\t6\n7\t8\t9')
    await page.getByRole('dialog').waitFor()
    expect(await objections(page)).toEqual([])
    const wide = await page.getByRole('dialog').evaluate((box) => box.scrollWidth - box.clientWidth)
    expect(wide).toBeLessThanOrEqual(0)
    await page.keyboard.press('Escape')
  })
})

describe('a typed amount that gives way to a monthly cost', () => {
  it('is shown and counted before it is gone, by a single cell too', async () => {
    await openCopy()
    await sheet.cell(4, 'monthlyCost').click()
    await paste(page, '5000')
    expect(await said()).toContain('1 inskrivet belopp ger vika')
    expect(await said()).toContain('2 celler får ett annat värde')
    const row = preview().getByRole('row', { name: /^Belopp/ })
    expect((await row.innerText()).replace(/\s+/g, ' ')).toBe('Belopp, kr −300 000 0')
    await page.keyboard.press('Escape')
    expect(await sheet.text(4, 'amount')).toBe('−300 000')
  })
})

describe('what is selected', () => {
  const selected = () => page.locator('.ag-cell.range').count()

  it('stays as it is when the preview is left with Esc', async () => {
    await openCopy()
    await sheet.cell(1, 'workload').click()
    await paste(page, '1\t2\n3\t4')
    await preview().waitFor()
    await page.keyboard.press('Escape')
    await preview().waitFor({ state: 'detached' })
    expect(await selected()).toBe(0)
    await page.keyboard.press('Delete')
    await sheet.isSaved()
    expect(await column('workload', [2])).toEqual(['1,0'])
  })

  it('is what was pasted, with the lines that were added', async () => {
    await openCopy()
    await sheet.cell(5, 'workload').click()
    await paste(page, '1\t2\n3\t4\n5\t6')
    await confirm('Klistra in och lägg till 2 rader').click()
    await shows(7, 'months', /^6$/)
    await expect.poll(selected).toBe(6)
    await sheet.isSaved()
  })

  it('stays several ranges that one value went into', async () => {
    await openCopy()
    await sheet.cell(1, 'months').click()
    await sheet.cell(3, 'months').click({ modifiers: ['Control'] })
    await paste(page, '9')
    await confirm().click()
    await shows(3, 'months', /^9$/)
    expect(await selected()).toBe(2)
    await sheet.isSaved()
  })
})

const expected = {
  descriptions: [
    'Handläggare',
    'Samordnare',
    'Lokaler, Storgatan\t12',
    'Återbetalning',
    'Återbetalning "rest"',
  ],
  workloads: [600, 75, null, null, null],
  months: ['12', '6', null, null, null],
  amounts: [null, null, '33.30', '-35.01', '-35.01'],
}

describe.each([
  ['excel-windows', '12600.00'],
  ['libreoffice', '12600.49'],
  ['google-sheets', '12600.00'],
] as const)('a table from %s', (program, monthlyCost) => {
  it.each(['both flavours', 'plain text alone'])('is read exactly from %s', async (flavours) => {
    await openCopy()
    const { text, html } = clipOf(program)
    await select([1, 'monthlyCost'], [5, 'amount'])
    await page.keyboard.press('Delete')
    await select([1, 'amount'], [5, 'amount'])
    await page.keyboard.press('Delete')
    await sheet.isSaved()
    await sheet.cell(1, 'description').click()
    await paste(page, text, flavours === 'both flavours' ? html : '')
    await confirm().click()
    await sheet.isSaved()
    const { lines } = await desk.office.budget(year)
    expect(lines.map(({ description }) => description)).toEqual(expected.descriptions)
    expect(lines.map(({ workload }) => workload)).toEqual(expected.workloads)
    expect(lines.map(({ months }) => months)).toEqual(expected.months)
    expect(lines.map((line) => line.typedAmount)).toEqual(expected.amounts)
    const second = flavours === 'both flavours' ? monthlyCost : '12600.00'
    expect(lines.map((line) => line.monthlyCost)).toEqual(['50000.00', second, null, null, null])
  })
})
