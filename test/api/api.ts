import { type App, createApp } from '@andel/server/app'
import { temporaryFolder } from '../product.ts'

/** Part of an answer to a query that a test writes out; what it is, the assertions check. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Loose = any

/** What GraphQL answered. */
export interface Answer<T> {
  readonly data: T
  readonly errors?: readonly { message: string; extensions: { code: string; incident?: string } }[]
}

/** Sends a GraphQL request as a program does. */
export async function post<T>(
  address: string,
  query: string,
  variables: object = {},
): Promise<Answer<T>> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  return (await response.json()) as Answer<T>
}

/** The product with the demo in a new SQLite file, served over HTTP. */
export class Api implements AsyncDisposable {
  private constructor(
    readonly app: App,
    readonly address: string,
    private readonly removeData: () => Promise<void>,
  ) {}

  /** @param dataDir - a folder that is kept; a temporary one otherwise */
  static async start({
    demo = true,
    dataDir,
    statisticsHosts,
  }: {
    demo?: boolean
    dataDir?: string
    statisticsHosts?: readonly string[]
  } = {}): Promise<Api> {
    const data = dataDir === undefined ? await temporaryFolder() : { path: dataDir, remove: keep }
    const app = await createApp({
      host: '127.0.0.1',
      port: 0,
      dataDir: data.path,
      databaseUrl: undefined,
      demo,
      statisticsHosts,
    })
    return new Api(app, await app.listen(), data.remove)
  }

  send<T = Loose>(query: string, variables?: object): Promise<Answer<T>> {
    return post(this.address, query, variables)
  }

  /** The data of a request that must succeed. */
  async data<T = Loose>(query: string, variables?: object): Promise<T> {
    const { data, errors } = await this.send<T>(query, variables)
    if (errors) throw new Error(JSON.stringify(errors))
    return data
  }

  /** The code with which a request is refused. */
  async code(query: string, variables?: object): Promise<string | undefined> {
    return (await this.send(query, variables)).errors?.[0]?.extensions.code
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.app.close()
    await this.removeData()
  }
}

const keep = (): Promise<void> => Promise.resolve()
