import { startChromium } from '../browser/chromium.ts'
import { startProduct, temporaryFolder } from '../product.ts'
import { percentile } from './arithmetic/median.ts'
import { timeKeystrokes, timeScrolling, timeToFigures } from './sheet/measure-page.ts'
import { pasteBlocks } from './sheet/paste-block.ts'
import { seedSheet, type SheetShape } from './sheet/seed.ts'
import type { Row, Table } from './table.ts'

const shapes: readonly SheetShape[] = [
  { lines: 2000, participants: 30 }, // 40 columns
  { lines: 300, participants: 290 },
]
const opens = 3

/** The sheet in Chromium, built, over HTTP: opened, typed in, scrolled and pasted into. */
export const sheets: Table = {
  name: 'sheet',
  title: 'The sheet in Chromium (1440 × 900), ms: median and 95th percentile',

  async run() {
    const browser = await startChromium()
    const rows: Row[] = []
    const goals: { text: string; kept: boolean }[] = []
    for (const shape of shapes) {
      const name = `${shape.lines} × ${shape.participants} participants`
      const data = await temporaryFolder()
      const path = await seedSheet(data.path, shape)
      const product = await startProduct({ DATA_DIR: data.path })
      const context = await browser.newContext({
        baseURL: product.address,
        viewport: { width: 1440, height: 900 },
        locale: 'sv-SE',
      })
      await context.request.get(await product.link('coordinator'), { maxRedirects: 0 })
      // the runner names every function it compiles, those that are sent to the page too
      await context.addInitScript('globalThis.__name = (named) => named')
      const page = await context.newPage()
      page.setDefaultTimeout(60_000)
      const add = (
        measured: string,
        times: readonly number[],
        most: { p50?: number; p95?: number },
      ) => {
        const cells = { median: { ms: percentile(times, 50) }, p95: { ms: percentile(times, 95) } }
        rows.push({ labels: [name, measured], cells })
        const kept =
          cells.median.ms <= (most.p50 ?? Infinity) && cells.p95.ms <= (most.p95 ?? Infinity)
        const limits = [most.p50 && `median ≤ ${most.p50}`, most.p95 && `p95 ≤ ${most.p95}`]
        goals.push({ text: `${name}, ${measured}: ${limits.filter(Boolean).join(', ')} ms`, kept })
      }

      const opening: number[] = []
      for (let round = 0; round < opens; round++) opening.push(await timeToFigures(page, path))
      add('load to first figures', opening, { p50: 1000 })

      await page.locator('.ag-row[row-index="1"] [col-id="amount"]').click()
      await page.keyboard.type('1')
      const digits = Array.from({ length: 60 }, (_, index) =>
        index % 6 === 5 ? 'Backspace' : String((index % 9) + 1),
      ).flatMap((key, index) => (index % 5 === 4 ? [key, 'Backspace', 'Backspace'] : [key]))
      add('keystroke', await timeKeystrokes(page, digits), { p50: 16, p95: 33 })
      await page.keyboard.press('Escape')

      add('scroll down, a frame', await timeScrolling(page, 'down'), { p95: 50 })
      add('scroll right, a frame', await timeScrolling(page, 'right'), { p95: 50 })

      const { previewed, stored } = await pasteBlocks(page)
      add('paste of 500 × 8 previewed', previewed, { p50: 300 })
      add('paste of 500 × 8 stored', stored, { p50: 1000 })

      await context.close()
      await product.end()
      await data.remove()
    }
    await browser.close()
    return { labels: ['sheet', 'measured'], subjects: ['median', 'p95'], rows, goals, notes: [] }
  },
}
