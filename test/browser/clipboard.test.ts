import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { objections } from './axe.ts'
import { complaintsOf, raiseStage, type Stage, type Visit } from './browser.ts'
import { clipOf, paste, pressToCopy } from './clipboard.ts'
import { EditGate, openSheet, OtherOffice, type SheetPage } from './sheet.ts'

/** Copy, cut and paste from and to other programs and within the sheet, by the browser's own events. */
let stage: Stage
let office: OtherOffice
let sheet: SheetPage
let page: Page
let year: number

beforeAll(async () => {
  stage = await raiseStage()
  office = new OtherOffice(stage.product.address)
})
afterAll(() => stage?.close())
afterEach(async () => {
  expect(complaintsOf(page)).toEqual([])
  await page.context().close()
})

async function openCopy(visit?: Visit): Promise<void> {
  year = await office.copyBudget()
  sheet = await openSheet(stage, year, visit)
  page = sheet.page
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

describe('Ctrl+C', () => {
  it('writes bare numbers, per cent and text in both flavours', async () => {
    await openCopy()
    await select([3, 'description'], [4, 'amount'])
    const { text, html } = await pressToCopy(page, 'Control+c')
    expect(text).toBe(
      'Handläggare genom omprioritering\t1\t6\t50000\t300000\r\n' +
        'Omprioritering inom ordinarie budget\t\t\t\t-300000\r\n',
    )
    expect(html).toContain('x:num="-300000" sdval="-300000"')
    await sheet.cell('share', 'Ragunda').click()
    expect((await pressToCopy(page, 'Control+c')).text).toBe('4,2%\r\n')
  })

  it('draws a marching edge until Esc', async () => {
    await openCopy()
    await select([1, 'workload'], [2, 'months'])
    await pressToCopy(page, 'Control+c')
    expect(await marching()).toBe(4)
    const edge = () =>
      sheet.cell(1, 'workload').evaluate((cell) => getComputedStyle(cell, '::before').animationName)
    expect(await edge()).toBe('none') // no motion is wanted here
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    expect(await edge()).toBe('march')
    await page.keyboard.press('Escape')
    expect(await marching()).toBe(0)
  })

  it('takes several ranges with the same columns, and says why not others', async () => {
    await openCopy()
    await sheet.cell(1, 'months').click()
    await sheet.cell(3, 'months').click({ modifiers: ['Control'] })
    expect((await pressToCopy(page, 'Control+c')).text).toBe('12\r\n6\r\n')
    await sheet.cell(3, 'workload').click({ modifiers: ['Control'] })
    await page.keyboard.press('Control+c')
    await page.getByText('samma rader eller samma kolumner').waitFor()
  })

  it('leaves an open editor its own clipboard', async () => {
    await openCopy()
    await sheet.cell(1, 'months').click()
    await page.keyboard.press('F2')
    await paste(page, '7\t8')
    expect(await preview().count()).toBe(0)
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('12')
  })
})

describe('Ctrl+V with a single value', () => {
  it('puts it into the cell at once', async () => {
    await openCopy()
    await sheet.cell(2, 'months').click()
    await paste(page, '9,5\r\n')
    await shows(2, 'months', /^9,5$/)
    await sheet.isSaved()
    expect((await office.budget(year)).lines[1]!.months).toBe('9.5')
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
    expect((await office.budget(year)).lines[0]!.note).toBe('Rad ett\nrad "två"\tslut')
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
    const { lines } = await office.budget(year)
    expect(lines.map(({ description }) => description).slice(4)).toEqual(['Ett', 'Två', 'Tre'])
    await page.keyboard.press('Control+z')
    await sheet.cell(6, 'description').waitFor({ state: 'detached' })
    await sheet.isSaved()
    expect((await office.budget(year)).lines).toHaveLength(5)
  })

  it('refuses a block for several ranges', async () => {
    await openCopy()
    await sheet.cell(1, 'months').click()
    await sheet.cell(3, 'months').click({ modifiers: ['Control'] })
    await paste(page, '1\t2')
    await page.getByText('Markera ett enda område').waitFor()
  })
})

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
    const { populations } = await office.budget(year)
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

describe('Ctrl+X', () => {
  it('moves cells: what was there is emptied once they are pasted', async () => {
    await openCopy()
    await select([1, 'workload'], [1, 'months'])
    const { text } = await pressToCopy(page, 'Control+x')
    expect(text).toBe('6\t12\r\n')
    expect(await sheet.text(1, 'months')).toBe('12')
    await sheet.cell(4, 'workload').click()
    await paste(page, text)
    await confirm('Flytta').click()
    expect(await column('workload', [1, 4])).toEqual(['0,0', '6,0'])
    expect(await marching()).toBe(0)
    await sheet.isSaved()
    const { lines } = await office.budget(year)
    expect(lines[0]).toMatchObject({ workload: null, months: null })
    expect(lines[3]).toMatchObject({ workload: 600, months: '12' })
    await page.keyboard.press('Control+z')
    expect(await column('workload', [1, 4])).toEqual(['6,0', ''])
    await sheet.isSaved()
  })
})

describe('the cell menu', () => {
  const choose = (name: string) => page.getByRole('menuitem', { name, exact: true }).click()

  it('copies, cuts and pastes where the browser lets it', async () => {
    await openCopy()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await sheet.cell(3, 'months').click({ button: 'right' })
    await choose('Kopiera Ctrl+C')
    await sheet.cell(1, 'months').click({ button: 'right' })
    await choose('Klistra in Ctrl+V')
    await shows(1, 'months', /^6$/)
    await sheet.cell(2, 'months').click({ button: 'right' })
    await choose('Klipp ut Ctrl+X')
    await expect.poll(marching).toBe(1)
    await sheet.cell(4, 'months').click({ button: 'right' })
    await choose('Klistra in Ctrl+V')
    await confirm('Flytta').click()
    await sheet.isSaved()
    expect((await office.budget(year)).lines.map(({ months }) => months)).toEqual([
      '6',
      null,
      '6',
      '12',
      '6',
    ])
  })

  it('says which keys to press where the browser does not', async () => {
    await openCopy()
    await page.evaluate(() =>
      Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }),
    )
    await sheet.cell(3, 'months').click({ button: 'right' })
    await choose('Klistra in Ctrl+V')
    await page.getByText('Tryck Ctrl+V i stället').waitFor()
    await sheet.cell(3, 'months').click({ button: 'right' })
    await choose('Kopiera Ctrl+C')
    await page.getByText('Tryck Ctrl+C i stället').waitFor()
    expect(await marching()).toBe(0)
  })
})

