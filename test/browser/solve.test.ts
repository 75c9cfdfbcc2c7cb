import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { objections } from './axe.ts'
import { Desk } from './desk.ts'
import { openSheet } from './sheet.ts'
import { complaintsOf, type Visit } from './visit.ts'

const desk = Desk.forFile()

const reinforcement = 5

/** The dialog, open for the line of § 33: 1.0 post at 50 000 kr a month. */
async function openSolve(visit?: Visit) {
  const year = await desk.office.copyBudget()
  const sheet = await openSheet(desk.stage, year, visit)
  const { page } = sheet
  await sheet.cell(reinforcement, 'description').click()
  await sheet.use(/^(Räkna baklänges|Solve backwards)$/)
  const dialog = sheet.dialog(/^(Räkna baklänges|Solve backwards)/)
  const field = (name: string | RegExp): Locator => dialog.getByLabel(name)
  const use = (name: string | RegExp): Locator => dialog.getByRole('button', { name })
  return { year, sheet, page, dialog, field, use }
}

describe('solving backwards', () => {
  it('finds the months for a wanted amount, shows what they mean and puts them in the cell', async () => {
    const { sheet, page, dialog, field, use, year } = await openSolve()
    await field('Belopp, kr').fill('350 000')
    await dialog.getByText(/^Ger exakt 350\s000 kr$/).waitFor()
    await dialog
      .getByRole('row', { name: /Östersund/ })
      .filter({ hasText: /180\s250/ })
      .waitFor()
    expect(await sheet.text(reinforcement, 'months')).toBe('6')

    await use('Använd 7 månader').click()
    await dialog.waitFor({ state: 'detached' })
    await sheet.isSaved()
    expect(await sheet.text(reinforcement, 'months')).toBe('7')
    expect(await sheet.text(reinforcement, 'amount')).toBe('350 000')
    expect(await sheet.focusedColumn()).toBe('months')
    const stored = (await desk.office.budget(year)).lines[reinforcement - 1]!
    expect(stored.months).toBe('7')
    await page.keyboard.press('Control+z')
    await sheet.cell(reinforcement, 'months').filter({ hasText: /^6$/ }).waitFor()
    expect(complaintsOf(page)).toEqual([])
  })

  it('shows both neighbours of a share that nothing gives exactly, with the effect of either', async () => {
    const { sheet, dialog, field, use } = await openSolve()
    await field('Det här ska bli').selectOption('En kommuns andel av raden')
    await field('Kommun').selectOption('Ragunda')
    await field('Belopp, kr').fill('13000')
    await dialog.getByText(/^Ger 12\s810 kr, 190 kr för lite/).waitFor()
    await dialog.getByText(/^Ger 13\s020 kr, 20 kr för mycket/).waitFor()
    const row = dialog.getByRole('row', { name: /Ragunda/ })
    await row.filter({ hasText: /13\s020/ }).waitFor()
    await dialog.getByRole('radio', { name: /6,1 månader/ }).check()
    await row.filter({ hasText: /12\s810/ }).waitFor()
    await use('Använd 6,1 månader').click()
    await sheet.isSaved()
    expect(await sheet.text(reinforcement, 'Ragunda')).toBe('12 810')
  })

  it('looks for posts and for a monthly cost, too, and takes a formula', async () => {
    const { dialog, field, use } = await openSolve()
    await field('Belopp, kr').fill('=2*112500')
    await field('Ändra').selectOption('tjänster')
    await use('Använd 0,75 tjänster').waitFor()
    await field('Ändra').selectOption('kronor per månad')
    await use(/^Använd 37\s500 kr per månad$/).waitFor()
    await field('Det här ska bli').selectOption('Budgetens summa')
    await field('Belopp, kr').fill('4 650 000')
    await use(/^Använd 55\s000 kr per månad$/).waitFor()
    await field('Belopp, kr').fill('4 650 0x')
    await dialog.getByRole('alert').filter({ hasText: 'är inget tal' }).waitFor()
  })

  it('says why nothing gives it, and how near one can come', async () => {
    const { dialog, field, use } = await openSolve({ language: 'en' })
    await field('Amount, SEK').fill('-5')
    await dialog.getByText('the value would have to be negative').first().waitFor()
    await field('Amount, SEK').fill('700000')
    await dialog.getByText('It cannot go that far.').waitFor()
    await use('Use 12 months').waitFor()
  })

  it('is worked with the keyboard alone', async () => {
    const { sheet, page, dialog } = await openSolve()
    await dialog.locator('select:focus').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.type('325000')
    await dialog
      .getByText(/Ger exakt/)
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await sheet.isSaved()
    expect(await sheet.text(reinforcement, 'months')).toBe('6,5')
    expect(await sheet.focusedColumn()).toBe('months')
  })

  it.each([
    { theme: 'light', width: 1440 },
    { theme: 'dark', width: 390 },
  ] as const)('has nothing that axe objects to, $theme at $width', async (visit) => {
    const { page, dialog, field } = await openSolve(visit)
    await field('Belopp, kr').fill('351000')
    await dialog.getByRole('radio').first().waitFor()
    expect(await objections(page, '[role="dialog"]')).toEqual([])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
  })
})
