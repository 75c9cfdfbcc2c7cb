import { hash } from 'node:crypto'
import { type App, createApp } from '@andel/server/app'
import type { Config } from '@andel/server/config'
import { temporaryFolder } from '../product.ts'
import { testDatabase } from './databases.ts'

/** What was answered to a form. */
export interface FormAnswer {
  readonly status: number
  readonly code: string | undefined
  readonly headers: Headers
  readonly body: unknown
}

/** A browser of somebody's: it keeps the cookie that it was given, and sends it back. */
export class Browser {
  cookie: string | undefined

  constructor(
    readonly address: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  async post(
    path: string,
    form: object,
    headers: Record<string, string> = {},
  ): Promise<FormAnswer> {
    const response = await fetch(`${this.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headers, ...this.own, ...headers },
      body: JSON.stringify(form),
    })
    this.keep(response)
    const text = await response.text()
    const body = text === '' ? undefined : JSON.parse(text)
    const code = body?.errors?.[0]?.extensions?.code
    return { status: response.status, code, headers: response.headers, body }
  }

  /** The name that `viewer` says; the code with which it is refused otherwise. */
  async whoAmI(): Promise<string> {
    const { body } = await this.post('/graphql', { query: '{ viewer { name } }' })
    const { data, errors } = body as {
      data?: { viewer: { name: string } }
      errors?: { extensions: { code: string } }[]
    }
    return errors?.[0]?.extensions.code ?? data!.viewer.name
  }

  private get own(): Record<string, string> {
    return this.cookie === undefined ? {} : { cookie: this.cookie }
  }

  private keep(response: Response): void {
    const [set] = response.headers.getSetCookie()
    if (set !== undefined) this.cookie = set.split(';')[0]!
  }
}

/** An installation without a demo: nobody is there yet. */
export class Installation implements AsyncDisposable {
  private constructor(
    readonly app: App,
    readonly address: string,
    private readonly remove: () => Promise<void>,
  ) {}

  static async start(settings: Partial<Config> = {}): Promise<Installation> {
    const { path: dataDir, remove } = await temporaryFolder()
    const database = await testDatabase()
    const base = {
      host: '127.0.0.1',
      port: 0,
      dataDir,
      databaseUrl: database.url,
      demo: false,
      logLevel: 'silent' as const,
    }
    const app = await createApp({ ...base, ...settings })
    return new Installation(app, await app.listen(), async () => {
      await database.remove()
      await remove()
    })
  }

  browser(headers?: Readonly<Record<string, string>>): Browser {
    return new Browser(this.address, headers)
  }

  /** The first administrator, signed in. */
  async setUp(form: object = {}): Promise<Browser> {
    const browser = this.browser()
    await browser.post('/set-up', { code: this.app.setUpCode, ...first, ...form })
    return browser
  }

  /** Puts an account into the database as it stands there. */
  async add(id: string, columns: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const row = { id, name: id, email: `${id}@b.example`, login: `${id}@b.example`, ...columns }
    await this.insert('person', { ...row, created_at: new Date() })
  }

  /** Invites somebody who is there. Returns the code. */
  async invite(person: string, lasts = 60_000): Promise<string> {
    const code = hash('sha256', `${person} ${lasts} ${Math.random()}`, 'base64url')
    const at = { created_at: new Date(), expires_at: new Date(Date.now() + lasts) }
    await this.insert('invitation', {
      id: code,
      person_id: person,
      code_hash: hash('sha256', code),
      ...at,
    })
    return code
  }

  run<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.app.orm.em.getConnection().execute(sql, values)
  }

  private async insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
    const places = Object.keys(row).map(() => '?')
    await this.run(
      `insert into ${table} (${Object.keys(row).join(', ')}) values (${places.join(', ')})`,
      Object.values(row),
    )
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.app.close()
    await this.remove()
  }
}

/** Whom set-up makes unless told. */
export const first = {
  name: 'Åsa Lindström',
  email: 'asa@b.example',
  password: 'fyra hästar äter tapeter',
}
