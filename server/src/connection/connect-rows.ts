import type { EntityName, FilterQuery, QueryOrderMap } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { GraphQLResolveInfo } from 'graphql'
import { askedFields } from './asked-fields.ts'
import { type Connection, type PageArgs, connect, knownWindow, pageWindow } from './connection.ts'

/** Rows of a table, and the page of them that is asked for. */
export interface RowsAsked<T extends object> {
  readonly entity: EntityName<T>
  readonly where: FilterQuery<T>
  /** Ends with something unique: a page must not depend on what the database happens to do. */
  readonly orderBy: readonly QueryOrderMap<T>[]
  readonly page: PageArgs
  readonly info: GraphQLResolveInfo
}

/**
 * A page of a table, filtered, ordered and cut by the database.
 *
 * One statement for the entries and one for `totalCount`, each only when it is asked for.
 */
export async function connectRows<T extends object>(
  em: EntityManager,
  { entity, where, orderBy, page, info }: RowsAsked<T>,
): Promise<Connection<T>> {
  const asked = askedFields(info)
  const known = knownWindow(page)
  const count =
    !known || asked.has('totalCount')
      ? await em.count(entity, where as FilterQuery<NoInfer<T>>)
      : undefined
  const { start, end } = known ?? pageWindow(page, count!)
  const unseen = !['nodes', 'edges', 'pageInfo'].some((name) => asked.has(name))
  if (unseen) return connect<T>([], { start, end }, count ?? 0)

  // one more than the page, which tells whether anything follows it
  const rows = await em.find(entity, where as FilterQuery<NoInfer<T>>, {
    orderBy: [...orderBy],
    offset: start,
    limit: end - start + 1,
  })
  const nodes = rows.slice(0, end - start) as T[]
  return connect(nodes, { start, end: start + nodes.length }, count ?? start + rows.length)
}
