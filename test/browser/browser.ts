import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { startChromium } from './chromium.ts'

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** The built product, running on a database of its own. */
export interface Product {
  /** Where it answers, without a slash at the end. */
  readonly address: string
  /** Ends it and removes its data. Harmless when it has ended. */
  stop(): Promise<void>
}

/** Starts the built product with the demo loaded, on any free port, and waits until it answers. */
export async function startProduct(): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), 'andel-browser-'))
  const server = spawn(fromRoot('node_modules/.bin/node'), [fromRoot('server/dist/main.js')], {
    cwd: dataDir,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, DEMO: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  createInterface({ input: server.stderr }).on('line', (line) => said.push(line))

  async function stop(): Promise<void> {
    if (server.exitCode === null && server.signalCode === null) {
      server.kill('SIGTERM')
      await once(server, 'exit')
    }
    await rm(dataDir, { recursive: true, force: true })
  }

  const address = await new Promise<string>((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', (code) =>
      reject(new Error(`The product ended with ${code}.\n${said.join('\n')}`)),
    )
    createInterface({ input: server.stdout }).on('line', (line) => {
      said.push(line)
      const found = /http:\/\/[\w.:[\]-]+/.exec(line)?.[0]
      if (found) resolve(found)
    })
  }).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { address, stop }
}

/** How a visitor looks at the product. */
export interface Visit {
  readonly width?: number
  readonly height?: number
  readonly theme?: 'light' | 'dark'
  readonly language?: 'sv' | 'en'
}

/** A browser and a product, shared by the tests of one file. */
export interface Stage {
  readonly browser: Browser
  readonly product: Product
  /** A visitor of their own: fresh storage, no motion, and nothing reachable but the product. */
  visit(visit?: Visit): Promise<Page>
  close(): Promise<void>
}

/**
 * Raises the stage. What a page logs as an error, throws, or asks of any other host ends in its
 * `complaintsOf`.
 */
export async function raiseStage(): Promise<Stage> {
  const [browser, product] = await Promise.all([startChromium(), startProduct()])
  return {
    browser,
    product,
    visit: (visit = {}) => visitProduct(browser, product, visit),
    close: async () => {
      await browser.close()
      await product.stop()
    },
  }
}

const complaints = new WeakMap<BrowserContext, string[]>()

/** What the pages of a visit complained about: errors, and requests to any other host. */
export function complaintsOf(page: Page): readonly string[] {
  return complaints.get(page.context()) ?? []
}

async function visitProduct(browser: Browser, product: Product, visit: Visit): Promise<Page> {
  const { width = 1440, height = 900, theme = 'light', language = 'sv' } = visit
  const context = await browser.newContext({
    baseURL: product.address,
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'sv-SE',
    storageState: {
      cookies: [],
      origins: [
        { origin: product.address, localStorage: [{ name: 'andel.language', value: language }] },
      ],
    },
  })

  const heard: string[] = []
  complaints.set(context, heard)
  await context.route(
    (url) => url.origin !== product.address,
    (route) => {
      heard.push(`asked ${route.request().url()}`)
      return route.abort()
    },
  )
  context.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text())
  })
  context.on('weberror', (error) => heard.push(String(error.error())))
  return context.newPage()
}
