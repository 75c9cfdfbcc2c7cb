import { expect, it } from 'vitest'
import { objections } from './axe.ts'
import { Desk } from './desk.ts'
import { EditGate, type SheetPage } from './sheet.ts'
import { signIn } from './visit.ts'

/** Two people, one browser: a page acts for whom it was opened by, or not at all. */
const desk = Desk.forFile()
let sheet: SheetPage
it('sends nothing in the name of who has signed in since, and goes on when the first is back', async () => {
  const copy = await desk.openCopy()
  sheet = copy.sheet
  const { page, year } = copy
  const gate = await EditGate.at(page)
  const months = async () => (await desk.office.budget(year)).lines[0]!.months
  await page.getByText('Andras ändringar syns direkt').waitFor()
  await signIn(page.context(), desk.stage.product, 'finance officer') // as in another tab
  const told = sheet.dialog(/^Du är nu inloggad som Demo Ekonom/)
  await told.getByText('Sidan öppnades av Demo Samordnare.').waitFor() // the live line has ended
  expect(await objections(page, '[role=dialog]')).toEqual([])
  await page.keyboard.press('Escape')
  await told.waitFor({ state: 'detached' })
  await sheet.enter(1, 'months', '11')
  await told.waitFor() // told again, by what was sent
  await page.keyboard.press('Escape')
  await sheet.state.filter({ hasText: '1 ändring väntar.' }).waitFor()
  expect(await months()).toBe('12')

  const other = await page.context().newPage()
  await other.goto(await desk.stage.product.link('coordinator'))
  await sheet.isSaved()
  expect(await months()).toBe('11')
  expect(new Set(gate.mutationKeys).size).toBe(1)

  await other.goto(await desk.stage.product.link('finance officer'))
  await told.waitFor() // told by the other tab, before anything is sent
  await told.getByRole('button', { name: /^Ladda om som Demo Ekonom/ }).click()
  await page.getByText('Du kan läsa').or(page.getByText('Du kan ändra')).first().waitFor()
})
