import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import { Change } from './change.entity.ts'

/** An entity that an edit was based on: its global id, and the version then. */
export interface Basis {
  readonly entityId: string
  readonly version: number
}

/** What has happened to entities since the versions that edits were based on. */
export class ChangesSince {
  private constructor(private readonly changes: readonly Change[]) {}

  /** One statement, and none when every edit is based on what now stands. */
  static async load(em: EntityManager, stale: readonly Basis[]): Promise<ChangesSince> {
    if (stale.length === 0) return new ChangesSince([])
    const oldest = Math.min(...stale.map(({ version }) => version))
    const changes = await em.find(
      Change,
      {
        entityId: { $in: [...new Set(stale.map(({ entityId }) => entityId))] },
        version: { $gt: oldest },
      },
      { orderBy: { sequence: 'desc' } },
    )
    return new ChangesSince(changes)
  }

  /** The newest change of a field since a version; of any field when none is named. */
  newest(entityId: string, field: string | undefined, version: number): Change | undefined {
    return this.changes.find(
      (change) =>
        change.entityId === entityId &&
        change.version > version &&
        (field === undefined || change.field === field),
    )
  }
}
