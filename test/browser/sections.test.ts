import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { objections } from './axe.ts'
import { complaintsOf, raiseStage, type Stage, type Visit } from './browser.ts'
import { codes, openSheet, OtherOffice, type SheetPage } from './sheet.ts'

/** Sections of lines, and moving lines and sections, by mouse and by key. */
let stage: Stage
let office: OtherOffice
let sheet: SheetPage
let page: Page
let year: number

beforeAll(async () => {
  stage = await raiseStage()
  office = new OtherOffice(stage.product.address)
})
afterAll(() => stage?.close())
afterEach(() => page.context().close())

const [officer, head, moved, saving, reinforcement] = [
  'Handläggare',
  'Samordnare/enhetschef',
  'Handläggare genom omprioritering',
  'Omprioritering inom ordinarie budget',
  'Resursförstärkning, handläggare',
] as const

/** Opens a copy of the demo's budget with its five lines in sections, by line. */
async function open(sections: readonly string[] = [], visit?: Visit): Promise<void> {
  year = await office.copyBudget()
  const { lines } = await office.budget(year)
  for (const [index, section] of sections.entries()) {
    const now = (await office.budget(year)).lines
    const number = now.findIndex(({ id }) => id === lines[index]!.id) + 1
    if (section) await office.setLine(year, number, { section })
  }
  sheet = await openSheet(stage, year, visit)
  page = sheet.page
}

const inTwo = ['Personal', 'Personal', 'Lokaler', 'Lokaler', 'Personal']

/** What stands among the lines, from top to bottom: headers in brackets. */
async function shown(): Promise<string[]> {
  const rows = await page.locator('.ag-row[row-index]:has([col-id="months"])').all()
  const found: [number, string][] = []
  for (const row of rows) {
    const id = (await row.getAttribute('row-id')) ?? ''
    if (['population', 'share', 'sum', 'perInhabitant', 'change'].includes(id)) continue
    const text = (await row.locator('[col-id="description"] .cell-text').textContent()) ?? ''
    const index = Number(await row.getAttribute('row-index'))
    found.push([index, id.startsWith('section ') ? `[${text}]` : text])
  }
  return found.toSorted(([a], [b]) => a - b).map(([, text]) => text)
}

async function isShown(...expected: string[]): Promise<void> {
  await expect.poll(shown).toEqual(expected)
}

/** What the server has, line by line: the section and the name. */
async function stored(): Promise<string[]> {
  await sheet.isSaved()
  const { jointService } = await office.ask<{
    jointService: { budget: { lines: { section: string; description: string }[] } }
  }>(
    `query ($year: Int!) { jointService(slug: "familjehemscentrum") { budget(year: $year) {
      lines { section description }
    } } }`,
    { year },
  )
  return jointService.budget.lines.map(({ section, description }) => `${section}: ${description}`)
}

const header = (name: string): Locator =>
  page.locator(`.ag-row[row-id="section ${name}"] [col-id="description"]`)
const line = (name: string): Locator =>
  page
    .locator('[col-id="description"]')
    .filter({ has: page.locator('.cell-text', { hasText: new RegExp(`^${name}$`) }) })
const status = (text: string): Locator => page.getByRole('status').filter({ hasText: text })

/** The row and the column of the cell that has the focus. */
const focused = (): Promise<(string | null | undefined)[]> =>
  page.evaluate(() => {
    const cell = document.activeElement
    return [cell?.closest('[row-id]')?.getAttribute('row-id'), cell?.getAttribute('col-id')]
  })

/** Takes a row by its grip and lets it go over another one. */
async function drag(row: Locator, over: Locator, half: 'upper' | 'lower'): Promise<void> {
  await holdOver(row, over, half)
  await page.mouse.up()
}

async function holdOver(row: Locator, over: Locator, half: 'upper' | 'lower'): Promise<void> {
  const inRow = row.locator('xpath=ancestor::*[@row-id]')
  await row.hover()
  const grip = (await inRow.locator('.cell-grip').boundingBox())!
  const to = (await over.boundingBox())!
  await page.mouse.move(grip.x + 8, grip.y + 12)
  await page.mouse.down()
  await page.mouse.move(grip.x + 9, grip.y + 14)
  await page.mouse.move(to.x + 20, to.y + to.height * (half === 'upper' ? 0.25 : 0.75))
}

