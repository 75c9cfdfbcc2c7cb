import { randomUUID } from 'node:crypto'
import { makeDatabase, startPostgres } from '../api/postgres.ts'
import { Api } from '../api/api.ts'
import { somebody } from '../attack/policy/whose.ts'
import { addLines, readBudget } from '../chaos/budget.ts'
import { type Product, startProduct, temporaryFolder } from '../product.ts'
import type { Visitor } from '../visitor.ts'
import type { Shape } from './run-load.ts'

/** Connections that one person may have. */
const mostSockets = 20

/** An installation with people, and a budget with a line for each editor. */
export interface Ground extends AsyncDisposable {
  readonly products: readonly Product[]
  readonly budgetId: string
  readonly sequence: number
  /** Own line of each editor, and its version. */
  readonly lines: readonly { readonly id: string; readonly version: number }[]
  /** Headers with which each editor is signed in. */
  readonly editors: readonly Visitor['headers'][]
  /** The same of the watchers; several share a person. */
  readonly watchers: readonly Visitor['headers'][]
}

/** Starts one process on SQLite, or two on PostgreSQL. */
export async function layGround({ database, editors, watchers }: Shape): Promise<Ground> {
  const data = await temporaryFolder()
  const server = database === 'postgres' ? await startPostgres() : undefined
  const databaseUrl = server && (await makeDatabase(server.url, `load_${randomUUID().slice(0, 8)}`))
  const filled = await fill(data.path, databaseUrl, editors, Math.ceil(watchers / mostSockets))
  const env = {
    DATA_DIR: data.path,
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
  }
  const products = [await startProduct(env)]
  if (databaseUrl !== undefined) products.push(await startProduct(env))
  return {
    ...filled,
    watchers: Array.from(
      { length: watchers },
      (_, index) => filled.watchers[index % filled.watchers.length]!,
    ),
    products,
    async [Symbol.asyncDispose]() {
      for (const product of products) await product.end()
      await server?.[Symbol.asyncDispose]()
      await data.remove()
    },
  }
}

async function fill(
  dataDir: string,
  databaseUrl: string | undefined,
  editors: number,
  readers: number,
): Promise<Omit<Ground, 'products' | typeof Symbol.asyncDispose>> {
  await using api = await Api.start({ dataDir, ...(databaseUrl !== undefined && { databaseUrl }) })
  const lines = await addLines(api.visitor, editors)
  const { id, sequence } = await readBudget(api.visitor)
  const people = (count: number, role: string): Promise<Visitor['headers'][]> =>
    Promise.all(
      Array.from({ length: count }, async () => {
        const grant = { role, service: 'familjehemscentrum' }
        const { headers } = await somebody(api, [
          role === 'ANALYST' ? { ...grant, municipality: '2380' } : grant,
        ])
        return headers
      }),
    )
  return {
    budgetId: id,
    sequence,
    lines,
    editors: await people(editors, 'COORDINATOR'),
    watchers: await people(readers, 'ANALYST'),
  }
}
