import type { TableColumnKind } from '@andel/schema/operations'

export interface CopyColumn {
  readonly name: string
  readonly kind: TableColumnKind
}

/** What is to be fetched from another program. */
export interface CopySource {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  /** Columns of the table, for their types. */
  readonly columns: readonly CopyColumn[]
  /** Where GraphQL answers. */
  readonly endpoint: string
  /** The saved view, when it is one: its address as CSV, and what opens it. */
  readonly view?: { readonly address: string; readonly token: string } | undefined
  /** What stands for the reader's own token, where a program has it in its text. */
  readonly placeholder: string
}

/** Names of the columns of these kinds, in order. */
export function namesOf(source: CopySource, ...kinds: TableColumnKind[]): string[] {
  return source.columns.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name)
}

/** The body of a request for the query. */
export function requestBody({ query, variables }: CopySource): object {
  return Object.keys(variables).length > 0 ? { query, variables } : { query }
}