describe('sections', () => {
  it('do not show before there is one with a name', async () => {
    await open()
    await isShown(officer, head, moved, saving, reinforcement)
    expect(await page.locator('[row-id^="section "]').count()).toBe(0)
  })

  it('have headers with subtotals that add up to the sum, municipality by municipality', async () => {
    await open(['Personal', 'Personal', 'Lokaler'])
    await isShown(
      '[Personal]',
      officer,
      head,
      '[Lokaler]',
      moved,
      '[Utan avsnitt]',
      saving,
      reinforcement,
    )
    expect(await header('Personal').textContent()).toContain('2 rader')
    const amount = (text: string): number => Number(text.replace('−', '-').replace(/[^\d-]/g, ''))
    for (const column of ['amount', ...Object.keys(codes)]) {
      const parts = await Promise.all([1, 4, 6].map((row) => sheet.text(row, column)))
      const sum = parts.reduce((total, text) => total + amount(text), 0)
      expect([column, sum]).toEqual([column, amount(await sheet.text('sum', column))])
    }
    expect(complaintsOf(page)).toEqual([])
  })

  it('are recalculated while a figure is typed', async () => {
    await open(inTwo)
    await sheet.type(2, 'months', '6')
    await expect.poll(() => sheet.text(1, 'amount')).toBe('2 820 000')
    await page.keyboard.press('Escape')
    await expect.poll(() => sheet.text(1, 'amount')).toBe('4 620 000')
  })

  it('have no violation for whoever reads them aloud, in light and dark', async () => {
    for (const theme of ['light', 'dark'] as const) {
      await open(inTwo, { theme })
      await header('Lokaler').locator('.cell-fold').click()
      expect(await objections(page)).toEqual([])
      expect(await header('Lokaler').getAttribute('aria-expanded')).toBe('false')
      expect(await header('Personal').getAttribute('aria-expanded')).toBe('true')
      if (theme === 'light') await page.context().close()
    }
  })
})

describe('folding', () => {
  const all = ['[Personal]', officer, head, reinforcement, '[Lokaler]', moved, saving]

  it('by a click on the arrow, which says how many lines it hides', async () => {
    await open(inTwo)
    await header('Personal').locator('.cell-fold').click()
    await isShown('[Personal]', '[Lokaler]', moved, saving)
    expect(await header('Personal').textContent()).toContain('3 dolda rader')
    await header('Personal').locator('.cell-fold').click()
    await isShown(...all)
  })

  it('by Enter on the name of the section', async () => {
    await open(inTwo)
    await header('Lokaler').click()
    await page.keyboard.press('Enter')
    await isShown('[Personal]', officer, head, reinforcement, '[Lokaler]')
    await page.keyboard.press('Enter')
    await isShown(...all)
  })

  it('by Alt+- and Alt++ from any of its lines: the focus goes to the header', async () => {
    await open(inTwo)
    await sheet.cell(3, 'months').click()
    await page.keyboard.press('Alt+-')
    await isShown('[Personal]', '[Lokaler]', moved, saving)
    await expect.poll(focused).toEqual(['section Personal', 'description'])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Alt++')
    await isShown(...all)
  })

  it('of all from the toolbar, and is kept through a reload', async () => {
    await open(inTwo)
    await line(saving).click()
    await sheet.tool('Avsnitt').click()
    await page.getByRole('menuitem', { name: 'Fäll ihop alla' }).click()
    await isShown('[Personal]', '[Lokaler]')
    await page.reload()
    await header('Personal').waitFor()
    await isShown('[Personal]', '[Lokaler]')
    await sheet.tool('Avsnitt').click()
    await page.getByRole('menuitem', { name: 'Fäll ut alla' }).click()
    await isShown(...all)
  })

  it('keeps hidden lines out of what is emptied', async () => {
    await open(inTwo)
    await header('Lokaler').locator('.cell-fold').click()
    await sheet.cell(4, 'moneySource').waitFor()
    await sheet.cell(2, 'decision').or(sheet.cell(2, 'months')).click()
    await page.keyboard.press('Control+Shift+ArrowDown')
    await page.keyboard.press('Delete')
    await sheet.isSaved()
    const { lines } = await office.budget(year)
    expect(lines.map(({ months }) => months)).toEqual([null, null, null, '6', null])
  })
})

