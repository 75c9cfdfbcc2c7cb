import { DatabaseSync } from 'node:sqlite'

/** Findings of one kind that are told, at most. */
const most = 20

/**
 * What is wrong with a file as a database of Andel: damage, references to nothing. Nothing is changed.
 *
 * @returns a sentence for each; none when it is sound
 */
export function inspectFile(file: string): string[] {
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const damage = column(database, `pragma integrity_check(${most})`).filter((one) => one !== 'ok')
    if (damage.length > 0) return damage.map((one) => `It is damaged: ${one}`)
    if (!isAndels(database)) return ['It is no database of Andel.']
    return danglingReferences(database)
  } catch (error) {
    return [`It cannot be read: ${(error as Error).message}`]
  } finally {
    database.close()
  }
}

function isAndels(database: DatabaseSync): boolean {
  const query = "select name from sqlite_schema where name = 'mikro_orm_migrations'"
  return column(database, query).length > 0
}

function danglingReferences(database: DatabaseSync): string[] {
  const found = database.prepare('pragma foreign_key_check').all()
  return found
    .slice(0, most)
    .map(
      ({ table, rowid, parent }) =>
        `Row ${rowid} of ${table} refers to a ${parent} that is not there.`,
    )
}

function column(database: DatabaseSync, query: string): string[] {
  return database
    .prepare(query)
    .all()
    .map((row) => String(Object.values(row)[0]))
}
