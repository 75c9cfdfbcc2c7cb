import type { Page } from 'playwright-core'

const [height, width] = [500, 8]

/** Pastes 500 × 8 cells: times until the preview shows them, and from its confirmation until they are saved. */
export async function pasteBlock(
  page: Page,
): Promise<{ readonly previewed: number[]; readonly stored: number[] }> {
  await page.locator('.ag-row[row-index="0"] [col-id="description"]').click()
  const block = Array.from({ length: height }, (_, row) =>
    [`Inklistrad ${row}`, '1', '6', '', `${1000 + row}`, '', '', ''].slice(0, width).join('\t'),
  ).join('\r\n')
  const previewed = await page.evaluate(async (text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    const start = performance.now()
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    while (!document.querySelector('[role=dialog] table')) await frame()
    await frame()
    return performance.now() - start
  }, block)
  const start = performance.now()
  await page.keyboard.press('Enter')
  await page
    .getByRole('status')
    .filter({ hasText: /Sparat \d/ })
    .waitFor()
  return { previewed: [previewed], stored: [performance.now() - start] }
}
