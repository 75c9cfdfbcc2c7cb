import type { WebSocketRoute } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { Desk } from './desk.ts'
import { openSheet, type SheetPage } from './sheet.ts'
import { complaintsOf } from './visit.ts'

/** The co-ordinator, and somebody who reads, in one budget. */
const desk = Desk.forFile()
let year: number
let budgetId: string
let mine: SheetPage
let theirs: SheetPage
/** The sockets of the one who reads, and whether they are cut. */
const lines: WebSocketRoute[] = []
let isCut = false

beforeAll(async () => {
  year = await desk.office.copyBudget()
  budgetId = (await desk.office.budget(year)).id
  mine = await openSheet(desk.stage, year)
  theirs = await openSheet(desk.stage, year, { as: 'analyst' }, (page) =>
    page.routeWebSocket('**/graphql', (socket) => {
      socket.connectToServer()
      if (isCut) void socket.close({ code: 4408 })
      else lines.push(socket)
    }),
  )
})

const shows = (sheet: SheetPage, row: number, column: string, text: string | RegExp) =>
  sheet.cell(row, column).filter({ hasText: text }).waitFor()
const edit = (one: object) =>
  desk.office.ask('mutation ($input: EditBudgetInput!) { editBudget(input: $input) { applied } }', {
    input: { budgetId, clientMutationKey: crypto.randomUUID(), edits: [one] },
  })
const present = (sheet: SheetPage) => sheet.page.getByRole('list', { name: 'I budgeten just nu' })
const label = (sheet: SheetPage, text: string | RegExp) =>
  sheet.page.locator('.label').filter({ hasText: text })
const spoken = (sheet: SheetPage, text: string | RegExp) =>
  sheet.page.locator('[aria-live=polite]').filter({ hasText: text })

describe('a sheet that others have open', () => {
  it('tells who is there, and where', async () => {
    await present(mine).getByRole('button', { name: 'Demo Analytiker' }).waitFor()
    await mine.cell(3, 'amount').click()
    const co = present(theirs).getByRole('button', { name: 'Demo Samordnare, belopp på rad 3' })
    await co.waitFor()
    await theirs.page.locator('.ag-row[row-index="2"] [col-id="amount"].theirs').waitFor()
    await co.click()
    expect(await theirs.focusedColumn()).toBe('amount')
    await label(theirs, 'Demo Samordnare').waitFor()
  })

  it('shows a figure as it is stored, and whose it is', async () => {
    const before = await theirs.text('sum', 'Åre')
    await mine.cell(1, 'note').or(mine.cell(1, 'months')).first().click()
    await mine.type(1, 'months', '7')
    await label(theirs, 'Demo Samordnare skriver …').waitFor()
    await mine.page.keyboard.press('Enter')
    const cell = theirs.cell(1, 'months')
    await shows(theirs, 1, 'months', /^7$/)
    expect(await cell.getAttribute('class')).toContain('flash')
    expect(await cell.getAttribute('aria-description')).toContain('Nyss ändrad av Demo Samordnare')
    await spoken(theirs, 'Demo Samordnare ändrade månader på rad 1.').waitFor()
    expect(await theirs.text('sum', 'Åre')).not.toBe(before)
    expect(await theirs.text('sum', 'Åre')).toBe(await mine.text('sum', 'Åre'))
  })

  it('keeps what somebody types, and the focus, where they are when lines come and go', async () => {
    await mine.cell(4, 'description').click()
    const name = await mine.text(4, 'description')
    await mine.page.keyboard.press('F2')
    await mine.page.keyboard.type(' och mer')
    const { lines, keys } = await desk.office.budget(year)
    const fields = { description: 'Ny rad', keyId: keys[0]!.id }
    await edit({ addLine: { afterLineId: lines[0]!.id, fields } })
    await shows(mine, 2, 'description', 'Ny rad')
    const typed = () => mine.page.evaluate(() => (document.activeElement as HTMLInputElement).value)
    expect(await typed()).toBe(`${name} och mer`)
    await mine.page.keyboard.press('Enter')
    await shows(theirs, 5, 'description', `${name} och mer`)

    await mine.type(2, 'description', 'Det jag skriver')
    const added = (await desk.office.budget(year)).lines[1]!
    await edit({ removeLine: { lineId: added.id, version: added.version } })
    await shows(theirs, 4, 'description', `${name} och mer`)
    expect(await typed()).toBe('Det jag skriver')
    await mine.page.keyboard.press('Enter')
    await mine.page
      .getByRole('button', { name: /konflikt|sparades inte|sparats/ })
      .first()
      .waitFor()
  })

  it('goes on where it was after a cut, and says meanwhile that there is no line', async () => {
    isCut = true
    await lines.at(-1)!.close({ code: 4408 })
    await desk.office.setLine(year, 1, { months: '8' })
    await shows(mine, 1, 'months', /^8$/)
    await theirs.page.getByText('Ingen direktkontakt').waitFor()
    expect(await theirs.text(1, 'months')).toBe('7')
    await desk.office.setLine(year, 1, { months: '9' })
    isCut = false
    await theirs.page.evaluate(() => dispatchEvent(new Event('online')))
    await shows(theirs, 1, 'months', /^9$/)
    await present(theirs).getByRole('button').waitFor()
    expect(await theirs.page.getByText('Ingen direktkontakt').count()).toBe(0)
    expect(complaintsOf(theirs.page)).toEqual([])
  })
})
