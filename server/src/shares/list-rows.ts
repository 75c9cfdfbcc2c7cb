import { type RawQueryFragment, raw } from '@mikro-orm/core'
import type { EntityManager } from '@mikro-orm/sqlite'
import { SortDirection } from '../connection/sort-direction.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'
import { Municipality } from '../municipality/municipality.entity.ts'
import type { BudgetLineOrderField, CostShareOrderField } from './list-order.ts'
import { type Join, type Part, type Source, part, statementOf } from './statement.ts'

/** What a list is ordered by. */
export interface ListOrder {
  readonly field: keyof typeof BudgetLineOrderField | keyof typeof CostShareOrderField
  readonly direction: SortDirection
}

const orders: Readonly<Record<ListOrder['field'], [column: string, ...needs: Join[]]>> = {
  MUNICIPALITY_CODE: ['s.municipality_code'],
  MUNICIPALITY_NAME: ['name_place.place', 'names'],
  JOINT_SERVICE: ['service_place.place', 'services'],
  YEAR: ['b.year', 'b'],
  SHEET: ['f.position', 'f'],
  SECTION: ['f.section_order', 'f'],
  DESCRIPTION: ['f.description_order', 'f'],
  AMOUNT: ['', 'f'], // of the source
  LINE_AMOUNT: ['f.amount', 'f'],
  DIFFERENCE: ['f.difference', 'f'],
  WORKLOAD: ['coalesce(l.workload, 0)', 'l'],
}

/** What decides between rows that are alike in the wanted order: no two rows are alike in all of it. */
const alike: readonly ListOrder[] = [
  { field: 'JOINT_SERVICE', direction: SortDirection.ASC },
  { field: 'YEAR', direction: SortDirection.DESC },
  { field: 'SHEET', direction: SortDirection.ASC },
]
const byBearer: ListOrder = {
  field: 'MUNICIPALITY_CODE',
  direction: SortDirection.ASC,
}

/** Which line, or which share. */
export interface RowId {
  readonly budgetId: string
  readonly lineId: string
  /** Null for a line. */
  readonly code: string | null
}

/** How many there are. */
export async function countRows(
  em: EntityManager,
  source: Source,
  where: readonly Part[],
): Promise<number> {
  const columns = [part('count(*) as n')]
  const [row] = await em.execute<[{ n: number }]>(statementOf({ source, columns, where }))
  return Number(row.n)
}

/** The rows of a page, in order. */
export async function listRows(
  em: EntityManager,
  source: Source,
  where: readonly Part[],
  orderBy: readonly ListOrder[],
  window: { readonly start: number; readonly end: number },
): Promise<RowId[]> {
  const ofShares = source.has === undefined
  const all = [...orderBy, ...alike, ...(ofShares ? [byBearer] : [])]
  const columns = [
    part(`${source.budgetId} as budget_id`),
    part(`${source.lineId} as line_id`),
    part(ofShares ? 's.municipality_code as code' : 'null as code'),
  ]
  const places = new Map<Join, RawQueryFragment>([['services', await servicePlaces(em)]])
  if (orderBy.some(({ field }) => field === 'MUNICIPALITY_NAME'))
    places.set('names', await namePlaces(em))
  const rows = await em.execute<{ budget_id: string; line_id: string; code: string | null }[]>(
    statementOf({
      source,
      columns,
      where,
      orderBy: all.map((order) => orderPart(order, source)),
      window,
      places,
    }),
  )
  return rows.map(({ budget_id: budgetId, line_id: lineId, code }) => ({ budgetId, lineId, code }))
}

function orderPart({ field, direction }: ListOrder, source: Source): Part {
  const [column, ...needs] = orders[field]
  const way = direction === SortDirection.DESC ? 'desc' : 'asc'
  return part(`${column || source.amount} ${way}`, ...needs)
}

/** No database orders å, ä and ö as Swedish does: names are ordered here, and the statement gets their places. */
async function servicePlaces(em: EntityManager): Promise<RawQueryFragment> {
  const all = await em
    .createQueryBuilder(JointService, 'j')
    .select(['j.id', 'j.name'])
    .execute('all')
  return placesOf('service_place(id, place)', all as { id: string; name: string }[])
}

async function namePlaces(em: EntityManager): Promise<RawQueryFragment> {
  const all = await em
    .createQueryBuilder(Municipality, 'm')
    .select(['m.code', 'm.name'])
    .execute<{ code: string; name: string }[]>('all')
  return placesOf(
    'name_place(code, place)',
    all.map(({ code, name }) => ({ id: code, name })),
  )
}

function placesOf(
  table: string,
  all: readonly { readonly id: string; readonly name: string }[],
): RawQueryFragment {
  const ordered = all.toSorted(
    (a, b) => a.name.localeCompare(b.name, 'sv') || (a.id < b.id ? -1 : 1),
  )
  const rows = ordered.map((_, place) => `(cast(? as text), ${place})`)
  const values = rows.length > 0 ? `values ${rows.join(', ')}` : 'select null, 0 where 1 = 0'
  return raw(
    `${table} as (${values})`,
    ordered.map(({ id }) => id),
  )
}
