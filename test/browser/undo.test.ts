import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { Desk } from './desk.ts'
import { EditGate, type SheetPage } from './sheet.ts'
import { complaintsOf } from './visit.ts'

/** What I did can be undone and done again, whatever has happened since. */
const desk = Desk.forFile()
let sheet: SheetPage
let page: Page
let year: number

afterEach(async () => {
  expect(complaintsOf(page).filter((said) => !/ERR_FAILED|Failed to load/.test(said))).toEqual([])
})

async function openCopy(): Promise<void> {
  ;({ year, sheet, page } = await desk.openCopy())
}

const lines = async () => (await desk.office.budget(year)).lines
const stored = async (number: number) => (await lines())[number - 1]!
const shows = (row: number, column: string, text: RegExp | string) =>
  sheet.cell(row, column).filter({ hasText: text }).waitFor()
const isSaid = (text: string | RegExp) =>
  page.locator('[aria-live="polite"]').filter({ hasText: text }).waitFor({ state: 'attached' })
const focused = () =>
  page.evaluate(() => {
    const cell = document.activeElement
    return [cell?.closest('[row-index]')?.getAttribute('row-index'), cell?.getAttribute('col-id')]
  })
const question = () => sheet.dialog(/har ändrats sedan dess/)

describe('typing', () => {
  it('is undone and done again with keys, where it happened', async () => {
    await openCopy()
    await sheet.enter(1, 'months', '11')
    await sheet.enter(2, 'months', '10')
    await sheet.isSaved()
    await sheet.cell(4, 'description').click()
    await page.keyboard.press('Control+z')
    await shows(2, 'months', /^12$/)
    await isSaid('Ångrade: Månader i rad 2: 12 → 10')
    await expect.poll(focused).toEqual(['1', 'months'])
    await page.keyboard.press('Control+z')
    await shows(1, 'months', /^12$/)
    await sheet.isSaved()
    expect((await lines()).slice(0, 2).map(({ months }) => months)).toEqual(['12', '12'])

    await page.keyboard.press('Control+y')
    await isSaid('Gjorde om: Månader i rad 1: 12 → 11')
    await page.keyboard.press('Control+Shift+z')
    await sheet.isSaved()
    expect((await lines()).slice(0, 2).map(({ months }) => months)).toEqual(['11', '10'])
  })

  it('is undone from the toolbar too, whose buttons say what they would do', async () => {
    await openCopy()
    expect(await sheet.tool('Inget att ångra').isDisabled()).toBe(true)
    await sheet.enter(1, 'months', '11')
    await sheet.tool('Anteckningar').focus()
    await page.keyboard.press('Control+z')
    await shows(1, 'months', /^12$/)
    await sheet.tool('Gör om: Månader i rad 1: 12 → 11').click()
    await shows(1, 'months', /^11$/)
    await sheet.tool('Ångra: Månader i rad 1: 12 → 11').click()
    await sheet.isSaved()
    expect((await stored(1)).months).toBe('12')
  })

  it('is undone where it is not shown, which is told on screen, and nothing else is touched', async () => {
    await openCopy()
    const before = await sheet.text(3, 'description')
    await sheet.enter(1, 'months', '11')
    await sheet.isSaved()
    await sheet.cell(1, 'months').click()
    await page.keyboard.press('Control+Shift+l')
    await page.getByRole('menu').getByText('Dölj kolumnen', { exact: true }).click()
    await page.locator('.ag-header-cell[col-id="months"]').waitFor({ state: 'detached' })
    await sheet.cell(3, 'description').click()
    await page.keyboard.press('Control+z')
    await page
      .getByRole('status')
      .filter({ hasText: 'Ångrade: Månader i rad 1: 12 → 11. Det visas inte nu' })
      .waitFor()
    expect(await focused()).toEqual(['2', 'description'])
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toEqual(['3', 'description'])
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Control+y')
    await page.keyboard.press('Control+z')
    await sheet.isSaved()
    expect(await sheet.text(3, 'description')).toBe(before)
    expect((await lines()).map(({ months }) => months)[0]).toBe('12')
    await page.keyboard.press('Delete')
    await sheet.isSaved()
    expect((await stored(3)).description).toBe('')
  })

  it('leaves the keys to a text that is being typed', async () => {
    await openCopy()
    await sheet.enter(1, 'months', '11')
    await sheet.cell(1, 'description').click()
    await page.keyboard.press('F2')
    await page.keyboard.type('x')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Escape')
    expect(await sheet.text(1, 'months')).toBe('11')
  })

  it('brings an amount back that gave way to a monthly cost', async () => {
    await openCopy()
    await sheet.enter(4, 'monthlyCost', '5000')
    await page.keyboard.press('Control+z')
    await shows(4, 'amount', '−300')
    await sheet.isSaved()
    expect(await stored(4)).toMatchObject({ monthlyCost: null, typedAmount: '-300000.00' })
  })
})

