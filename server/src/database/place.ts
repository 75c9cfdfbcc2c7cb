import { join } from 'node:path'
import type { Config } from '../config.ts'

/** Where the facts are: in a file of SQLite's, or ":memory:" for none that is kept, or on a server of PostgreSQL's. */
export type DatabasePlace =
  | { readonly dialect: 'sqlite'; readonly file: string }
  | { readonly dialect: 'postgresql'; readonly url: string }

/** The place that the settings name; by default a file in the folder of everything that must be kept. */
export function databasePlace({
  dataDir,
  databaseUrl,
}: Pick<Config, 'dataDir' | 'databaseUrl'>): DatabasePlace {
  return databaseUrl === undefined
    ? { dialect: 'sqlite', file: join(dataDir, 'andel.sqlite') }
    : placeOf(databaseUrl)
}

/** The place of an address: "sqlite:" and a file, or "postgres:" with server, user and database. */
export function placeOf(url: string): DatabasePlace {
  return isPostgres(url)
    ? { dialect: 'postgresql', url }
    : { dialect: 'sqlite', file: url.replace(/^sqlite:(\/\/)?/, '') }
}

/** Whether an address is one of PostgreSQL's. */
export const isPostgres = (url: string): boolean => /^postgres(ql)?:\/\//.test(url)

/** Whether it names a file of SQLite's, or a server of PostgreSQL's and a database there. */
export function isDatabaseUrl(url: string): boolean {
  if (!isPostgres(url)) return /^sqlite:./.test(url)
  return URL.canParse(url) && new URL(url).pathname.length > 1
}

/** What may be said of a place: never who signs in there, nor with what. */
export function nameOf(place: DatabasePlace): string {
  if (place.dialect === 'sqlite') return place.file
  const { host, pathname } = new URL(place.url)
  return `the database ${pathname.slice(1)} at ${host || 'this machine'}`
}
