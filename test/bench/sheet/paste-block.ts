import type { Page } from 'playwright-core'

const [height, width] = [500, 8]
const rounds = 5

/**
 * Pastes 500 × 8 cells again and again: times until the preview shows them, and from its confirmation until
 * the server has them and the sheet says so.
 */
export async function pasteBlocks(
  page: Page,
): Promise<{ readonly previewed: readonly number[]; readonly stored: readonly number[] }> {
  const previewed: number[] = []
  const stored: number[] = []
  for (let round = 0; round < rounds; round++) {
    await page.locator('.ag-row[row-index="0"] [col-id="description"]').click()
    const block = Array.from({ length: height }, (_, row) => blockRow(row, round)).join('\r\n')
    const times = await page.evaluate(pasteAndConfirm, block)
    previewed.push(times.previewed)
    stored.push(times.stored)
  }
  return { previewed, stored }
}

/** Name, posts, months, monthly cost, amount, key, money source and the first share, which is skipped. */
function blockRow(row: number, round: number): string {
  const figures = ['1', String(1 + (round % 12)), '', String(1000 + row + round), '', '', '']
  return [`Inklistrad ${row}`, ...figures].slice(0, width).join('\t')
}

/** Runs in the page. */
async function pasteAndConfirm(text: string): Promise<{ previewed: number; stored: number }> {
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  const pasted = performance.now()
  document.activeElement!.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  )
  while (!document.querySelector('[role=dialog] table')) await frame()
  await frame()
  const previewed = performance.now() - pasted

  const confirm = document.querySelector<HTMLElement>('[role=dialog] button[type=submit]')
  const confirmed = performance.now()
  confirm!.click()
  const isSaved = (): boolean =>
    [...document.querySelectorAll('[role=status]')].some((status) =>
      /Sparat \d/.test(status.textContent),
    )
  while (isSaved()) await frame() // of the paste before
  while (!isSaved()) await frame()
  return { previewed, stored: performance.now() - confirmed }
}
