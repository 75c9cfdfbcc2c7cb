import type { Browser, BrowserContext, Page } from 'playwright-core'
import { TestRunner } from 'vitest'
import { type Product, startProduct } from '../product.ts'
import { readyFolder } from '../ready-folder.ts'
import { Visitor } from '../visitor.ts'
import { chromiumOfProcess } from './chromium.ts'

/** How a visitor looks at the product. */
export interface Visit {
  readonly width?: number
  readonly height?: number
  readonly theme?: 'light' | 'dark'
  readonly language?: 'sv' | 'en'
  /** Who it is, by a role of the demo; null for a stranger. The co-ordinator when left out. */
  readonly as?: string | null
  /** A phone, which is tapped rather than pointed at. */
  readonly touch?: boolean
  /** Whether the browser ever has time to fetch pages ahead; most tests open one page, and need no other. */
  readonly idle?: boolean
}

/** A product for the tests of one file, and the browser of all of them. */
export interface Stage {
  readonly browser: Browser
  readonly product: Product
  /** The co-ordinator, who uses the API. */
  readonly program: Visitor
  /** A visitor of their own: fresh storage, no motion, and nothing reachable but the product. */
  visit(visit?: Visit): Promise<Page>
  close(): Promise<void>
}

/**
 * Raises the stage, with further settings of the product. What a page logs as an error, throws, or asks of any other host ends in its
 * `complaintsOf`.
 */
export async function raiseStage(env: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const data = await readyFolder('built', async (path) =>
    (await startProduct({ DATA_DIR: path })).end(),
  )
  const [browser, product] = await Promise.all([
    chromiumOfProcess(),
    startProduct({ DATA_DIR: data.path, ...env }),
  ])
  const visits: { readonly context: BrowserContext; readonly test: unknown }[] = []
  return {
    browser,
    product,
    program: await Visitor.by(await product.link('coordinator')),
    async visit(visit = {}) {
      const test: unknown = TestRunner.getCurrentTest() // none before the first
      // whoever came for an earlier test would go on listening to what happens
      const gone = visits.filter((one) => one.test !== undefined && one.test !== test)
      for (const one of gone) visits.splice(visits.indexOf(one), 1)
      await Promise.all(gone.map(({ context }) => context.close()))
      const page = await visitProduct(browser, product, visit)
      visits.push({ context: page.context(), test })
      return page
    },
    close: async () => {
      await Promise.all(visits.map(({ context }) => context.close()))
      await product.end()
      await data.remove()
    },
  }
}

/** Somebody of the demo, by role as the console calls it; the cookie of that request then is the browser's too. */
export async function signIn(
  context: BrowserContext,
  product: Product,
  role = 'coordinator',
): Promise<void> {
  await context.request.get(await product.link(role), { maxRedirects: 0 })
}

const complaints = new WeakMap<BrowserContext, string[]>()

/** What the pages of a visit complained about: errors, and requests to any other host. */
export function complaintsOf(page: Page): readonly string[] {
  return complaints.get(page.context()) ?? []
}

async function visitProduct(browser: Browser, product: Product, visit: Visit): Promise<Page> {
  const { width = 1440, height = 900, theme = 'light', language = 'sv', touch = false } = visit
  const context = await browser.newContext({
    baseURL: product.address,
    viewport: { width, height },
    colorScheme: theme,
    hasTouch: touch,
    isMobile: touch,
    reducedMotion: 'reduce',
    locale: 'sv-SE',
    storageState: {
      cookies: [],
      origins: [
        { origin: product.address, localStorage: [{ name: 'andel.language', value: language }] },
      ],
    },
  })

  if (visit.idle !== true)
    await context.addInitScript(() => {
      window.requestIdleCallback = () => 0
    })
  if (visit.as !== null) await signIn(context, product, visit.as)

  const heard: string[] = []
  complaints.set(context, heard)
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.origin !== product.address) heard.push(`asked ${url.href}`)
  })
  context.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text())
  })
  context.on('weberror', (error) => heard.push(String(error.error())))
  return context.newPage()
}
