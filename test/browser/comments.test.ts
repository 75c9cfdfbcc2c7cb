import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { objections } from './axe.ts'
import { Desk } from './desk.ts'
import { openSheet, type SheetPage } from './sheet.ts'
import { complaintsOf } from './visit.ts'

const desk = Desk.forFile()

const panel = ({ page }: SheetPage): Locator =>
  page.getByRole('complementary', { name: 'Kommentarer' })
const isMarked = (cell: Locator): Promise<void> =>
  cell.and(cell.page().locator('.is-said')).waitFor()

/** Writes where the focus is, and takes the first name that is offered. */
async function name(page: Page, begun: string): Promise<string> {
  await page.keyboard.type(`@${begun}`)
  const first = page
    .getByRole('listbox', { name: 'Personer att nämna' })
    .getByRole('option')
    .first()
  const found = (await first.textContent())!.trim()
  await page.keyboard.press('Enter')
  await first.waitFor({ state: 'detached' })
  return found
}

it('two people talk about a cell, by the keyboard alone', async () => {
  const { year, sheet, page } = await desk.openCopy()
  await sheet.enter(2, 'months', '7')
  await sheet.isSaved()
  await sheet.cell(1, 'months').click()
  await page.keyboard.press('Control+Shift+F2')
  const field = panel(sheet).getByRole('textbox', { name: /^Ny kommentar om .+ · Mån$/ })
  await field.and(page.locator(':focus')).waitFor()

  // what is written outlives a closed panel and a reload
  await page.keyboard.type('Varför hela året? ')
  await page.keyboard.press('Escape')
  await panel(sheet).waitFor({ state: 'detached' })
  expect(await sheet.focusedColumn()).toBe('months')
  await page.reload()
  await sheet.cell(1, 'months').click()
  await page.keyboard.press('Control+Shift+F2')
  await field.and(page.locator(':focus')).waitFor()
  expect(await field.inputValue()).toBe('Varför hela året? ')

  // a failure keeps it, too
  await page.keyboard.press('End')
  const named = await name(page, '')
  await page.context().setOffline(true)
  await page.keyboard.press('Control+Enter')
  await panel(sheet).getByRole('alert').waitFor()
  expect(await field.inputValue()).toBe(`Varför hela året? @${named} `)
  await page.context().setOffline(false)
  await page.keyboard.press('Control+Enter')
  const thread = panel(sheet).getByRole('article')
  await thread.getByText(`@${named}`).waitFor()
  expect(await field.inputValue()).toBe('')
  await isMarked(sheet.cell(1, 'months'))
  await sheet.tool('Kommentarer, 1 öppen tråd').waitFor()

  const other = await openSheet(desk.stage, year, { as: 'finance officer' })
  await isMarked(other.cell(1, 'months'))
  expect(await other.cell(1, 'months').getAttribute('aria-description')).toContain(
    'Varför hela året?',
  )
  await other.tool('Kommentarer, 1 öppen tråd').press('Enter')
  await panel(other)
    .getByRole('button', { name: /^Gå till .+ · Mån$/ })
    .press('Enter')
  expect(await other.focusedColumn()).toBe('months')
  await panel(other).getByRole('button', { name: 'Svara' }).press('Enter')
  await other.page.keyboard.type('Tjänsten börjar i maj.')
  expect(await objections(other.page)).toEqual([])
  await other.page.keyboard.press('Control+Enter')
  await panel(other).getByText('Tjänsten börjar i maj.').waitFor()
  await panel(other).getByRole('article').and(other.page.locator(':focus')).waitFor()
  await panel(other).getByRole('button', { name: 'Markera som löst' }).press('Enter')
  await other.tool(/^Kommentarer$/).waitFor()

  // who sits at another screen is told
  await sheet.tool(/^Kommentarer$/).waitFor()
  await thread.getByText('Tjänsten börjar i maj.').waitFor()
  await panel(sheet).getByRole('button', { name: 'Lösta (1)' }).press('Enter')
  await thread.getByText(/^Löst av /).waitFor()
  await thread.getByRole('button', { name: /^Ta tillbaka kommentaren ”Varför/ }).press('Enter')
  const question = sheet.dialog('Ta tillbaka kommentaren?')
  await question.waitFor()
  await page.keyboard.press('Enter') // nothing is lost by default
  await question.waitFor({ state: 'detached' })
  await thread.getByRole('button', { name: /^Ta tillbaka kommentaren ”Varför/ }).press('Enter')
  await question.getByRole('button', { name: 'Ta tillbaka' }).press('Enter')
  await thread.getByText('Kommentaren är tillbakatagen.').waitFor()
  await thread.and(page.locator(':focus')).waitFor()
  // neither a comment nor what was done in the sheet before comes back by the keys of undo
  await page.keyboard.press('Control+z')
  await sheet.isSaved()
  expect(await sheet.text(2, 'months')).toBe('7')
  expect(await objections(page)).toEqual([])
  await thread.getByRole('button', { name: 'Öppna igen' }).press('Enter')
  await isMarked(sheet.cell(1, 'months'))

  const reader = await openSheet(desk.stage, year, { as: 'analyst' })
  await reader.tool(/^Kommentarer, 1/).press('Enter')
  await panel(reader).getByText('Tjänsten börjar i maj.').waitFor()
  await panel(reader).getByText('Du kan läsa kommentarerna men inte skriva.').waitFor()
  expect(await panel(reader).getByRole('button', { name: 'Svara' }).count()).toBe(0)
  expect([...complaintsOf(other.page), ...complaintsOf(reader.page)]).toEqual([])
})
