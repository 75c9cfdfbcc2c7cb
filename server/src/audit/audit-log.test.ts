import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Actor } from '../access/actor.ts'
import type { Database } from '../database/database.ts'
import { openDatabase } from '../database/open-database.ts'
import { AuditEntry } from './audit-entry.entity.ts'
import { AuditLog } from './audit-log.ts'

const minute = 60_000

describe('AuditLog', () => {
  let orm: Database
  let now: number
  let log: AuditLog

  beforeAll(async () => {
    orm = await openDatabase({ dataDir: '', databaseUrl: 'sqlite::memory:' })
  })
  beforeEach(async () => {
    await orm.em.fork().nativeDelete(AuditEntry, {})
    now = 1_000_000 * minute
    log = new AuditLog(orm.em, () => now)
  })
  afterAll(() => orm.close())

  const details = async () =>
    (await orm.em.fork().findAll(AuditEntry, { orderBy: { sequence: 'asc' } })).map(
      (entry) => entry.details,
    )
  const refuse = (id: string) =>
    log.refused(Actor.person(id, 'session', []), { code: 'FORBIDDEN', action: 'audit.read' })

  it('writes a refusal once a minute, then how many went untold', async () => {
    for (let time = 0; time < 4; time++) await refuse('a')
    expect(await details()).toEqual([{ code: 'FORBIDDEN', action: 'audit.read' }])
    now += minute
    await refuse('a')
    expect((await details()).at(-1)).toEqual({
      code: 'FORBIDDEN',
      action: 'audit.read',
      unrecorded: 3,
    })
  })

  it('writes no more in a minute than a bound, however many there are', async () => {
    for (let person = 0; person < 200; person++) await refuse(`p${person}`)
    expect(await details()).toHaveLength(120)
    now += minute
    await refuse('p199')
    expect(await details()).toHaveLength(121)
  })

  it('writes a view once an hour, and a table each time a person fetches it', async () => {
    const person = Actor.person('a', 'session', [], 's')
    for (let time = 0; time < 90; time++) {
      await log.exported(Actor.person('a', 'reading token', []), {
        kind: 'VIEW',
        format: 'csv',
        subject: 'v',
      })
      now += minute
    }
    expect(await details()).toHaveLength(2)
    for (let time = 0; time < 3; time++)
      await log.exported(person, { kind: 'TABLE', format: 'csv' })
    expect(await details()).toHaveLength(5)
  })
})
