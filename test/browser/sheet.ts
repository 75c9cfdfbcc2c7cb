import type { Locator, Page, Request, Route } from 'playwright-core'
import type { Visitor } from '../visitor.ts'
import type { Stage } from './browser.ts'
import type { Visit } from './visit.ts'

/** Municipality codes by the names that head the columns. */
export const codes = {
  Ragunda: '2303',
  Bräcke: '2305',
  Krokom: '2309',
  Strömsund: '2313',
  Åre: '2321',
  Härjedalen: '2361',
  Östersund: '2380',
} as const
export type Participant = keyof typeof codes

/** The rows that stay in view. */
export type FixedRow = 'population' | 'share' | 'sum' | 'perInhabitant' | 'change'

/** One budget on screen, asked and handled as whoever sits in front of it would. */
export class SheetPage {
  constructor(readonly page: Page) {}

  /** A cell by its line, counted from 1 as on screen, or by the row that stays in view; and by its column. */
  cell(row: number | FixedRow, column: string): Locator {
    const rows =
      typeof row === 'number' ? `.ag-row[row-index="${row - 1}"]` : `.ag-row[row-id="${row}"]`
    const id = column in codes ? `share ${codes[column as Participant]}` : column
    return this.page.locator(`${rows} [col-id="${id}"]`)
  }

  /** What a cell says, with every kind of space made plain. */
  async text(row: number | FixedRow, column: string): Promise<string> {
    return ((await this.cell(row, column).textContent()) ?? '').replace(/\s+/g, ' ').trim()
  }

  /** A row of shares, in the order of the columns. */
  async shares(row: number | FixedRow): Promise<string[]> {
    return Promise.all(Object.keys(codes).map((name) => this.text(row, name)))
  }

  /** What is said about saving. */
  get state(): Locator {
    return this.page.getByRole('status').filter({ hasText: /^\s*(Läge|State):/ })
  }

  async isSaved(): Promise<void> {
    await this.state
      .filter({ hasText: /Sparat|Allt är sparat|Saved|Everything is saved/ })
      .waitFor()
  }

  tool(name: string | RegExp): Locator {
    return this.page
      .getByRole('group', { name: /Verktyg för arket|Tools for the sheet/ })
      .getByRole('button', { name })
  }

  /** Uses a tool, which on a narrow screen is in a menu. */
  async use(name: string | RegExp): Promise<void> {
    const button = this.tool(name)
    if (await button.isVisible()) return button.click()
    await this.tool(/^(Mer|More)$/).click()
    await this.page.getByRole('menuitem', { name }).click()
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name })
  }

  /** The message at a cell that does not count. */
  get notice(): Locator {
    return this.page.getByRole('group', { name: /Ej sparat|Not saved/ })
  }

  /** Puts the focus in a cell and types over what is there. */
  async type(row: number | FixedRow, column: string, text: string): Promise<void> {
    await this.cell(row, column).click()
    await this.page.keyboard.type(text)
  }

  async enter(row: number | FixedRow, column: string, text: string): Promise<void> {
    await this.type(row, column, text)
    await this.page.keyboard.press('Enter')
  }

  /** The column id of the cell that has the focus. */
  focusedColumn(): Promise<string | null | undefined> {
    return this.page.evaluate(() => document.activeElement?.getAttribute('col-id'))
  }
}

/** Opens a budget and waits for its figures. @param before - what is done with the page first */
export async function openSheet(
  stage: Stage,
  year: number,
  visit?: Visit,
  before?: (page: Page) => Promise<unknown>,
): Promise<SheetPage> {
  const page = await stage.visit(visit)
  page.setDefaultTimeout(10_000)
  await before?.(page)
  await page.goto(`/samverkan/familjehemscentrum/${year}`)
  const sheet = new SheetPage(page)
  await sheet.cell('sum', 'description').waitFor()
  return sheet
}

/** Stands between the page and the server: lets edits through, holds them or drops them. */
export class EditGate {
  readonly seen: Request[] = []
  private mode: 'open' | 'hold' | 'drop' = 'open'
  private readonly held: Route[] = []

  static async at(page: Page): Promise<EditGate> {
    const gate = new EditGate()
    await page.route('**/graphql', (route) => gate.meet(route))
    return gate
  }

  hold(): void {
    this.mode = 'hold'
  }

  drop(): void {
    this.mode = 'drop'
  }

  async release(): Promise<void> {
    this.mode = 'open'
    await Promise.all(this.held.splice(0).map((route) => route.continue()))
  }

  /** The edits of every request so far, in the form they were sent. */
  get edits(): unknown[] {
    return this.seen.flatMap((request) => variables(request).input.edits)
  }

  get mutationKeys(): string[] {
    return this.seen.map((request) => variables(request).input.clientMutationKey)
  }

  private async meet(route: Route): Promise<void> {
    if (!route.request().postData()?.includes('mutation EditBudget')) return route.continue()
    this.seen.push(route.request())
    if (this.mode === 'drop') return route.abort()
    if (this.mode === 'hold') return void this.held.push(route)
    return route.continue()
  }
}

