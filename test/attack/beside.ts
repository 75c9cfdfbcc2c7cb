import { hash } from 'node:crypto'
import type { Api, Loose } from '../api/api.ts'
import { Visitor } from '../visitor.ts'
import { addOutside } from './outside.ts'
import { type Ids, idsOf } from './policy/ids.ts'
import { somebody } from './policy/whose.ts'

/** A joint service beside the demo's: whoever works in the demo has no right to it. */
export interface Beside {
  /** Of the other joint service. */
  readonly ids: Ids
  /** Its co-ordinator. */
  readonly owner: Visitor
  readonly stranger: Visitor
}

export async function addBeside(api: Api): Promise<Beside> {
  await addOutside(api)
  const owner = await somebody(api, [{ role: 'COORDINATOR', service: 'utanfor' }])
  return { ids: await idsOf(owner, 'utanfor'), owner, stranger: new Visitor(api.address) }
}

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/
const nobodys = '77777777-7777-4777-8777-777777777777'

/** An id or a slug of the same kind that never was. */
export function madeUp(idOrSlug: string): string {
  const own = Buffer.from(idOrSlug, 'base64url').toString()
  if (!/^[A-Z]\w+:/.test(own)) return 'finns-inte'
  const other = uuid.test(own) ? own.replace(uuid, nobodys) : own.replace(/\d+$/, '987654321')
  return Buffer.from(other).toString('base64url')
}

/** What somebody is answered, with the tried id or slug taken out: it comes back in errors. */
export async function answerTo(
  visitor: Visitor,
  query: string,
  tried: string,
  variables: object = {},
): Promise<Loose> {
  const answer = await visitor.send<Loose>(query.replaceAll('TRIED', tried), variables)
  return without(tried, answer)
}

/** An answer with an id or slug taken out of it, also the id within the id. */
export function without(tried: string, answer: unknown): Loose {
  const own = Buffer.from(tried, 'base64url').toString().replace(/^\w+:/, '')
  return JSON.parse(JSON.stringify(answer).replaceAll(tried, 'TRIED').replaceAll(own, 'TRIED'))
}

const kept = [
  'accepted_batch',
  'agreement',
  'api_token',
  'budget',
  'budget_line',
  'change',
  'comment',
  'comment_thread',
  'distribution_key',
  'grant',
  'joint_service',
  'participation',
  'person',
  'remark',
  'saved_view',
]

/** Of many figures, what no edit leaves as it is. */
const figures = 'count(*), sum(revision), sum(inhabitants), sum(`current`)'

/** What changes by itself, with use. */
const used = ['signed_in_at', 'used_at', 'last_used_at']

/** Digests of everything that is stored but sessions and the audit log, by table: what an attack must leave as it is. */
export async function stored({ app }: Api): Promise<Readonly<Record<string, string>>> {
  const read = (sql: string) => app.orm.em.getConnection().execute<object[]>(sql)
  const tables = [['population_figure', await read(`select ${figures} from population_figure`)]]
  for (const table of kept) tables.push([table, await read(`select * from \`${table}\``)])
  return Object.fromEntries(
    tables.map(([table, rows]) => {
      const text = JSON.stringify(rows, (key, value) => (used.includes(key) ? 0 : value))
      return [table, hash('sha256', text)]
    }),
  )
}
