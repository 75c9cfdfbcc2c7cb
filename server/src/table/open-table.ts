import type { Actor } from '../access/actor.ts'
import type { Row } from './column.ts'
import { type TableQuestion, planTable } from './plan-table.ts'
import { type TableSource, readTable } from './read-table.ts'
import type { Table } from './table.ts'

/** What is asked for, as text. */
export interface AskedTable extends Omit<TableQuestion, 'document'> {
  readonly source: string
  /** What the table is called; the name of the operation otherwise. */
  readonly title?: string
}

/**
 * Begins to read a table. Its first rows have been read when this returns, so that what is wrong can be told before
 * anything is sent.
 *
 * @throws {TableFault} `NOT_A_TABLE`
 * @throws {TableErrors} what GraphQL says of the first rows
 * @throws {GraphQLError[]} what is wrong with the text or the variables
 */
export async function openTable(
  source: TableSource,
  asked: AskedTable,
  actor: Actor,
): Promise<Table> {
  const { document } = source.execution.prepare(asked.source, { suggestions: actor.isSignedIn })
  const plan = planTable(source.execution.schema, { ...asked, document })
  const pages = readTable(plan, source, actor)
  const first = await pages.next()
  return {
    name: asked.title ?? plan.name ?? 'Andel',
    columns: plan.columns,
    pages: continued(first.value ?? [], pages),
  }
}

async function* continued(first: Row[], rest: AsyncGenerator<Row[]>): AsyncGenerator<Row[]> {
  try {
    yield first
    yield* rest
  } finally {
    await rest.return(undefined)
  }
}
