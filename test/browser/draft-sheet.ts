import type { Locator, Page } from 'playwright-core'
import { objectionsInBoth } from './axe.ts'

/** A sheet whose changes are drafts until they are reviewed, as whoever sits in front of it sees it. */
export class DraftSheetPage {
  constructor(readonly page: Page) {}

  cell(row: string, column: string): Locator {
    return this.page.locator(`.ag-row[row-id="${row}"] [col-id="${column}"]`)
  }

  /** What a cell says, with every kind of space made plain. */
  async text(row: string, column: string): Promise<string> {
    return plain(await this.cell(row, column).textContent())
  }

  async enter(row: string, column: string, text: string): Promise<void> {
    await this.cell(row, column).click()
    await this.page.keyboard.type(text)
    await this.page.keyboard.press('Enter')
  }

  /** Waits until so much is changed and not saved. */
  async state(words: string): Promise<void> {
    const bar = this.page.getByRole('group', { name: 'Ändringar som inte är sparade' })
    await bar.getByRole('status').getByText(words, { exact: true }).waitFor()
  }

  tool(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  get review(): Locator {
    return this.page.getByRole('dialog', { name: /^Granska/ })
  }

  /** Opens the review and waits until the budgets are calculated. */
  async openReview(): Promise<Locator> {
    await this.tool('Granska').click()
    await this.calculated()
    return this.review
  }

  async calculated(): Promise<void> {
    await this.review.locator('.effects[aria-busy="false"]').waitFor()
  }

  /** The rows of a table of the review, cell by cell. */
  async rows(table: Locator): Promise<string[][]> {
    const rows = await table.locator('tbody tr').all()
    return Promise.all(
      rows.map(async (row) => (await row.locator('th, td').allInnerTexts()).map(plain)),
    )
  }

  /** The table of changes; those after it are of budgets. */
  changes(): Promise<string[][]> {
    return this.rows(this.review.getByRole('table').first())
  }

  async said(): Promise<string> {
    return plain(await this.page.locator('p.hint').textContent())
  }

  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const cell = document.activeElement
      const row = cell?.closest('[row-id]')?.getAttribute('row-id')
      return `${row} ${cell?.getAttribute('col-id')}`
    })
  }

  violations(): Promise<string[]> {
    return objectionsInBoth(this.page)
  }

  overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  }
}

export function plain(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}
