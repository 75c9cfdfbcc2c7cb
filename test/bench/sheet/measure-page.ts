import type { CDPSession, Page } from 'playwright-core'

/** Milliseconds from the page's `load` to the first calculated figure on screen. */
export async function timeToFigures(page: Page, path: string): Promise<number> {
  await page.goto(path, { waitUntil: 'commit' })
  const shown = await page.waitForFunction(() => {
    const sum = document.querySelector('.ag-row[row-id="sum"] [col-id="amount"]')
    return sum?.textContent ? performance.now() : undefined
  })
  const loaded = await page.evaluate(
    () =>
      (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).loadEventEnd,
  )
  return ((await shown.jsonValue()) as number) - loaded
}

/** Milliseconds of script, style and layout that each keystroke costs, until its frame is painted. */
export async function timeKeystrokes(page: Page, keys: readonly string[]): Promise<number[]> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  const times: number[] = []
  for (const key of keys) {
    const before = await spent(devtools)
    await page.keyboard.press(key)
    await twoFrames(page)
    times.push((await spent(devtools)) - before)
  }
  await devtools.detach()
  return times
}

/** Milliseconds between frames while the sheet is scrolled, some 84 pixels a frame. */
export async function timeScrolling(page: Page, way: 'down' | 'right'): Promise<number[]> {
  return page.evaluate(async (direction) => {
    const viewport = document.querySelector('.ag-grid-viewport')!
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    const times: number[] = []
    let before = await frame()
    for (let step = 0; step < 120; step++) {
      viewport.scrollBy(direction === 'down' ? { top: 84 } : { left: 84 })
      const now = await frame()
      times.push(now - before)
      before = now
    }
    viewport.scrollTo({ top: 0, left: 0 })
    return times
  }, way)
}

async function twoFrames(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  )
}

/** Milliseconds that the page has worked since it began. */
async function spent(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  const seconds = (name: string): number =>
    metrics.find((metric) => metric.name === name)?.value ?? 0
  return (
    1000 * (seconds('ScriptDuration') + seconds('LayoutDuration') + seconds('RecalcStyleDuration'))
  )
}
