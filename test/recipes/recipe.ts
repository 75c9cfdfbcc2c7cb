import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { Api } from '../api/api.ts'
import { temporaryFolder } from '../product.ts'

/** Code of a recipe in docs/recipes, as it stands there. */
export function codeOf(recipe: string, language: string): string[] {
  const text = readFileSync(new URL(`../../docs/recipes/${recipe}.md`, import.meta.url), 'utf8')
  return [...text.matchAll(/^```(\w+)\n([^]*?)^```$/gm)]
    .filter(([, found]) => found === language)
    .map((match) => match[2]!)
}

/** A saved view, as recipes name it. */
export interface View {
  readonly id: string
  readonly token: string
  readonly columns: readonly { readonly name: string; readonly kind: string }[]
}

/** The amounts of § 33, as they were decided. */
export const decided = {
  Ragunda: '12600.00',
  Bräcke: '14700.00',
  Krokom: '36900.00',
  Strömsund: '27600.00',
  Åre: '29400.00',
  Härjedalen: '24300.00',
  Östersund: '154500.00',
}

/** A product with the demo and an empty folder, for whoever follows a recipe. */
export class Kitchen implements AsyncDisposable {
  private constructor(
    readonly api: Api,
    readonly folder: string,
    /** The demo's budget. */
    readonly budgetId: string,
    /** What each municipality bears of it, by name. */
    readonly totals: Readonly<Record<string, string>>,
    private readonly remove: () => Promise<void>,
  ) {}

  static async open(): Promise<Kitchen> {
    const api = await Api.start()
    const { path, remove } = await temporaryFolder()
    const { budgets } = await api.data(
      '{ budgets { nodes { id shares { municipality { name } amount } } } }',
    )
    const { id, shares } = budgets.nodes[0]
    const totals = shares.map((share: { municipality: { name: string }; amount: string }) => [
      share.municipality.name,
      share.amount,
    ])
    return new Kitchen(api, path, id, Object.fromEntries(totals), remove)
  }

  /** Saves the query of a recipe as a view. */
  async save(query: string): Promise<View> {
    const { saveView } = await this.api.data(
      'mutation ($input: SaveViewInput!) { saveView(input: $input) { token view { id table { columns { name kind } } } } }',
      { input: { name: 'Vy', query } },
    )
    const { token, view } = saveView
    return { id: view.id, token, columns: view.table.columns }
  }

  /** Code with the address of this product, and the ids of what is in it. */
  filled(code: string, view?: View): string {
    const here = code
      .replaceAll('http://127.0.0.1:4000', this.api.address)
      .replaceAll('BUDGET-ID', this.budgetId)
    return view ? here.replaceAll('VIEW-ID', view.id).replaceAll('ACCESS-TOKEN', view.token) : here
  }

  /** What a command prints; it must end well. */
  async run(command: string, ...words: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(command, words, {
      cwd: this.folder,
      env: {
        ...process.env,
        LC_ALL: 'C.UTF-8',
        PYTHONUTF8: '1',
        ANDEL_TOKEN: this.api.app.demo!.token,
      },
    })
    return stdout
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.api[Symbol.asyncDispose]()
    await this.remove()
  }
}
