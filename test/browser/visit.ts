import type { Browser, BrowserContext, Page } from 'playwright-core'
import { TestRunner } from 'vitest'
import type { Product } from '../product.ts'

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
  /** Whether the browser has never met the product; otherwise it may have kept its files. */
  readonly first?: boolean
}

interface Visitor {
  readonly page: Page
  /** How it was made. */
  readonly kind: string
  readonly test: unknown
}

/**
 * The visitors of a stage. Whoever came for an earlier test leaves, and the page is used again as if nobody had been there: a new one
 * is a process that learns the whole program anew.
 */
export class Visits {
  private present: Visitor[] = []
  private free: Visitor[] = []

  constructor(
    private readonly browser: Browser,
    private readonly product: Product,
  ) {}

  async begin(visit: Visit): Promise<Page> {
    const test: unknown = TestRunner.getCurrentTest() // none before the first
    await this.leave((one) => one.test !== undefined && one.test !== test)
    const { width, height, theme, touch, idle } = visit
    const kind = JSON.stringify({ width, height, theme, touch, idle })
    const free = visit.first ? undefined : this.free.find((one) => one.kind === kind)
    this.free = this.free.filter((one) => one !== free)
    const page = free?.page ?? (await newPage(this.browser, this.product, visit))
    this.present.push({ page, kind: visit.first ? 'first' : kind, test })
    if (free) await settle(page, visit)
    if (visit.as !== null) await signIn(page.context(), this.product, visit.as)
    complaints.set(page.context(), [])
    return page
  }

  async end(): Promise<void> {
    const contexts = [...this.present, ...this.free].map(({ page }) => page.context())
    await Promise.all(contexts.map((context) => context.close()))
  }

  /** They would go on listening to what happens. */
  private async leave(isGone: (one: Visitor) => boolean): Promise<void> {
    const gone = this.present.filter(isGone)
    this.present = this.present.filter((one) => !gone.includes(one))
    for (const one of gone) {
      if (one.page.isClosed() || one.kind === 'first') await one.page.context().close()
      else {
        await forget(one.page, this.product)
        this.free.push(one)
      }
    }
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

async function newPage(browser: Browser, product: Product, visit: Visit): Promise<Page> {
  const { touch = false, idle = false, language = 'sv' } = visit
  const localStorage = [{ name: languageKey, value: language }]
  const context = await browser.newContext({
    baseURL: product.address,
    ...looks(visit),
    hasTouch: touch,
    isMobile: touch,
    locale: 'sv-SE',
    storageState: { cookies: [], origins: [{ origin: product.address, localStorage }] },
  })
  if (!idle)
    await context.addInitScript(() => {
      window.requestIdleCallback = () => 0
    })
  const complain = (what: string): void => void complaints.get(context)?.push(what)
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.origin !== product.address) complain(`asked ${url.href}`)
  })
  context.on('console', (message) => {
    if (message.type() === 'error') complain(message.text())
  })
  context.on('weberror', (error) => complain(String(error.error())))
  return context.newPage()
}

function looks({ width = 1440, height = 900, theme = 'light' }: Visit) {
  return { viewport: { width, height }, colorScheme: theme, reducedMotion: 'reduce' } as const
}

/** Has a page that was used look as a new one does. */
async function settle(page: Page, visit: Visit): Promise<void> {
  const { viewport, colorScheme, reducedMotion } = looks(visit)
  page.setDefaultTimeout(30_000)
  await page.setViewportSize(viewport)
  await page.emulateMedia({ colorScheme, reducedMotion, media: null, forcedColors: null })
  await page.evaluate(([key, language]) => localStorage.setItem(key, language), [
    languageKey,
    visit.language ?? 'sv',
  ] as const)
}

const languageKey = 'andel.language'

/** Takes back what a test did with a page, and what the product keeps in the browser. The page is then at the product, but none of its pages. */
async function forget(page: Page, product: Product): Promise<void> {
  const context = page.context()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await context.setOffline(false)
  const others = context.pages().filter((other) => other !== page)
  await Promise.all(others.map((other) => other.close()))
  await page.goto(`${product.address}/health`)
  await page.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
  await context.clearCookies()
  await context.clearPermissions()
  await page.mouse.move(0, 0)
}
