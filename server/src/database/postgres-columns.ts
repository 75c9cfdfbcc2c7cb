import type { EntityMetadata, EntityProperty } from '@mikro-orm/core'

/**
 * Has PostgreSQL keep columns as SQLite does, so that the same statement gives the same rows on both: texts of any length that
 * order bytewise, ids as texts (what is no id is then not found, rather than refused), moments to the millisecond, and JSON as
 * it was written.
 */
export function asOnSqlite({ properties }: EntityMetadata): void {
  for (const property of Object.values<EntityProperty>(properties)) asColumn(property)
}

const texts = new Set(['string', 'text', 'uuid'])

function asColumn(property: EntityProperty): void {
  if (property.enum || texts.has(property.type)) {
    if (!property.enum) property.type = 'text'
    delete property.length
    property.columnTypes = ['text']
    property.collation = 'C'
  } else if (property.type === 'datetime') property.length = 3
  else if (property.type === 'json') property.columnTypes = ['json']
}
