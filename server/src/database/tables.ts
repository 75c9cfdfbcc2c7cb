import type { EntityMetadata, EntityProperty } from '@mikro-orm/core'
import type { Database } from './database.ts'

/** How a value is written: the two databases differ in these alone. */
export type ColumnKind = 'boolean' | 'json' | 'moment' | 'plain'

export interface Column {
  readonly name: string
  readonly kind: ColumnKind
  /** Table that it refers to; undefined for a column that is no reference. */
  readonly refersTo: string | undefined
  readonly nullable: boolean
  /** Whether the database numbers the rows by it. */
  readonly counts: boolean
}

export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  /** Names of the columns that tell a row. */
  readonly key: readonly string[]
}

/** The tables of the entities, each after those that its rows must refer to. */
export function tablesOf(database: Database): Table[] {
  const tables = [...database.getMetadata().getAll().values()].map(tableOf)
  const byName = new Map(tables.map((table) => [table.name, table]))
  const sorted = new Set<Table>()
  const place = (table: Table, above: readonly Table[]): void => {
    if (sorted.has(table) || above.includes(table)) return
    // references that may be missing come second, so that a ring of references is cut at one of them
    for (const { refersTo } of table.columns.toSorted((a, b) => +a.nullable - +b.nullable))
      if (refersTo !== undefined) place(byName.get(refersTo)!, [...above, table])
    sorted.add(table)
  }
  for (const table of tables) place(table, [])
  return [...sorted]
}

function tableOf(meta: EntityMetadata): Table {
  const stored = meta.props.filter(
    ({ persist, fieldNames, kind }) =>
      persist !== false && fieldNames?.length > 0 && kind !== '1:m' && kind !== 'm:n',
  )
  return {
    name: meta.tableName,
    columns: stored.map(columnOf),
    key: meta.getPrimaryProps().flatMap(({ fieldNames }) => fieldNames),
  }
}

function columnOf(property: EntityProperty): Column {
  const { fieldNames, targetMeta, nullable, autoincrement } = property
  return {
    name: fieldNames[0]!,
    kind: kindOf(property),
    refersTo: targetMeta?.tableName,
    nullable: nullable === true,
    counts: autoincrement === true,
  }
}

function kindOf({ type, runtimeType, customType }: EntityProperty): ColumnKind {
  if (customType?.constructor.name === 'JsonType') return 'json'
  if (runtimeType === 'Date') return 'moment'
  return type === 'boolean' ? 'boolean' : 'plain'
}
