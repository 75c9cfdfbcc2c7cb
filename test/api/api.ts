import { type App, createApp } from '@andel/server/app'
import { type Answer, Visitor } from '../visitor.ts'
import { testDatabase } from './databases.ts'
import { temporaryFolder } from '../product.ts'
import { readyFolder } from '../ready-folder.ts'

export type { Answer }

/** Part of an answer to a query that a test writes out; what it is, the assertions check. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Loose = any

/** The product with the demo in a new database, served over HTTP. */
export class Api implements AsyncDisposable {
  private constructor(
    readonly app: App,
    readonly address: string,
    /** Whoever works here, for as long as nothing else is said: the co-ordinator of the demo. */
    readonly visitor: Visitor,
    /** Of PostgreSQL; undefined on SQLite. */
    readonly databaseUrl: string | undefined,
    private readonly removeData: () => Promise<void>,
  ) {}

  /** @param dataDir - a folder that is kept; a temporary one otherwise */
  static async start({
    demo = true,
    dataDir,
    statisticsHosts,
    on,
    databaseUrl,
  }: {
    demo?: boolean
    dataDir?: string
    statisticsHosts?: readonly string[]
    /** On SQLite even where tests are on PostgreSQL. */
    on?: 'sqlite'
    /** Of a database of one's own; one that is made for it and dropped when left out. */
    databaseUrl?: string
  } = {}): Promise<Api> {
    const database =
      databaseUrl === undefined
        ? await testDatabase({ dataDir, on, demo })
        : { url: databaseUrl, remove: keep }
    const data =
      dataDir !== undefined
        ? { path: dataDir, remove: keep }
        : await (database.url === undefined ? startedFolder(demo) : temporaryFolder())
    const app = await createApp({
      host: '127.0.0.1',
      port: 0,
      dataDir: data.path,
      databaseUrl: database.url,
      demo,
      logLevel: 'warn',
      statisticsHosts,
    })
    const address = await app.listen()
    const secret = app.demo?.secrets['coordinator']
    const visitor =
      secret === undefined
        ? await firstAdministrator(app, address)
        : await Visitor.by(`${address}/sign-in/demo/${secret}`)
    return new Api(app, address, visitor, database.url, async () => {
      await database.remove()
      await data.remove()
    })
  }

  /** Somebody of the demo with another role, as the console calls it. */
  as(role: string): Promise<Visitor> {
    return Visitor.by(`${this.address}/sign-in/demo/${this.app.demo!.secrets[role]}`)
  }

  fetch(path: string, init?: RequestInit): Promise<Response> {
    return this.visitor.fetch(path, init)
  }

  send<T = Loose>(query: string, variables?: object): Promise<Answer<T>> {
    return this.visitor.send(query, variables)
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

const first = {
  name: 'Ada Ek',
  email: 'ada.ek@example.org',
  password: 'knappt sju tolvor i rad',
} as const

/** A folder of its own in which the product has been started and ended once. */
function startedFolder(demo: boolean): ReturnType<typeof temporaryFolder> {
  return readyFolder(demo ? 'demo' : 'own', async (dataDir) => {
    const where = { host: '127.0.0.1', port: 0, dataDir, databaseUrl: undefined }
    await (await createApp({ ...where, demo, logLevel: 'silent' })).close()
  })
}

/** The administrator of an installation without a demo, who sets it up when nobody has. */
async function firstAdministrator({ setUpCode: code }: App, address: string): Promise<Visitor> {
  const [path, form] = code === undefined ? ['/sign-in', first] : ['/set-up', { code, ...first }]
  const { headers } = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(form),
  })
  return Visitor.keeping(address, headers)
}
