import { hash, randomBytes, randomUUID } from 'node:crypto'
import type { Api } from '../../api/api.ts'
import { Visitor } from '../../visitor.ts'

/** Those who ask: by what they are, in the joint service that is asked about. */
export const people = [
  'stranger',
  'newcomer',
  'administrator',
  'coordinator',
  'finance officer',
  'analyst',
  'reading token',
  'coordinator of another joint service',
] as const
export type Who = (typeof people)[number]

const readers: readonly Who[] = ['coordinator', 'finance officer', 'analyst', 'reading token']
const everywhere: readonly Who[] = [...readers, 'coordinator of another joint service']
const signedIn: readonly Who[] = ['newcomer', 'administrator', ...everywhere]

/**
 * Who may ask for what needs an action, as the issue has it: written down once more, apart from the rules that are tested.
 * Somebody who may ask is told about what is his or hers alone.
 */
export const mayAsk: Readonly<Record<string, readonly Who[]>> = {
  'installation.read': people,
  'schema.read': signedIn,
  'account.read': signedIn.filter((who) => who !== 'reading token'),
  'account.edit': signedIn.filter((who) => who !== 'reading token'),
  'view.read': signedIn,
  'view.edit': signedIn.filter((who) => who !== 'reading token'),
  'reference.read': ['administrator', ...everywhere],
  'jointService.read': ['administrator', ...everywhere],
  'jointService.create': ['administrator'],
  'jointService.edit': ['administrator', 'coordinator', 'coordinator of another joint service'],
  'budget.read': everywhere,
  'budget.edit': ['coordinator', 'coordinator of another joint service'],
  'agreement.edit': ['coordinator', 'coordinator of another joint service'],
  'line.edit': ['coordinator', 'finance officer', 'coordinator of another joint service'],
  'figure.edit': ['finance officer'],
  'population.edit': ['coordinator', 'finance officer', 'coordinator of another joint service'],
  'statistics.read': ['coordinator', 'finance officer', 'coordinator of another joint service'],
  'remark.read': ['finance officer', 'analyst'],
  'remark.edit': ['finance officer'],
  'comment.edit': ['coordinator', 'finance officer', 'coordinator of another joint service'],
  'people.read': ['administrator'],
  'people.edit': ['administrator'],
  'audit.read': ['administrator'],
  'metrics.read': ['administrator'],
}

interface Granted {
  readonly role: string
  /** Slug. */
  readonly service?: string
  readonly municipality?: string
}

/** Somebody with these grants, signed in. Raw, so that nothing of what is tested is needed. */
export async function somebody(
  { app, address }: Api,
  grants: readonly Granted[],
): Promise<Visitor> {
  const [person, secret, now] = [randomUUID(), randomBytes(32).toString('base64url'), new Date()]
  const run = (sql: string, ...values: unknown[]) => app.orm.em.getConnection().execute(sql, values)
  await run(
    "insert into person (id, name, email, created_at) values (?, 'Någon', 'n@example.org', ?)",
    person,
    now,
  )
  for (const { role, service, municipality } of grants)
    await run(
      'insert into "grant" (id, person_id, role, joint_service_id, municipality_code, since) values (?, ?, ?, (select id from joint_service where slug = ?), ?, ?)',
      randomUUID(),
      person,
      role,
      service ?? null,
      municipality ?? null,
      now,
    )
  await run(
    "insert into session (id, person_id, token_hash, way, browser, created_at, seen_at) values (?, ?, ?, 'LOCAL', '', ?, ?)",
    randomUUID(),
    person,
    hash('sha256', secret),
    now,
    now,
  )
  return new Visitor(address, { cookie: `__Host-andel=${secret}` })
}
