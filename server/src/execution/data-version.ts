import type { MaybePromise } from '@mikro-orm/core'
import type { SqlEntityManager as EntityManager } from '@mikro-orm/sql'
import type { Bell } from '../bell/bell.ts'
import { type Database, isOnPostgres } from '../database/database.ts'
import { postgresVersion } from './postgres-version.ts'
import { sqliteVersion } from './sqlite-version.ts'

/** Tells whether anything has been edited, by whatever process. */
export interface DataVersion {
  /**
   * The sequence of the newest change in the database, whoever made it; the same text as before means that every fact is the
   * same as before. Undefined while edits are being written: what is read now has no version to be kept under.
   */
  now(): MaybePromise<string | undefined>
  /** The same, of changes of one kind of entity alone, e.g. "PopulationFigure". */
  of(entity: string): MaybePromise<string | undefined>
  /** The same, also of what leaves no change in the log, such as comments and people. */
  ofAll(): MaybePromise<string | undefined>
  /** To be called when something has been stored, before that is told: `ofAll` is another from then on, in every process. */
  stored(): MaybePromise<void>
  /**
   * Reads what takes several statements as it stood at one moment, whoever writes meanwhile.
   *
   * @param em - of which the reading gets a fork of its own, which is emptied afterwards
   * @param work - only reads; may be carried out twice
   */
  read<T>(em: EntityManager, work: (em: EntityManager) => Promise<T>): Promise<Reading<T>>
}

/** What was read, and the version that it is of; undefined when there is none to keep it under. */
export interface Reading<T> {
  readonly value: T
  readonly version: string | undefined
}

/** Asks the database each time: so edits of other processes are seen too. */
export function dataVersionOf(database: Database, bell: Bell): Promise<DataVersion> {
  return isOnPostgres(database) ? postgresVersion(database) : sqliteVersion(database, bell)
}

/** Of a database of which nothing is kept. */
export const noVersion: DataVersion = {
  now: () => undefined,
  of: () => undefined,
  ofAll: () => undefined,
  stored: () => undefined,
  read: async (em, work) => ({ value: await work(em.fork()), version: undefined }),
}
