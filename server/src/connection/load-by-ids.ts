import { Fault } from '@andel/schema/fault'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'

/** Rows by id, in the order of the ids; a `NOT_FOUND` in the place of an id that has none. One statement. */
export async function loadByIds<T extends { id: string }>(
  em: EntityManager,
  entity: new () => T,
  ids: readonly string[],
): Promise<(T | Error)[]> {
  const rows = (await em.find(entity as never, { id: { $in: [...ids] } } as never)) as T[]
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id) ?? new Fault('NOT_FOUND', { id }))
}
