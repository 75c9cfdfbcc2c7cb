import { type GraphQLNamedType, isEnumType } from 'graphql'

/** What the cells of a column hold, and so how each format writes them. */
export enum ColumnKind {
  TEXT = 'TEXT',
  INTEGER = 'INTEGER',
  MONEY = 'MONEY',
  DECIMAL = 'DECIMAL',
  PERCENT = 'PERCENT',
  DATE = 'DATE',
  DATE_TIME = 'DATE_TIME',
  BOOLEAN = 'BOOLEAN',
  JSON = 'JSON',
}

/** A column of a table: where its values stand in the answer, and of what kind they are. */
export interface Column {
  /** The dotted path, with aliases as written: `budgets.lines.amount`. */
  readonly name: string
  readonly kind: ColumnKind
}

/** One row; a value for each column, as the JSON of the answer has it. */
export type Row = readonly unknown[]

const kinds: Readonly<Record<string, ColumnKind>> = {
  Int: ColumnKind.INTEGER,
  Float: ColumnKind.DECIMAL,
  Money: ColumnKind.MONEY,
  Decimal: ColumnKind.DECIMAL,
  Percent: ColumnKind.PERCENT,
  Date: ColumnKind.DATE,
  DateTime: ColumnKind.DATE_TIME,
  Boolean: ColumnKind.BOOLEAN,
  JSON: ColumnKind.JSON,
}

/** Codes, ids and enums are texts, whatever they look like. */
export function kindOf(type: GraphQLNamedType): ColumnKind {
  return isEnumType(type) ? ColumnKind.TEXT : (kinds[type.name] ?? ColumnKind.TEXT)
}

const numbers = new Set([
  ColumnKind.INTEGER,
  ColumnKind.MONEY,
  ColumnKind.DECIMAL,
  ColumnKind.PERCENT,
])

export function isNumber(kind: ColumnKind): boolean {
  return numbers.has(kind)
}

/** A value as text; '' for null. JSON is written out. */
export function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
