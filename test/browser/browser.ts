import type { Browser, Page } from 'playwright-core'
import { type Product, startProduct } from '../product.ts'
import { readyFolder } from '../ready-folder.ts'
import { Visitor } from '../visitor.ts'
import { chromiumOfProcess } from './chromium.ts'
import { type Visit, Visits } from './visit.ts'

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
  const visits = new Visits(browser, product)
  return {
    browser,
    product,
    program: await Visitor.by(await product.link('coordinator')),
    visit: (visit = {}) => visits.begin(visit),
    close: async () => {
      await visits.end()
      await product.end()
      await data.remove()
    },
  }
}
