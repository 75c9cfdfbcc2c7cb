import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { objections } from './axe.ts'
import { complaintsOf, raiseStage, type Stage, type Visit } from './browser.ts'
import { codes, EditGate, openSheet, OtherOffice, type SheetPage } from './sheet.ts'

let stage: Stage
let office: OtherOffice

beforeAll(async () => {
  stage = await raiseStage()
  office = new OtherOffice(stage.product.address)
})
afterAll(() => stage?.close())

const pages: Page[] = []
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close()
})

/** A budget of the test's own, open in a browser of its own. */
async function openCopy(visit?: Visit, populationDate?: string) {
  const year = await office.copyBudget(populationDate)
  const sheet = await open(year, visit)
  return { year, sheet, page: sheet.page }
}

async function open(year: number, visit?: Visit): Promise<SheetPage> {
  const sheet = await openSheet(stage, year, visit)
  pages.push(sheet.page)
  return sheet
}

const decided = ['12 600', '14 700', '36 900', '27 600', '29 400', '24 300', '154 500']
const reinforcement = 5

describe('the sheet', () => {
  it('shows the seven amounts of § 33, and what they rest on', async () => {
    const sheet = await open(2022)
    expect(await sheet.shares(reinforcement)).toEqual(decided)
    expect(await sheet.text(reinforcement, 'amount')).toBe('300 000')
    expect(await sheet.shares('population')).toEqual([
      '5 210',
      '6 175',
      '15 352',
      '11 473',
      '12 271',
      '10 114',
      '64 324',
    ])
    expect(await sheet.shares('share')).toEqual(
      ['4,2', '4,9', '12,3', '9,2', '9,8', '8,1', '51,5'].map((share) => `${share} %`),
    )
    expect(await sheet.text('sum', 'amount')).toBe('4 620 000')
    expect(await sheet.text('perInhabitant', 'Östersund')).toBe('36,99')
    expect(complaintsOf(sheet.page)).toEqual([])
  })

  it('repaints every share in the same task as the keystroke', async () => {
    const { sheet, page } = await openCopy()
    await sheet.type(reinforcement, 'monthlyCost', '5')
    const painted = await page.evaluate((code) => {
      const field = document.activeElement as HTMLInputElement
      field.value = '60000'
      field.dispatchEvent(new Event('input'))
      const text = (row: string) =>
        document.querySelector(`${row} [col-id="share ${code}"]`)?.textContent
      return [text('.ag-row[row-index="4"]'), text('.ag-row[row-id="change"]')]
    }, codes.Krokom)
    expect(painted.map((text) => text?.replace(/\s/g, ' '))).toEqual(['44 280', '+7 380'])
  })

  it('recalculates while one types, before anything is sent, and keeps it', async () => {
    const { sheet, page, year } = await openCopy()
    const gate = await EditGate.at(page)
    gate.hold()
    await sheet.type(reinforcement, 'monthlyCost', '55000')
    expect(await sheet.text(reinforcement, 'amount')).toBe('330 000')
    expect(await sheet.text(reinforcement, 'Krokom')).toBe('40 590')
    expect(await sheet.text('sum', 'Krokom')).toBe('571 950')
    expect(await sheet.text('perInhabitant', 'Krokom')).toBe('37,26')
    expect(await sheet.text('change', 'Krokom')).toBe('+3 690')
    expect(await sheet.text('change', 'amount')).toBe('+30 000')
    expect(gate.seen).toEqual([])

    await page.keyboard.press('Enter')
    await sheet.state.filter({ hasText: 'Sparar' }).waitFor()
    expect(await sheet.text(reinforcement, 'Krokom')).toBe('40 590')
    expect(await sheet.text('change', 'amount')).toBe('+30 000')
    await gate.release()
    await sheet.isSaved()
    expect(await sheet.text('change', 'amount')).toBe('±0')
    expect(gate.seen).toHaveLength(1)

    await page.reload()
    await sheet
      .cell(reinforcement, 'Krokom')
      .filter({ hasText: /40\s590/ })
      .waitFor()
    const stored = (await office.budget(year)).lines[reinforcement - 1]!
    expect(stored).toMatchObject({ monthlyCost: '55000.00', amount: '330000.00' })
    expect(stored.shares.map(({ amount }) => amount)).toContain('40590.00')
  })

  it('queues what is typed meanwhile, and sends it in order', async () => {
    const { sheet, page, year } = await openCopy()
    const gate = await EditGate.at(page)
    gate.hold()
    await sheet.enter(1, 'workload', '5')
    await page.keyboard.type('2')
    await page.keyboard.press('Enter')
    await sheet.enter(1, 'workload', '5,5')
    await expect.poll(() => gate.seen.length, { timeout: 10_000 }).toBe(1)
    await gate.release()
    await sheet.isSaved()
    expect(gate.seen).toHaveLength(3)
    const { lines } = await office.budget(year)
    expect(lines.slice(0, 2).map(({ workload }) => workload)).toEqual([550, 200])
  })

  it('leaves everything as it was with Escape', async () => {
    const { sheet, page } = await openCopy()
    const gate = await EditGate.at(page)
    const before = await Promise.all([sheet.shares(reinforcement), sheet.shares('sum')])
    await sheet.type(reinforcement, 'monthlyCost', '99')
    expect(await sheet.shares(reinforcement)).not.toEqual(before[0])
    await page.keyboard.press('Escape')
    expect(await Promise.all([sheet.shares(reinforcement), sheet.shares('sum')])).toEqual(before)
    expect(await sheet.text(reinforcement, 'monthlyCost')).toBe('50 000')
    expect(gate.seen).toEqual([])
  })

  it('goes down with Enter and right with Tab, and starts with what is typed or with F2', async () => {
    const { sheet, page } = await openCopy()
    await sheet.enter(1, 'months', '11')
    await page.keyboard.press('F2')
    await page.keyboard.press('Backspace')
    await page.keyboard.type('0')
    await page.keyboard.press('Tab')
    await sheet.isSaved()
    expect(await sheet.text(1, 'months')).toBe('11')
    expect(await sheet.text(2, 'months')).toBe('10')
    expect(await sheet.focusedColumn()).toBe('monthlyCost')
    await page.keyboard.press('Shift+Tab')
    expect(await sheet.focusedColumn()).toBe('months')
    await page.keyboard.press('Delete')
    await sheet.isSaved()
    expect(await sheet.text(2, 'months')).toBe('0') // what an empty factor counts as
    expect(await sheet.text(2, 'amount')).toBe('0')
  })

  it('takes a revenue off the sum, whichever sign it is typed with', async () => {
    const { sheet, page } = await openCopy()
    await sheet.tool('Anteckningar').click()
    await sheet.cell(4, 'kind').dblclick()
    await page.getByRole('option', { name: 'Intäkt' }).click()
    await sheet.isSaved()
    await sheet.cell(4, 'amount').click()
    await page.keyboard.type('100 000')
    await page.keyboard.press('Enter')
    await sheet.isSaved()
    expect(await sheet.text(4, 'amount')).toBe('−100 000')
    expect(await sheet.text(4, 'Ragunda')).toBe('−4 200')
    expect(await sheet.text(4, 'description')).toContain('Intäkt')
    await sheet.enter(4, 'amount', '-100 000')
    expect(await sheet.text(4, 'amount')).toBe('−100 000')
  })

  it('shows what rounding leaves over when every share is rounded by itself', async () => {
    const { sheet } = await openCopy()
    await sheet.cell(1, 'keyId').click()
    await sheet.use('Ändra nyckel')
    const dialog = sheet.dialog('Ändra nyckel')
    await dialog.getByLabel('Andelar avrundas till').selectOption('NONE')
    await dialog.getByLabel('Belopp avrundas till').selectOption('HUNDRED')
    await dialog.getByLabel('Det som blir över går till').selectOption('EACH_ALONE')
    await dialog.getByRole('row', { name: /Avrundningsdifferens/ }).waitFor()
    await dialog.getByRole('button', { name: 'Spara nyckeln' }).click()
    await sheet.isSaved()
    expect(await sheet.text(2, 'difference')).toBe('100')
    expect(await sheet.text(3, 'difference')).toBe('−100')
    expect(await sheet.text('sum', 'difference')).toBe('100')
  })
})

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
    expect((await office.budget(year)).lines[2]!.months).toBe('5')

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
    await office.setLine(year, 2, { monthlyCost: '61000.00' })
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
    expect((await office.budget(year)).lines[1]!.monthlyCost).toBe('62000.00')
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
    expect((await office.budget(year)).lines[1]!.monthlyCost).toBe('61000.00')
  })

  it('lets both have their way in different cells of one line', async () => {
    const { sheet, year } = await openCopy()
    await office.setLine(year, 2, { note: 'Från grannkontoret' })
    await sheet.enter(2, 'monthlyCost', '62000')
    await sheet.isSaved()
    const line = (await office.budget(year)).lines[1]!
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
    expect((await office.budget(year)).lines[0]!.months).toBe('12')

    await gate.release()
    await page.getByRole('button', { name: 'Försök nu' }).click()
    await sheet.isSaved()
    const { lines } = await office.budget(year)
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
    const stored = async () => (await office.budget(year)).lines[0]!.months
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

describe('lines', () => {
  it('are added, named, moved and removed', async () => {
    const { sheet, page, year } = await openCopy()
    await sheet.cell(2, 'description').click()
    await page.keyboard.press('Control+Insert')
    await expect.poll(() => sheet.focusedColumn(), { timeout: 10_000 }).toBe('description')
    await page.keyboard.type('Resor')
    await page.keyboard.press('Tab')
    await sheet.isSaved()
    expect(await sheet.text(3, 'description')).toBe('Resor')
    await sheet.enter(3, 'amount', '10 000')
    await sheet.isSaved()
    expect(await sheet.text(3, 'Krokom')).toBe('1 230')

    await sheet.cell(3, 'description').click()
    await page.keyboard.press('Alt+ArrowUp')
    await sheet.cell(2, 'description').filter({ hasText: 'Resor' }).waitFor()
    await sheet.tool('Flytta ned raden').click()
    await sheet.cell(3, 'description').filter({ hasText: 'Resor' }).waitFor()
    await sheet.isSaved()
    const names = async () => (await office.budget(year)).lines.map((line) => line.description)
    expect((await names())[2]).toBe('Resor')

    await sheet.cell(3, 'amount').click()
    await page.keyboard.press('Control+Delete')
    const dialog = sheet.dialog('Ta bort raden?')
    expect(await dialog.innerText()).toContain('Resor')
    await dialog.getByRole('button', { name: 'Ta bort' }).click()
    await sheet.isSaved()
    expect(await names()).not.toContain('Resor')

    await page.getByRole('button', { name: 'Lägg till en rad sist' }).click()
    await page.keyboard.type('Sist')
    await page.keyboard.press('Enter')
    await sheet.isSaved()
    expect((await names()).at(-1)).toBe('Sist')
  })

  it('are typed in while they are being added', async () => {
    const { sheet, page, year } = await openCopy()
    const gate = await EditGate.at(page)
    gate.hold()
    await page.getByRole('button', { name: 'Lägg till en rad sist' }).click()
    await page.keyboard.type('Lokaler')
    await page.keyboard.press('Enter')
    await sheet.type(6, 'amount', '50')
    await gate.release()
    await expect.poll(() => gate.seen.length, { timeout: 10_000 }).toBe(2)
    await page.keyboard.type('000')
    await page.keyboard.press('Enter')
    await sheet.isSaved()
    expect((await office.budget(year)).lines[5]).toMatchObject({
      description: 'Lokaler',
      typedAmount: '50000.00',
    })
  })

  it('leave out whom they do not concern, which looks other than nothing', async () => {
    const { sheet, year } = await openCopy()
    await sheet.cell(3, 'description').click()
    await sheet.use('Vilka deltar i raden')
    const dialog = sheet.dialog(/Vilka deltar i raden/)
    await dialog.getByLabel('Ragunda').uncheck()
    expect(await dialog.getByRole('row', { name: /Ragunda/ }).innerText()).toMatch(/−12\s600/)
    await dialog.getByRole('button', { name: 'Spara' }).click()
    await sheet.isSaved()
    expect(await sheet.text(3, 'Ragunda')).toBe('– deltar ej')
    expect((await office.budget(year)).lines[2]!.excluded).toEqual([{ code: codes.Ragunda }])
    await sheet.enter(4, 'amount', '0')
    await sheet.isSaved()
    expect(await sheet.text(4, 'Ragunda')).toBe('0')
  })
})

describe('keys', () => {
  it('are chosen by name, and shown as one moves in the list', async () => {
    const { sheet, page, year } = await openCopy()
    const gate = await EditGate.at(page)
    await sheet.cell(reinforcement, 'keyId').click()
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByRole('listbox', { name: 'Nyckel' }).waitFor()
    await page.keyboard.type('lika')
    await sheet
      .cell(reinforcement, 'Ragunda')
      .filter({ hasText: /42\s857,1/ })
      .waitFor()
    expect(gate.seen).toEqual([])
    await page.keyboard.press('Enter')
    await sheet.isSaved()
    expect(await sheet.text(reinforcement, 'keyId')).toBe('Lika delar')
    expect((await office.budget(year)).lines[reinforcement - 1]!.key.name).toBe('Lika delar')
  })

  it('are changed in a dialog that shows what it means for each municipality', async () => {
    const { sheet, year } = await openCopy()
    await sheet.cell(reinforcement, 'keyId').click()
    await sheet.use('Ändra nyckel')
    const dialog = sheet.dialog('Ändra nyckel')
    await dialog.getByLabel('Mätdatum').selectOption('2021-11-01')
    const are = dialog.getByRole('row', { name: /Åre/ })
    await are.filter({ hasText: /[+−]\d/ }).waitFor()
    const after = await are.getByRole('cell').nth(1).innerText()
    expect(await dialog.getByRole('row', { name: /Summa/ }).innerText()).toContain('±0')
    await dialog.getByLabel('Namn').fill('Befolkning i november')
    await dialog.getByRole('button', { name: 'Spara nyckeln' }).click()
    await sheet.isSaved()
    expect(await sheet.text('sum', 'Åre')).toBe(after.replace(/\s/g, ' '))
    expect(await sheet.text('population', 'Åre')).toBe('12 105')
    const { keys } = await office.budget(year)
    expect(keys.find(({ name }) => name === 'Befolkning i november')?.bases[0]?.on).toBe(
      '2021-11-01',
    )
  })

  it('are made for a line, as a blend that must come to 100', async () => {
    const { sheet, page, year } = await openCopy()
    await sheet.cell(1, 'keyId').dblclick()
    await page.getByRole('option', { name: 'Ny nyckel …' }).click()
    const dialog = sheet.dialog('Ny nyckel')
    await dialog.getByRole('button', { name: 'Lägg till en grund' }).click()
    await dialog.getByLabel('Grund', { exact: true }).nth(1).selectOption('EQUAL')
    await dialog.getByLabel('Del, %').first().fill('70')
    await dialog.getByText('De ska bli 100.', { exact: false }).first().waitFor()
    await dialog.getByLabel('Del, %').nth(1).fill('30')
    await dialog.getByText('Delarna är tillsammans 100 %.').waitFor()
    await dialog.getByRole('button', { name: 'Skapa nyckeln' }).click()
    await dialog.getByText('Nyckeln behöver ett namn.').waitFor()
    await dialog.getByLabel('Namn').fill('70 och 30')
    await dialog.getByRole('button', { name: 'Skapa nyckeln' }).click()
    await sheet.isSaved()
    expect(await sheet.text(1, 'keyId')).toBe('70 och 30')
    const { lines, keys } = await office.budget(year)
    expect(lines[0]!.key.name).toBe('70 och 30')
    const made = keys.find(({ name }) => name === '70 och 30')!
    expect(made.bases.map(({ kind, percent }) => [kind, percent])).toEqual([
      ['POPULATION', 70],
      ['EQUAL', 30],
    ])
  })
})

describe('populations', () => {
  it('are corrected with a source, as a new revision', async () => {
    const { sheet, page, year } = await openCopy({}, '2019-12-31')
    await sheet.type('population', 'Östersund', '65000')
    const previewed = await sheet.text('share', 'Östersund')
    await page.keyboard.press('Enter')
    const dialog = sheet.dialog('Rätta invånarantal')
    expect(await sheet.text('share', 'Östersund')).toBe(previewed)
    await dialog.getByRole('button', { name: 'Rätta' }).click()
    await dialog.getByRole('alert').waitFor()
    await dialog.getByLabel(/Källa/).fill('SCB, hämtad 2026-11-22')
    await dialog.getByRole('button', { name: 'Rätta' }).click()
    await sheet.isSaved()
    expect(await sheet.text('population', 'Östersund')).toBe('65 000')
    expect(await sheet.text('share', 'Östersund')).toBe(previewed)
    const { populations } = await office.budget(year)
    const figure = populations.find(
      ({ on, municipality }) => on === '2019-12-31' && municipality.code === codes.Östersund,
    )
    expect(figure).toMatchObject({
      inhabitants: 65_000,
      source: 'SCB, hämtad 2026-11-22',
      revision: 2,
    })
  })

  it('are left as they were when no source is given', async () => {
    const { sheet, page } = await openCopy()
    const before = await sheet.shares('sum')
    await sheet.enter('population', 'Krokom', '20000')
    const dialog = sheet.dialog('Rätta invånarantal')
    await dialog.getByText(/räknas också om: .*Familjehemscentrum 2022/).waitFor()
    await dialog.getByRole('button', { name: 'Avbryt' }).click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => sheet.shares('sum'), { timeout: 10_000 }).toEqual(before)
    expect(await sheet.text('population', 'Krokom')).toBe('15 352')
    await sheet.isSaved()
    expect(complaintsOf(page)).toEqual([])
  })
})

describe('why this amount?', () => {
  it('is told down to the source and the agreement, in both languages', async () => {
    const { sheet, page, year } = await openCopy()
    await sheet.cell(reinforcement, 'Krokom').click()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('complementary', { name: 'Varför detta belopp?' })
    const stored = (await office.budget(year)).lines[reinforcement - 1]!
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
  const looks = [
    { theme: 'light', width: 1440, height: 900 },
    { theme: 'dark', width: 1440, height: 900 },
    { theme: 'light', width: 390, height: 844 },
    { theme: 'dark', width: 390, height: 844 },
  ] as const

  it.each(looks)('passes axe in every state: $theme, $width wide', async (look) => {
    const { sheet, page } = await openCopy(look)
    const passes = async (what: string) => expect(await objections(page), what).toEqual([])
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
    expect((await office.budget(year)).lines[reinforcement - 1]).toMatchObject({
      months: '7',
      monthlyCost: '60000.00',
      amount: '420000.00',
    })
  })

  it('opens an explanation with a tap on a phone', async () => {
    const year = await office.copyBudget()
    const context = await stage.browser.newContext({
      baseURL: stage.product.address,
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      reducedMotion: 'reduce',
      locale: 'sv-SE',
    })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.goto(`/samverkan/familjehemscentrum/${year}`)
    const share = page.locator('.ag-row[row-index="4"] [col-id="amount"]')
    await share.waitFor()
    await page.locator('.ag-grid-viewport').evaluate((viewport) => viewport.scrollTo({ left: 600 }))
    await page.locator('.ag-row[row-index="4"] [col-id="share 2303"]').tap()
    await page.getByRole('complementary').getByText('12 600 kr', { exact: true }).waitFor()
  })

  it('says that there is no such budget', async () => {
    const page = await stage.visit()
    pages.push(page)
    await page.goto('/samverkan/familjehemscentrum/1999')
    await page.getByRole('heading', { name: 'Budgeten finns inte' }).waitFor()
    expect(await objections(page)).toEqual([])
  })

  it('says that the figures could not be fetched, and tries again', async () => {
    const page = await stage.visit()
    pages.push(page)
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