describe('putting lines in a section', () => {
  it('by Alt+Shift+→, a new name for all that are selected, as one step', async () => {
    await open()
    await sheet.cell(1, 'description').click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await sheet.dialog('Lägg i avsnitt').waitFor()
    await page.keyboard.type('  Personal ')
    await page.keyboard.press('Enter')
    await isShown('[Personal]', officer, head, '[Utan avsnitt]', moved, saving, reinforcement)
    expect((await stored()).slice(0, 2)).toEqual([`Personal: ${officer}`, `Personal: ${head}`])
    await page.keyboard.press('Control+z')
    await isShown(officer, head, moved, saving, reinforcement)
    expect((await stored())[0]).toBe(`: ${officer}`)
  })

  it('by the toolbar: one that there is, with the arrow keys', async () => {
    await open(['Personal', 'Personal', 'Lokaler', 'Lokaler'])
    await line(reinforcement).click()
    await sheet.tool('Avsnitt').click()
    await page.getByRole('menuitem', { name: /Lägg i avsnitt/ }).click()
    await page.getByRole('combobox', { name: 'Avsnitt' }).fill('perso')
    await page.getByRole('option', { name: 'Personal' }).waitFor()
    await page.keyboard.press('Enter')
    await isShown('[Personal]', officer, head, reinforcement, '[Lokaler]', moved, saving)
    expect((await stored())[2]).toBe(`Personal: ${reinforcement}`)
  })

  it('by a click on no section', async () => {
    await open(inTwo)
    await line(head).click()
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await page.getByRole('option', { name: 'Utan avsnitt' }).click()
    await isShown(
      '[Personal]',
      officer,
      reinforcement,
      '[Utan avsnitt]',
      head,
      '[Lokaler]',
      moved,
      saving,
    )
  })

  it('by typing in the column of sections: Enter goes on to the row below, wherever that is now', async () => {
    await open(inTwo, { width: 2000 })
    await sheet.enter(4, 'section', 'Resor')
    await isShown('[Personal]', officer, head, '[Resor]', reinforcement, '[Lokaler]', moved, saving)
    await expect.poll(focused).toEqual(['section Lokaler', 'section'])
    expect((await stored())[2]).toBe(`Resor: ${reinforcement}`)
  })

  it('by adding a line after one in it', async () => {
    await open(inTwo)
    await line(head).click()
    await page.keyboard.press('Control+Insert')
    await page.keyboard.type('Vikarie')
    await page.keyboard.press('Enter')
    await isShown('[Personal]', officer, head, 'Vikarie', reinforcement, '[Lokaler]', moved, saving)
    expect((await stored())[2]).toBe('Personal: Vikarie')
  })
})

describe('renaming a section', () => {
  it('by F2 on its name', async () => {
    await open(inTwo)
    await header('Lokaler').click()
    await page.keyboard.press('F2')
    await sheet.dialog('Byt namn på avsnittet').waitFor()
    await page.keyboard.type('Hyror')
    await page.keyboard.press('Enter')
    await isShown('[Personal]', officer, head, reinforcement, '[Hyror]', moved, saving)
    expect((await stored()).slice(3)).toEqual([`Hyror: ${moved}`, `Hyror: ${saving}`])
  })

  it('by a double click, into one that there is: it says so before', async () => {
    await open(inTwo)
    await header('Lokaler').dblclick()
    await page.keyboard.type('personal')
    await status('Avsnittet ”Personal” finns redan. 2 rader läggs sist i det.').waitFor()
    await page.getByRole('button', { name: 'Slå ihop' }).click()
    await isShown('[Personal]', officer, head, reinforcement, moved, saving)
    await page.keyboard.press('Control+z')
    await isShown('[Personal]', officer, head, reinforcement, '[Lokaler]', moved, saving)
  })

  it('says that the sums and the name are not typed in their cells', async () => {
    await open(inTwo)
    await sheet.cell(1, 'amount').click()
    await page.keyboard.press('5')
    await status('Tryck på F2').waitFor()
  })
})

