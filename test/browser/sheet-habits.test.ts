import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { pressToCopy } from './clipboard.ts'
import { Desk } from './desk.ts'
import { EditGate, openSheet, type SheetPage } from './sheet.ts'

/** What hands that know Excel expect, each once found missing by somebody who tried. */
const desk = Desk.forFile()
let sheet: SheetPage
let page: Page
let year: number

async function openCopy(): Promise<void> {
  ;({ year, sheet, page } = await desk.openCopy())
}

describe('typing over a cell', () => {
  it('commits with an arrow and goes on to the next cell', async () => {
    await openCopy()
    await sheet.type(1, 'workload', '5')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('11')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.type('10')
    await page.keyboard.press('Enter')
    await sheet.isSaved()
    const { lines } = await desk.office.budget(year)
    expect([lines[0]!.workload, lines[0]!.months, lines[1]!.months]).toEqual([500, '11', '10'])
  })

  it('moves in the text with an arrow after F2', async () => {
    await openCopy()
    await sheet.cell(1, 'months').click()
    await page.keyboard.press('F2')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Backspace')
    await page.keyboard.press('Enter')
    await sheet.isSaved()
    expect((await desk.office.budget(year)).lines[0]!.months).toBe('2')
  })

  it('empties with Delete, and an empty factor counts as 0', async () => {
    await openCopy()
    await sheet.cell(5, 'months').click()
    await page.keyboard.press('Delete')
    await sheet.isSaved()
    expect(await sheet.text(5, 'amount')).toBe('0')
    expect((await desk.office.budget(year)).lines[4]).toMatchObject({
      months: null,
      amount: '0.00',
    })
  })

  it('says why a calculated amount takes nothing', async () => {
    await openCopy()
    const hint = page.getByRole('status').filter({ hasText: 'Beloppet räknas fram' })
    await sheet.cell(5, 'amount').click()
    await page.keyboard.press('5')
    await hint.waitFor()
    await page.keyboard.press('ArrowLeft')
    await hint.waitFor({ state: 'detached' })
    expect(await sheet.text(5, 'amount')).toBe('300 000')
  })
})

describe('a value that was refused', () => {
  it('is taken back with Escape', async () => {
    await openCopy()
    await sheet.enter(4, 'amount', 'abc')
    expect(await sheet.text(4, 'amount')).toBe('abc')
    await sheet.cell(4, 'amount').click()
    await page.keyboard.press('Escape')
    await sheet.isSaved()
    expect(await sheet.text(4, 'amount')).toBe('−300 000')
    expect(await sheet.cell(4, 'amount').getAttribute('aria-invalid')).toBeNull()
  })

  it('is undone before what was done before it', async () => {
    await openCopy()
    await sheet.enter(1, 'months', '11')
    await sheet.enter(4, 'amount', 'abc')
    await sheet.tool(/^Ångra: Belopp i rad\s4: −300 000 → abc$/).waitFor()
    await page.keyboard.press('Control+z')
    await sheet.cell(4, 'amount').filter({ hasText: '300' }).waitFor()
    await expect.poll(() => sheet.focusedColumn()).toBe('amount')
    expect(await sheet.text(1, 'months')).toBe('11')
    await page.keyboard.press('Control+z')
    await sheet.cell(1, 'months').filter({ hasText: '12' }).waitFor()
    await sheet.isSaved()
  })

  it('is copied as the cell shows it', async () => {
    await openCopy()
    await sheet.enter(4, 'amount', 'abc')
    await sheet.cell(4, 'amount').click()
    expect((await pressToCopy(page, 'Control+c')).text.trim()).toBe('abc')
  })

  it('leaves no mark behind when what was there is typed again', async () => {
    await openCopy()
    await sheet.enter(4, 'amount', 'abc')
    await sheet.enter(4, 'amount', '-300000')
    await sheet.isSaved()
    const cell = sheet.cell(4, 'amount')
    expect(await cell.getAttribute('aria-invalid')).toBeNull()
    expect(await cell.getAttribute('class')).not.toContain('is-error')
  })
})

it('says that something is being typed, not that it is saved', async () => {
  await openCopy()
  await sheet.type(1, 'months', '9')
  await sheet.state.filter({ hasText: 'Skrivs' }).waitFor()
  await page.keyboard.press('Escape')
  await sheet.isSaved()
})