describe('lines', () => {
  it('go and come back under the same id', async () => {
    await openCopy()
    const { id } = await stored(3)
    await sheet.cell(3, 'description').click()
    await page.keyboard.press('Control+Delete')
    await sheet.dialog('Ta bort raden?').getByRole('button', { name: 'Ta bort' }).click()
    await sheet.isSaved()
    expect((await lines()).map((line) => line.id)).not.toContain(id)
    await page.keyboard.press('Control+z')
    await sheet.isSaved()
    expect((await stored(3)).id).toBe(id)
    await expect.poll(focused).toEqual(['2', 'description'])
  })

  it('are added, undone and added again, with what was typed in them', async () => {
    await openCopy()
    await sheet.cell(2, 'description').click()
    await page.keyboard.press('Control+Insert')
    await expect.poll(() => sheet.focusedColumn()).toBe('description')
    await page.keyboard.type('Resor')
    await page.keyboard.press('Enter')
    await sheet.isSaved()
    const { id } = await stored(3)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await sheet.isSaved()
    expect((await lines()).map((line) => line.id)).not.toContain(id)
    await page.keyboard.press('Control+y')
    await page.keyboard.press('Control+y')
    await sheet.isSaved()
    expect(await stored(3)).toMatchObject({ id, description: 'Resor' })
  })

  it('that were moved do not matter to what was typed in them', async () => {
    await openCopy()
    await sheet.enter(1, 'months', '11')
    await sheet.isSaved()
    await sheet.cell(1, 'months').click()
    await page.keyboard.press('Alt+ArrowDown')
    await shows(2, 'months', /^11$/)
    await sheet.isSaved()
    await page.keyboard.press('Control+z')
    await shows(1, 'months', /^11$/)
    await page.keyboard.press('Control+z')
    await shows(1, 'months', /^12$/)
    await page.keyboard.press('Control+y')
    await page.keyboard.press('Control+y')
    await sheet.isSaved()
    expect((await stored(2)).months).toBe('11')
  })
})

it('is there after a reload, also without a connection', async () => {
  await openCopy()
  await sheet.enter(1, 'months', '11')
  await sheet.isSaved()
  await page.reload()
  await shows(1, 'months', /^11$/)
  const gate = await EditGate.at(page)
  gate.drop()
  await sheet.cell(5, 'description').click()
  await page.keyboard.press('Control+z')
  await shows(1, 'months', /^12$/)
  await sheet.state.filter({ hasText: '1 ändring väntar' }).waitFor()
  await page.reload()
  await shows(1, 'months', /^12$/)
  await gate.release()
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await sheet.isSaved()
  expect((await stored(1)).months).toBe('12')
  await sheet.cell(5, 'description').click()
  await page.keyboard.press('Control+y')
  await sheet.isSaved()
  expect((await stored(1)).months).toBe('11')
})