describe('moving lines', () => {
  it('by Alt+↑ and Alt+↓, several that are selected together', async () => {
    await open()
    await sheet.cell(2, 'months').click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Alt+ArrowUp')
    await isShown(head, moved, officer, saving, reinforcement)
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('Alt+ArrowDown')
    await isShown(officer, saving, head, moved, reinforcement)
    expect(await page.locator('[col-id="months"].range').count()).toBe(2)
    expect((await stored())[3]).toBe(`: ${moved}`)
  })

  it('across the border of a section, whose name they take, in one step', async () => {
    await open(inTwo)
    await line(reinforcement).click()
    await page.keyboard.press('Alt+ArrowDown')
    await isShown('[Personal]', officer, head, '[Lokaler]', reinforcement, moved, saving)
    expect((await stored())[2]).toBe(`Lokaler: ${reinforcement}`)
    await page.keyboard.press('Alt+ArrowUp')
    await isShown('[Personal]', officer, head, reinforcement, '[Lokaler]', moved, saving)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await isShown('[Personal]', officer, head, reinforcement, '[Lokaler]', moved, saving)
    expect((await stored())[2]).toBe(`Personal: ${reinforcement}`)
  })

  it('by the arrows of the toolbar', async () => {
    await open()
    await sheet.cell(1, 'description').click()
    await sheet.tool('Flytta upp').isDisabled()
    await sheet.tool(/Flytta.*ned/).click()
    await isShown(head, officer, moved, saving, reinforcement)
  })

  it('by dragging their grips to a mark between lines', async () => {
    await open(inTwo)
    await drag(line(saving), line(head), 'upper')
    await isShown('[Personal]', officer, saving, head, reinforcement, '[Lokaler]', moved)
    expect((await stored())[1]).toBe(`Personal: ${saving}`)
    await drag(line(officer), line(moved), 'lower')
    await isShown('[Personal]', saving, head, reinforcement, '[Lokaler]', moved, officer)
  })

  it('by dragging several, into a folded section', async () => {
    await open(inTwo)
    await header('Lokaler').locator('.cell-fold').click()
    await line(officer).click()
    await page.keyboard.press('Shift+ArrowDown')
    await drag(line(head), header('Lokaler'), 'lower')
    await isShown('[Personal]', reinforcement, '[Lokaler]', moved, saving, officer, head)
  })

  it('shows where they would come, and puts them back with Escape', async () => {
    await open()
    await holdOver(line(officer), line(saving), 'lower')
    await page.locator('.drop-mark').waitFor()
    expect(await line(officer).getAttribute('class')).toContain('held')
    await page.keyboard.press('Escape')
    await page.locator('.drop-mark').waitFor({ state: 'detached' })
    await page.mouse.up()
    await isShown(officer, head, moved, saving, reinforcement)
    expect(await line(officer).getAttribute('class')).not.toContain('held')
  })
})

describe('where lines cannot be moved to', () => {
  it('says why while the sheet is sorted: by key and by hand', async () => {
    await open(inTwo)
    await sheet.cell(2, 'amount').click()
    await page.keyboard.press('Control+Shift+l')
    await page.getByRole('menuitemcheckbox', { name: 'Sortera stigande' }).click()
    await isShown('[Personal]', reinforcement, head, officer, '[Lokaler]', saving, moved)
    await line(head).click()
    await page.keyboard.press('Alt+ArrowUp')
    await status('Arket är sorterat').waitFor()
    await line(officer).click()
    await status('Arket är sorterat').waitFor({ state: 'detached' })
    await drag(line(officer), line(head), 'upper')
    await status('Arket är sorterat').waitFor()
    await isShown('[Personal]', reinforcement, head, officer, '[Lokaler]', saving, moved)
  })

  it('scrolls to what is out of sight while a line is held', async () => {
    await open()
    await office.addLines(year, 60)
    await page.reload()
    await line('Rad 5').waitFor()
    const bottom = (await sheet.cell('sum', 'description').boundingBox())!
    await holdOver(line(officer), line(head), 'lower')
    await page.mouse.move(bottom.x + 20, bottom.y + 10)
    await line('Rad 60').waitFor()
    await page.mouse.move(bottom.x + 20, bottom.y - 40)
    await page.mouse.up()
    await expect.poll(async () => (await stored()).indexOf(`: ${officer}`)).toBeGreaterThan(55)
  })
})

describe('a selection over several sections', () => {
  it('sums up lines, not their subtotals', async () => {
    await open(inTwo)
    await sheet.cell(2, 'amount').click()
    await sheet.cell(7, 'amount').click({ modifiers: ['Shift'] })
    const bar = page.getByRole('group', { name: 'Markeringen i siffror' })
    await expect
      .poll(async () => (await bar.textContent())?.replace(/\s/g, ' '))
      .toContain('4 620 000')
  })
})

describe('moving a section', () => {
  const swapped = ['[Lokaler]', moved, saving, '[Personal]', officer, head, reinforcement]

  it('by Alt+↓ on its header, with all its lines, in one step', async () => {
    await open(inTwo)
    await header('Personal').click()
    await page.keyboard.press('Alt+ArrowDown')
    await isShown(...swapped)
    expect((await stored())[0]).toBe(`Lokaler: ${moved}`)
    await page.keyboard.press('Alt+ArrowUp')
    await isShown('[Personal]', officer, head, reinforcement, '[Lokaler]', moved, saving)
    await page.keyboard.press('Control+z')
    await isShown(...swapped)
  })

  it('by dragging its grip', async () => {
    await open(inTwo)
    await drag(header('Lokaler'), line(officer), 'upper')
    await isShown(...swapped)
    expect((await stored())[4]).toBe(`Personal: ${reinforcement}`)
  })
})