it('asks before a reload takes what is being typed', async () => {
  await openCopy()
  const question = page.waitForEvent('dialog')
  await sheet.type(1, 'months', '9')
  await page.evaluate(() => void setTimeout(() => location.reload()))
  expect((await question).type()).toBe('beforeunload')
  await (await question).dismiss()
  await page.keyboard.press('Enter')
  await sheet.isSaved()
  expect(await sheet.text(1, 'months')).toBe('9')
})

it('puts an explanation away with Escape, with the focus in the sheet', async () => {
  await openCopy()
  await sheet.cell(5, 'Ragunda').click()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary')
  await panel.waitFor()
  await sheet.cell(5, 'Bräcke').click()
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
})

it('has its headings when there is no line', async () => {
  await desk.office.ask(
    'mutation ($input: CreateBudgetInput!) { createBudget(input: $input) { budget { id } } }',
    { input: { jointServiceSlug: 'familjehemscentrum', year: 2199, title: 'Tom' } },
  )
  sheet = await openSheet(desk.stage, 2199)
  page = sheet.page
  const heading = await page.getByRole('columnheader', { name: 'Ragunda' }).boundingBox()
  const first = await sheet.cell('population', 'Ragunda').boundingBox()
  expect(heading!.y + heading!.height).toBeLessThanOrEqual(first!.y + 1)
})

describe('several lines', () => {
  it('are added and removed at once, and come back with one undo', async () => {
    await openCopy()
    await sheet.cell(1, 'months').click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+Insert')
    await sheet.isSaved()
    expect((await desk.office.budget(year)).lines).toHaveLength(7)
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Control+Delete')
    await sheet.dialog('Ta bort 2 rader?').waitFor()
    await page.keyboard.press('Enter')
    await sheet.isSaved()
    const { lines } = await desk.office.budget(year)
    expect(lines.map(({ description }) => description)).not.toContain('')
    expect(lines).toHaveLength(5)
    await page.keyboard.press('Control+z')
    await sheet.isSaved()
    expect((await desk.office.budget(year)).lines).toHaveLength(7)
  })

  it('are not said to be added to a budget that cannot be calculated', async () => {
    await openCopy()
    const gate = await EditGate.at(page)
    gate.hold()
    await sheet.enter(4, 'amount', '90071992547409')
    await page.getByRole('alert').getByText('Budgeten kan inte räknas om').waitFor()
    await page.getByRole('button', { name: 'Ny rad' }).click()
    await expect.poll(() => sheet.focusedColumn()).toBe('description')
    await page.evaluate(() => new Promise((heard) => setTimeout(heard, 0)))
    const said = await page.locator('[aria-live="polite"]').allTextContents()
    expect(said.join()).not.toContain('lades till')
  })
})

it('stays where it is scrolled to when a heading is clicked, and begins with the first line in view', async () => {
  year = await desk.office.copyBudget()
  await desk.office.addLines(year, 60)
  sheet = await openSheet(desk.stage, year)
  page = sheet.page
  await sheet.cell(1, 'description').click()
  for (let screen = 0; screen < 3; screen++) await page.keyboard.press('PageDown')
  const active = () =>
    page.evaluate(() => document.activeElement?.closest('.ag-row')?.getAttribute('row-index'))
  await expect.poll(async () => Number(await active())).toBeGreaterThan(20)
  const seen = sheet.cell(Number(await active()) + 1, 'description')
  const { y } = (await seen.boundingBox())!

  for (const column of ['Belopp, kr', 'Rad']) {
    await page.getByRole('columnheader', { name: column, exact: true }).click()
    await expect.poll(async () => Number(await active())).toBeGreaterThan(5)
    expect((await seen.boundingBox())!.y).toBe(y)
    const [cell, above] = await page.evaluate(() => [
      document.activeElement!.getBoundingClientRect().top,
      document.querySelector('.ag-grid-pinned-top-rows')!.getBoundingClientRect().bottom,
    ])
    expect(cell! - above!).toBeGreaterThanOrEqual(-1)
    expect(cell! - above!).toBeLessThan(31)
  }
})