function variables(request: Request) {
  const body = JSON.parse(request.postData() ?? '{}') as {
    variables: { input: { clientMutationKey: string; edits: unknown[] } }
  }
  return body.variables
}

/** Somebody else, who uses the API. */
export class OtherOffice {
  private year = 2022

  constructor(private readonly program: Visitor) {}

  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await this.program.send<Data>(query, variables)
    if (errors) throw new Error(JSON.stringify(errors))
    return data
  }

  /** A copy of the demo's budget for the next year, so that no test meets another's edits. */
  async copyBudget(populationDate?: string): Promise<number> {
    const { id } = await this.budget(2022)
    this.year += 1
    await this.ask(
      'mutation ($input: CreateBudgetInput!) { createBudget(input: $input) { budget { id } } }',
      {
        input: {
          jointServiceSlug: 'familjehemscentrum',
          year: this.year,
          title: `Budget ${this.year}`,
          copyFromBudgetId: id,
          populationDate,
        },
      },
    )
    return this.year
  }

  async budget(year: number): Promise<StoredBudget> {
    const { jointService } = await this.ask<{ jointService: { budget: StoredBudget } }>(
      `query ($year: Int!) { jointService(slug: "familjehemscentrum") { budget(year: $year) {
        id total sequence
        keys { id name shareStep bases { kind percent on } }
        populations { on inhabitants source revision municipality { code } }
        lines {
          id version kind description workload months monthlyCost typedAmount amount moneySource note
          key { id name } excluded { code }
          shares { amount share municipality { code } explanation(language: SV) }
        }
      } } }`,
      { year },
    )
    return jointService.budget
  }

  /** Puts the first lines into one section and the others into another. */
  async parted(year: number, count: number, [first, second]: [string, string]): Promise<void> {
    for (const [index, { id }] of (await this.budget(year)).lines.entries()) {
      const number = (await this.budget(year)).lines.findIndex((line) => line.id === id) + 1
      await this.setLine(year, number, { section: index < count ? first : second })
    }
  }

  /** Sets fields of a line, counted from 1, based on what stands. */
  async setLine(year: number, number: number, fields: object): Promise<void> {
    const { id, lines } = await this.budget(year)
    const line = lines[number - 1]!
    await this.edit(id, [{ setLine: { lineId: line.id, version: line.version, fields } }])
  }

  /** Corrects a number of inhabitants, based on what stands. */
  async setPopulation(year: number, code: string, on: string, inhabitants: number): Promise<void> {
    const { id, populations } = await this.budget(year)
    const stands = populations.find((one) => one.municipality.code === code && one.on === on)
    const basedOnRevision = stands?.revision ?? 0
    const source = 'Ett annat kontor'
    const figure = { municipalityCode: code, on, inhabitants, source, basedOnRevision }
    await this.edit(id, [{ setPopulation: figure }])
  }

  async removeLine(year: number, number: number): Promise<void> {
    const { id, lines } = await this.budget(year)
    const { id: lineId, version } = lines[number - 1]!
    await this.edit(id, [{ removeLine: { lineId, version } }])
  }

  /** Adds lines `Rad 1`, `Rad 2` … at the end. */
  async addLines(year: number, count: number): Promise<void> {
    const { id, keys } = await this.budget(year)
    const fields = (index: number) => ({ description: `Rad ${index + 1}`, keyId: keys[0]!.id })
    await this.edit(
      id,
      Array.from({ length: count }, (_, index) => ({ addLine: { fields: fields(index) } })),
    )
  }

  private async edit(budgetId: string, edits: readonly object[]): Promise<void> {
    const { editBudget } = await this.ask<{ editBudget: { applied: boolean } }>(
      'mutation ($input: EditBudgetInput!) { editBudget(input: $input) { applied } }',
      { input: { budgetId, clientMutationKey: crypto.randomUUID(), edits } },
    )
    if (!editBudget.applied) throw new Error('The other office could not edit.')
  }
}

export interface StoredBudget {
  readonly id: string
  readonly total: string
  readonly sequence: number
  readonly keys: readonly {
    readonly id: string
    readonly name: string
    readonly shareStep: string
    readonly bases: readonly {
      readonly kind: string
      readonly percent: number
      readonly on: string
    }[]
  }[]
  readonly populations: readonly {
    readonly on: string
    readonly inhabitants: number
    readonly source: string
    readonly revision: number
    readonly municipality: { readonly code: string }
  }[]
  readonly lines: readonly {
    readonly id: string
    readonly version: number
    readonly kind: string
    readonly description: string
    readonly workload: number | null
    readonly months: string | null
    readonly monthlyCost: string | null
    readonly typedAmount: string | null
    readonly amount: string
    readonly moneySource: string
    readonly note: string
    readonly key: { readonly id: string; readonly name: string }
    readonly excluded: readonly { readonly code: string }[]
    readonly shares: readonly {
      readonly amount: string
      readonly share: string
      readonly municipality: { readonly code: string }
      readonly explanation: string
    }[]
  }[]
}
