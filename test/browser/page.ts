import type { Locator, Page } from 'playwright-core'

/** Goes to a page and waits until what it is about stands there. */
export async function open(page: Page, path: string, heading: string): Promise<Page> {
  await page.goto(path)
  await settled(page, heading)
  return page
}

/** Waits until the page has its heading and waits for nothing more itself. */
export async function settled(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor()
  await page
    .getByRole('status')
    .filter({ hasText: /Hämtar|Loading/ })
    .waitFor({ state: 'detached' })
}

/** Text with every kind of space made plain. */
export async function plain(locator: Locator): Promise<string> {
  return (await locator.innerText()).replace(/\s+/g, ' ').trim()
}
