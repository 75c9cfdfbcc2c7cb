import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * What axe objects to, every rule and best practice of it; on the whole page, or in a part of it.
 *
 * No page has frames, and nobody reads what passes: without both it takes a quarter of the time.
 */
export async function objections(page: Page, part?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/** How wide a page is where it has to pass, in light and in dark. */
export const widths = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const

/** What axe objects to in light and in dark. */
export async function objectionsInBoth(page: Page): Promise<string[]> {
  const found = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    found.push(...(await objections(page)))
  }
  return found
}
