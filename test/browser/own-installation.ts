import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { BrowserContext, Page } from 'playwright-core'
import { OidcProvider } from '../api/oidc-provider.ts'
import { freePort, type Product, startProduct, temporaryFolder } from '../product.ts'
import { chromiumOfProcess } from './chromium.ts'

const run = promisify(execFile)

/** What the README tells an administrator to set, and to try. */
interface Guide {
  readonly settings: ReadonlyMap<string, string>
  readonly curl: string
}

/** The built product beside a real provider, with the settings that the README names and no others. */
export class OwnInstallation implements AsyncDisposable {
  private readonly contexts: BrowserContext[] = []

  private constructor(
    readonly product: Product,
    private readonly guide: Guide,
    private readonly provider: OidcProvider,
    private readonly removeData: () => Promise<void>,
  ) {}

  /** @param people - what the provider says of each, by subject */
  static async start(people: Readonly<Record<string, object>>): Promise<OwnInstallation> {
    const guide = await readGuide()
    const address = `http://127.0.0.1:${await freePort()}`
    const provider = await OidcProvider.start(`${address}/sign-in/oidc/callback`)
    for (const [subject, said] of Object.entries(people))
      provider.accounts.set(subject, { ...said })
    const data = await temporaryFolder()
    const here: Record<string, string> = {
      DATA_DIR: data.path,
      PUBLIC_URL: address,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.settings.clientId,
      OIDC_CLIENT_SECRET: provider.settings.clientSecret,
    }
    const settings = [...guide.settings].map(([name, value]) => [name, here[name] ?? value])
    const { port: PORT } = new URL(address)
    const product = await startProduct({ ...Object.fromEntries(settings), PORT })
    return new OwnInstallation(product, guide, provider, data.remove)
  }

  /** What people know the provider by. */
  get providerName(): string | undefined {
    return this.guide.settings.get('OIDC_NAME')
  }

  /** The rest of a line that the console has printed. */
  said(beginning: string): string | undefined {
    const line = this.product.said.find((one) => one.startsWith(beginning))
    return line?.slice(beginning.length)
  }

  /** A browser of somebody who has never been here; it may go to the provider as well. */
  async come(): Promise<Page> {
    const browser = await chromiumOfProcess()
    const context = await browser.newContext({
      baseURL: this.product.address,
      viewport: { width: 1440, height: 900 },
      locale: 'sv-SE',
      reducedMotion: 'reduce',
    })
    this.contexts.push(context)
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    return page
  }

  /** The commands with which the README reads, at this address and with this token. */
  readingWith(token: string): string {
    const { curl, settings } = this.guide
    return curl
      .replaceAll(settings.get('PUBLIC_URL')!, this.product.address)
      .replace(/^export ANDEL_TOKEN=.*$/m, `export ANDEL_TOKEN=${token}`)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.contexts.map((context) => context.close()))
    await this.product.end()
    await this.provider[Symbol.asyncDispose]()
    await this.removeData()
  }
}

async function readGuide(): Promise<Guide> {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8')
  const section = readme.split(/^## /m).find((one) => one.startsWith('Set up an installation'))!
  const [start, curl] = [...section.matchAll(/```sh\n(.*?)```/gs)].map(([, code]) => code!)
  const lines = start!.matchAll(/^export (\w+)=('[^']*'|\S*)/gm)
  const settings = [...lines].map(([, name, value]) => [name!, value!.replaceAll("'", '')] as const)
  return { settings: new Map(settings), curl: curl! }
}

/** What commands print in a terminal, as JSON. @throws what they complain about, when they fail */
export async function inTerminal(commands: string): Promise<unknown> {
  const { stdout } = await run('sh', ['-ec', commands])
  return JSON.parse(stdout)
}