describe('when another office has changed the same cell since', () => {
  async function changed(): Promise<void> {
    await openCopy()
    await sheet.enter(1, 'months', '11')
    await sheet.isSaved()
    await desk.office.setLine(year, 1, { months: '9' })
    await page.reload()
    await shows(1, 'months', /^9$/)
    await sheet.cell(3, 'description').click()
    await page.keyboard.press('Control+z')
    await question().waitFor()
  }

  it('asks, and tells all values', async () => {
    await changed()
    const row = question().getByRole('row', { name: /Månader, rad 1/ })
    expect((await row.innerText()).replace(/\u00a0/g, ' ').split(/\s*\t\s*/)).toEqual([
      'Månader, rad 1',
      '11',
      '9',
      '12',
    ])
    await question().getByRole('button', { name: 'Ångra ändå' }).click()
    await shows(1, 'months', /^12$/)
    await sheet.isSaved()
    expect((await stored(1)).months).toBe('12')
  })

  it('leaves it when told to', async () => {
    await changed()
    await question()
      .getByText(/^Du, i dag \d\d:\d\d$/)
      .waitFor() // who wrote it, and when
    await question().getByRole('button', { name: 'Avbryt' }).click()
    await question().waitFor({ state: 'detached' })
    await sheet.tool(/^Ångra: Månader/).waitFor()
    expect((await stored(1)).months).toBe('9')
  })

  it('undoes the rest of a step when told to', async () => {
    await openCopy()
    await sheet.cell(1, 'months').click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Delete')
    await sheet.isSaved()
    await desk.office.setLine(year, 1, { months: '9' })
    await page.reload()
    await shows(1, 'months', /^9$/)
    await sheet.cell(3, 'description').click()
    await page.keyboard.press('Control+z')
    await question().getByRole('button', { name: 'Bara det orörda' }).click()
    await shows(2, 'months', /^12$/)
    await sheet.isSaved()
    expect((await lines()).slice(0, 2).map(({ months }) => months)).toEqual(['9', '12'])
  })

  it('does not ask about another cell', async () => {
    await openCopy()
    await sheet.enter(1, 'months', '11')
    await sheet.isSaved()
    await desk.office.setLine(year, 1, { note: 'Från grannkontoret' })
    await page.keyboard.press('Control+z')
    await sheet.isSaved()
    expect(await stored(1)).toMatchObject({ months: '12', note: 'Från grannkontoret' })
  })

  it('says which line is gone, and takes the step off the list', async () => {
    await openCopy()
    await sheet.enter(1, 'months', '11')
    await sheet.isSaved()
    const { id } = await desk.office.budget(year)
    const { id: lineId, version } = await stored(1)
    const edits = [{ removeLine: { lineId, version } }]
    const input = { budgetId: id, clientMutationKey: crypto.randomUUID(), edits }
    await desk.office.ask(
      'mutation ($input: EditBudgetInput!) { editBudget(input: $input) { applied } }',
      { input },
    )
    await page.reload()
    await sheet.cell(3, 'description').click()
    await page.keyboard.press('Control+z')
    await question().getByText('finns inte längre').waitFor()
    await question().getByRole('button', { name: 'Ta bort steget ur listan' }).click()
    await sheet.tool('Inget att ångra').waitFor()
  })
})

