import { describe, expect, it } from 'vitest'
import { Desk } from './desk.ts'
import { codes, EditGate, openSheet, type SheetPage } from './sheet.ts'
import { complaintsOf, type Visit } from './visit.ts'

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
    const stored = (await desk.office.budget(year)).lines[reinforcement - 1]!
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
    const { lines } = await desk.office.budget(year)
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
    const { populations } = await desk.office.budget(year)
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
