import { beforeAll, describe, expect, it } from 'vitest'
import { Desk } from './desk.ts'
import { plain } from './page.ts'
import { codes, EditGate, openSheet, type SheetPage } from './sheet.ts'
import { type Employee, openFor, Staff } from './staff.ts'

/** Three at once in one budget: the co-ordinator, and the finance officers of two municipalities that a line is open to. */
const desk = Desk.forFile()
const opened = 5
let year: number
let staff: Staff
let anna: Employee
let bo: Employee
let kim: SheetPage
let annas: SheetPage
let bos: SheetPage

beforeAll(async () => {
  year = await desk.office.copyBudget()
  await desk.office.setLine(year, opened, { openedTo: [codes.Bräcke, codes.Åre] })
  staff = await Staff.of(desk.stage)
  anna = await staff.financeOfficer('Anna Åkesson', codes.Åre)
  bo = await staff.financeOfficer('Bo Berg', codes.Bräcke)
  ;[kim, annas, bos] = await Promise.all([
    openSheet(desk.stage, year),
    openFor(anna, year),
    openFor(bo, year),
  ])
})

const shows = (sheet: SheetPage, column: string, text: string | RegExp) =>
  sheet.cell(opened, column).filter({ hasText: text }).waitFor()
const stored = async () => (await desk.office.budget(year)).lines[opened - 1]!
const cut = (sheet: SheetPage, isCut: boolean) => sheet.page.context().setOffline(isCut)

describe('many hands', () => {
  it('see each other’s figures as they are stored, and what follows from them', async () => {
    const before = await annas.text('sum', 'Åre')
    await kim.enter(opened, 'monthlyCost', '60000')
    await Promise.all([annas, bos].map((sheet) => shows(sheet, 'monthlyCost', /^60\s000$/)))
    expect(await annas.text('sum', 'Åre')).not.toBe(before)
    expect(await annas.text('sum', 'Åre')).toBe(await kim.text('sum', 'Åre'))
  })

  it('see who else is there, and in which cell', async () => {
    await annas.cell(opened, 'months').click()
    const present = kim.page.getByRole('list', { name: 'I budgeten just nu' })
    await present.getByText('Bo Berg').waitFor({ state: 'attached' })
    const isHere = (name: string) =>
      kim.page.locator(`[col-id="months"][aria-description*="${name} är här"]`).waitFor()
    await isHere('Anna Åkesson')
    await bos.cell(opened, 'months').click()
    await isHere('Bo Berg')
  })

  it('choose where two have written: mine, theirs, or after a look at the history', async () => {
    await cut(annas, true)
    await annas.enter(opened, 'workload', '2')
    await annas.enter(opened, 'months', '5')
    await annas.state.filter({ hasText: '2 ändringar väntar.' }).waitFor()
    await bos.enter(opened, 'workload', '3')
    await bos.enter(opened, 'months', '4')
    await bos.isSaved()
    await cut(annas, false)
    await annas.page.getByRole('button', { name: '2 konflikter' }).click()
    await annas.notice.getByText('Konflikt 1 av 2').waitFor()
    expect(await plain(annas.notice)).toMatch(
      /Bo Berg har också ändrat cellen\. Ditt värde 2,0 .+ Värdet nu 3,0 Bo Berg, i dag/,
    )
    await annas.page.keyboard.press('b')
    await annas.page.keyboard.press('Tab')
    await annas.notice.getByText('Värdet nu').waitFor()
    await annas.page.keyboard.press('h')
    const history = annas.page.getByRole('complementary', { name: 'Historik' })
    await history.getByText('Bo Berg').first().waitFor()
    await annas.page.keyboard.press('Escape')
    await annas.page.keyboard.press('Enter')
    await annas.page.keyboard.press('t')
    await annas.isSaved()
    await Promise.all([kim, bos].map((sheet) => shows(sheet, 'workload', '2,0')))
    expect(await stored()).toMatchObject({ workload: 200, months: '4' })
  })

  it('undo what is their own, and are asked where others have built upon it', async () => {
    await bos.cell(opened, 'note').or(bos.cell(opened, 'months')).first().click()
    await bos.page.keyboard.press('Control+z') // the months, which nobody has touched since
    await shows(kim, 'months', /^6$/)
    await bos.page.keyboard.press('Control+z')
    const question = bos.dialog('Ångra det som har ändrats sedan dess?')
    await question.getByText('2,0').first().waitFor()
    await question.getByRole('button', { name: 'Ångra ändå' }).click()
    await Promise.all([kim, annas].map((sheet) => shows(sheet, 'workload', '1,0')))
  })

  it('lose nothing by a cut: both sides have all of it once the line is back', async () => {
    await cut(bos, true)
    await bos.enter(opened, 'months', '7')
    await bos.state.filter({ hasText: '1 ändring väntar.' }).waitFor()
    await kim.enter(opened, 'monthlyCost', '61000')
    await kim.enter(1, 'months', '11')
    await kim.isSaved()
    await cut(bos, false)
    await bos.isSaved()
    await shows(bos, 'monthlyCost', /^61\s000$/)
    await bos.cell(1, 'months').filter({ hasText: /^11$/ }).waitFor()
    await shows(kim, 'months', /^7$/)
    expect(await bos.shares('sum')).toEqual(await kim.shares('sum'))
  })

  it('do not see who has been shut out, whose words are kept until they may come back', async () => {
    const gate = await EditGate.at(bos.page)
    gate.drop()
    await bos.enter(opened, 'months', '8')
    await bos.state.filter({ hasText: '1 ändring väntar.' }).waitFor()
    await staff.suspend(bo) // told at once by the live line: no edit gets through
    const ended = bos.dialog('Du har loggats ut')
    await ended.waitFor()
    await gate.release()
    await bos.page.getByText('Du är utloggad. 1 ändring väntar.').waitFor()
    expect(await bos.text(opened, 'months')).toBe('8')
    expect((await stored()).months).toBe('7')

    await staff.restore(bo)
    await ended.getByLabel('Lösenord', { exact: true }).fill(bo.password)
    await bos.page.keyboard.press('Enter')
    await bos.isSaved()
    await shows(kim, 'months', /^8$/)
  })
})