describe('a step of several cells', () => {
  it('is one batch on the server, and one step', async () => {
    await openCopy()
    const gate = await EditGate.at(page)
    await sheet.cell(1, 'months').click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Delete')
    await sheet.isSaved()
    expect(gate.seen).toHaveLength(1)
    expect(gate.edits).toHaveLength(2)
    await sheet.tool('Ångra: Tömning, 2 celler').click()
    await sheet.isSaved()
    expect((await lines()).slice(0, 2).map(({ months }) => months)).toEqual(['12', '12'])
  })

  it('is held whole when somebody was first, and can be sent again', async () => {
    await openCopy()
    const gate = await EditGate.at(page)
    gate.drop() // until somebody else has been there
    await sheet.cell(1, 'months').click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Delete')
    await sheet.state.filter({ hasText: '1 ändring väntar.' }).waitFor()
    await desk.office.setLine(year, 2, { months: '9' })
    await gate.release()
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await sheet.state.filter({ hasText: '1 ej sparad' }).waitFor()
    expect((await stored(1)).months).toBe('12')
    expect(await sheet.text(1, 'months')).toBe('12')

    await page.reload()
    await page.getByRole('button', { name: 'Visa', exact: true }).click()
    const dialog = sheet.dialog('Ej sparat')
    await dialog.getByText('Tömning kunde inte sparas').waitFor()
    await dialog.getByText('1 cell har ändrats av någon annan.').waitFor()
    await dialog.getByText(/Ditt värde\s*tomt[^]*Värdet nu\s*9\s*Du, i dag/).waitFor()
    await dialog.getByRole('button', { name: 'Behåll alla mina (1)' }).click()
    await sheet.isSaved()
    expect((await lines()).slice(0, 2).map(({ months }) => months)).toEqual([null, null])
    await sheet.tool('Ångra: Tömning, 2 celler').click()
    await sheet.isSaved()
    expect((await lines()).slice(0, 2).map(({ months }) => months)).toEqual(['12', '9'])
  })

  it('with a new key comes and goes as one', async () => {
    await openCopy()
    await sheet.cell(3, 'keyId').click()
    await page.keyboard.press('F2')
    await page.getByRole('option', { name: /Ny nyckel/ }).click()
    const dialog = sheet.dialog('Ny nyckel')
    await dialog.getByLabel('Namn').fill('Lika')
    await dialog.getByRole('button', { name: 'Skapa nyckeln' }).click()
    await sheet.isSaved()
    expect((await stored(3)).key.name).toBe('Lika')
    const before = (await stored(1)).key.id
    await sheet.tool('Ångra: Ny nyckel: Lika').click()
    await sheet.isSaved()
    expect((await stored(3)).key.id).toBe(before)
    await sheet.tool('Gör om: Ny nyckel: Lika').click()
    await sheet.isSaved()
    expect((await stored(3)).key.name).toBe('Lika')
  })
})

describe('the list of my steps', () => {
  it('goes back to a step, and forth again', async () => {
    await openCopy()
    await sheet.enter(1, 'months', '11')
    await sheet.enter(2, 'months', '10')
    await sheet.enter(3, 'months', '9')
    await sheet.tool('Mina steg').click()
    const panel = page.getByRole('complementary', { name: 'Mina steg' })
    const items = panel.getByRole('listitem')
    await items.nth(2).waitFor()
    expect(await items.nth(0).innerText()).toMatch(/^Månader i rad\s3: 6 → 9/)
    await panel.getByRole('button', { name: /Ångra till och med Månader i rad 2/ }).click()
    await shows(2, 'months', /^12$/)
    await isSaid('Ångrade 2 steg.')
    await sheet.isSaved()
    expect((await lines()).slice(0, 3).map(({ months }) => months)).toEqual(['11', '12', '6'])
    expect(await items.nth(0).innerText()).toContain('ångrat')
    await panel.getByRole('button', { name: /Gör om till och med Månader i rad 3/ }).click()
    await sheet.isSaved()
    expect((await lines()).slice(0, 3).map(({ months }) => months)).toEqual(['11', '10', '9'])
  })

  it('takes back a corrected population figure, as a revision that says so', async () => {
    await openCopy()
    await sheet.enter('population', 'Ragunda', '5300')
    const dialog = sheet.dialog('Rätta invånarantal')
    await dialog.getByRole('textbox', { name: 'Källa' }).fill('Räknat på plats')
    await dialog.getByRole('button', { name: 'Rätta', exact: true }).click()
    await sheet.isSaved()
    await sheet.tool('Ångra: Invånare i Ragunda: 5 210 → 5 300').click()
    await sheet.isSaved()
    const { populations } = await desk.office.budget(year)
    const ragunda = populations.find(
      ({ on, municipality }) => on === '2021-12-31' && municipality.code === '2303',
    )
    expect(ragunda).toMatchObject({ inhabitants: 5210, revision: 3 })
  })
})
