import { Actor } from '../access/actor.ts'
import { AuditEntry } from '../audit/audit-entry.entity.ts'
import type { Database } from '../database/database.ts'
import { openDatabase } from '../database/open-database.ts'
import { Person } from '../person/person.entity.ts'
import { Authentication } from './authenticate.ts'
import { InstallationState } from './installation-state.ts'
import { Passwords } from './passwords.ts'
import { SignInWay } from './session.entity.ts'
import { SetUpDoor } from './set-up-door.ts'
import type { Exchange, SignInMeans } from './sign-in-means.ts'
import { Throttle } from './throttle.ts'

/** For tests: an installation in memory, with nobody in it, whose passwords cost next to nothing. */
export class ExampleInstallation implements SignInMeans, AsyncDisposable {
  readonly authentication: Authentication
  readonly passwords = new Passwords({ memory: 8, passes: 1, lanes: 1 })
  readonly throttle = new Throttle()
  readonly setUpDoor = new SetUpDoor(true)
  readonly installation = new InstallationState({
    demo: false,
    isSetUp: false,
    ways: [SignInWay.LOCAL],
    provider: null,
  })

  private constructor(private readonly orm: Database) {
    this.authentication = new Authentication(orm.em)
  }

  static async open(): Promise<ExampleInstallation> {
    const place = { dataDir: '', databaseUrl: 'sqlite::memory:' }
    return new ExampleInstallation(idle.pop() ?? (await openDatabase(place)))
  }

  /** For tests that break the database: nobody uses it after them. */
  isBroken = false

  get em() {
    return this.orm.em
  }

  /** Somebody with a local account, and a password where one is given. */
  async add(
    name: string,
    { password, ...columns }: Partial<Person> & { password?: string } = {},
  ): Promise<Person> {
    const em = this.em.fork()
    const email = `${name.toLowerCase()}@b.example`
    const passwordHash = password === undefined ? null : await this.passwords.hash(password)
    const person = em.create(Person, { name, email, login: email, passwordHash, ...columns })
    await em.flush()
    return person
  }

  /** Somebody as stored now. */
  person(id: string): Promise<Person> {
    return this.em.fork().findOneOrFail(Person, { id })
  }

  /** What the audit log tells, the oldest first. */
  async told(): Promise<
    Pick<AuditEntry, 'action' | 'succeeded' | 'actor' | 'subject' | 'details'>[]
  > {
    const entries = await this.em.fork().findAll(AuditEntry, { orderBy: { sequence: 'asc' } })
    return entries.map(({ action, succeeded, actor, subject, details }) => ({
      action,
      succeeded,
      actor,
      subject,
      details,
    }))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.isBroken) return this.orm.close()
    await empty(this.orm)
    idle.push(this.orm)
  }
}

/** Databases that have been emptied, for the next test: making one takes longer than most tests. */
const idle: Database[] = []

async function empty({ em }: Database): Promise<void> {
  const tables = [...em.getMetadata().getAll().values()].map(({ tableName }) => tableName)
  const statements = [
    'pragma foreign_keys = off',
    ...tables.map((table) => `delete from ${table}`),
    'insert into installation (id, demo) values (1, false)',
    'pragma foreign_keys = on',
  ]
  for (const statement of statements) await em.getConnection().execute(statement)
}

/** A browser at an address: it keeps the cookie that it is given. */
export class ExampleBrowser {
  cookie: string | undefined

  constructor(
    readonly ip: string | undefined = '192.0.2.7',
    readonly agent: string | undefined = 'Example 1.0',
  ) {}

  /** Headers of the latest answer. */
  answered: Record<string, string> = {}

  get exchange(): Exchange {
    const headers = {
      ...(this.cookie !== undefined && { cookie: this.cookie }),
      ...(this.agent !== undefined && { 'user-agent': this.agent }),
    }
    this.answered = {}
    const set = (names: string | Record<string, string>, value = ''): void => {
      Object.assign(this.answered, typeof names === 'string' ? { [names]: value } : names)
      this.cookie = this.answered['Set-Cookie']?.split(';')[0] ?? this.cookie
    }
    return { request: { headers, ip: this.ip }, response: { set } } as unknown as Exchange
  }

  async whoIn({ authentication }: ExampleInstallation): Promise<string> {
    const actor = await authentication.actorOf(this.exchange.request)
    return actor === Actor.nobody ? 'nobody' : actor.id
  }
}