describe('a sorted sheet', () => {
  it('says that rows change in the order in which they are shown', async () => {
    await openCopy()
    await sheet.cell(1, 'workload').click()
    await page.keyboard.press('Control+Shift+l')
    await page.getByRole('menuitemcheckbox', { name: 'Sortera fallande' }).click()
    await sheet.cell(1, 'months').click()
    await paste(page, '9\n8')
    expect(await said()).toContain('Arket är sorterat: raderna ändras i den ordning de visas.')
    await page.keyboard.press('Escape')
  })
})

/** Opens a copy whose five lines stand in two sections, with a header above each. */
async function openInSections(): Promise<void> {
  year = await office.copyBudget()
  await office.parted(year, 3, ['Personal', 'Lokaler'])
  const { lines } = await office.budget(year)
  names = lines.map(({ description }) => description)
  sheet = await openSheet(stage, year)
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
  const { lines } = await office.budget(year)
  return names.map((name) => lines.find(({ description }) => description === name)!.months)
}

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

describe('copying within the sheet', () => {
  it('keeps formulas', async () => {
    await openCopy()
    await sheet.enter(2, 'monthlyCost', '=6*5000')
    await sheet.cell(2, 'monthlyCost').click()
    const { text } = await pressToCopy(page, 'Control+c')
    expect(text).toBe('30000\r\n')
    await sheet.cell(3, 'monthlyCost').click()
    await paste(page, text)
    await shows(3, 'monthlyCost', /30.000/)
    await page.keyboard.press('F2')
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe(
      '=6*5000',
    )
    await page.keyboard.press('Escape')
    await sheet.isSaved()
  })

  it('ends when something else is typed: what was cut is not emptied any more', async () => {
    await openCopy()
    await sheet.cell(1, 'months').click()
    const { text } = await pressToCopy(page, 'Control+x')
    expect(await marching()).toBe(1)
    await sheet.enter(1, 'months', '5')
    await expect.poll(marching).toBe(0)
    await sheet.cell(3, 'months').click()
    await paste(page, text)
    await shows(3, 'months', /^12$/)
    await sheet.isSaved()
    expect((await office.budget(year)).lines[0]!.months).toBe('5')
  })

  it('does not empty what was cut and is another since', async () => {
    await openCopy()
    await sheet.enter(1, 'months', '11')
    await sheet.cell(1, 'months').click()
    const { text } = await pressToCopy(page, 'Control+x')
    await page.keyboard.press('Control+z')
    await shows(1, 'months', /^12$/)
    await sheet.cell(3, 'months').click()
    await paste(page, text)
    await shows(3, 'months', /^11$/)
    expect(await sheet.text(1, 'months')).toBe('12')
    await sheet.isSaved()
  })
})

it('figures are read as accounts are set in other programs', async () => {
  await openCopy()
  await select([1, 'monthlyCost'], [3, 'monthlyCost'])
  await paste(page, '-   kr\r\n(12 600)\r\nkr 500\r\n')
  await confirm().click()
  await sheet.isSaved()
  const { lines } = await office.budget(year)
  expect(lines.slice(0, 3).map((line) => line.monthlyCost)).toEqual(['0.00', '-12600.00', '500.00'])
})

describe('a round trip', () => {
  it('from the sheet through the system clipboard back into it changes nothing', async () => {
    await openCopy()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await sheet.tool('Anteckningar').click()
    await select([1, 'description'], [5, 'decision'])
    await page.keyboard.press('Control+c')
    await page.keyboard.press('Control+v')
    await preview().getByText('det står samma sak där redan').waitFor()
    await page.keyboard.press('Escape')
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
    const { lines } = await office.budget(year)
    expect(lines.map(({ description }) => description)).toEqual(expected.descriptions)
    expect(lines.map(({ workload }) => workload)).toEqual(expected.workloads)
    expect(lines.map(({ months }) => months)).toEqual(expected.months)
    expect(lines.map((line) => line.typedAmount)).toEqual(expected.amounts)
    const second = flavours === 'both flavours' ? monthlyCost : '12600.00'
    expect(lines.map((line) => line.monthlyCost)).toEqual(['50000.00', second, null, null, null])
  })
})
