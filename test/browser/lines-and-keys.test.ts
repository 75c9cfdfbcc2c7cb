import { describe, expect, it } from 'vitest'
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
    const names = async () => (await desk.office.budget(year)).lines.map((line) => line.description)
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
    expect((await desk.office.budget(year)).lines[5]).toMatchObject({
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
    expect((await desk.office.budget(year)).lines[2]!.excluded).toEqual([{ code: codes.Ragunda }])
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
    expect((await desk.office.budget(year)).lines[reinforcement - 1]!.key.name).toBe('Lika delar')
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
    const { keys } = await desk.office.budget(year)
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
    const { lines, keys } = await desk.office.budget(year)
    expect(lines[0]!.key.name).toBe('70 och 30')
    const made = keys.find(({ name }) => name === '70 och 30')!
    expect(made.bases.map(({ kind, percent }) => [kind, percent])).toEqual([
      ['POPULATION', 70],
      ['EQUAL', 30],
    ])
  })
})
