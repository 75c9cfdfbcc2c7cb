import type { Page } from 'playwright-core'
import type { Desk } from './desk.ts'
import { openSheet } from './sheet.ts'
import type { Visit } from './visit.ts'

/** The demo's five lines, from top to bottom. */
export const [officer, head, moved, saving, reinforcement] = [
  'Handläggare',
  'Samordnare/enhetschef',
  'Handläggare genom omprioritering',
  'Omprioritering inom ordinarie budget',
  'Resursförstärkning, handläggare',
] as const

export const inTwo = ['Personal', 'Personal', 'Lokaler', 'Lokaler', 'Personal']

/** Opens a copy of the demo's budget with its five lines in sections, by line. */
export async function openInSections(desk: Desk, sections: readonly string[], visit?: Visit) {
  const year = await desk.office.copyBudget()
  const { lines } = await desk.office.budget(year)
  for (const [index, section] of sections.entries()) {
    const now = (await desk.office.budget(year)).lines
    const number = now.findIndex(({ id }) => id === lines[index]!.id) + 1
    if (section) await desk.office.setLine(year, number, { section })
  }
  const sheet = await openSheet(desk.stage, year, visit)
  return { year, sheet, page: sheet.page }
}

/** What stands among the lines, from top to bottom: headers in brackets. */
export async function shownLines(page: Page): Promise<string[]> {
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

/** What the server has, line by line: the section and the name. */
export async function storedLines(desk: Desk, year: number): Promise<string[]> {
  const { jointService } = await desk.office.ask<{
    jointService: { budget: { lines: { section: string; description: string }[] } }
  }>(
    `query ($year: Int!) { jointService(slug: "familjehemscentrum") { budget(year: $year) {
      lines { section description }
    } } }`,
    { year },
  )
  return jointService.budget.lines.map(({ section, description }) => `${section}: ${description}`)
}
