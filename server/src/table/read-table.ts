import { setTimeout } from 'node:timers/promises'
import { Fault } from '@andel/schema/fault'
import type { ExecutionResult, GraphQLFormattedError } from 'graphql'
import type { Actor } from '../access/actor.ts'
import type { RequestContext } from '../context.ts'
import type { DataVersion } from '../execution/data-version.ts'
import type { Execution, Prepared } from '../execution/execution.ts'
import { reportError } from '../execution/report-error.ts'
import type { Authentication } from '../sign-in/authenticate.ts'
import type { Row } from './column.ts'
import type { PageVariables } from './paged-operation.ts'
import type { TablePlan } from './plan-table.ts'
import { entriesOf, largestPage, pageEnd, rowsOf } from './rows-of.ts'
import { TableFault } from './table-fault.ts'

/** What a table is read with. */
export interface TableSource {
  readonly execution: Execution
  readonly dataVersion: DataVersion
  /** Asked between pages: a table ends with the session of whoever reads it. */
  readonly authentication: Pick<Authentication, 'stillHolds'>
  /** What one page is read with: a page leaves nothing in memory. */
  context(actor: Actor): RequestContext
}

/** What GraphQL answered instead of a page. */
export class TableErrors extends Error {
  override readonly name = 'TableErrors'

  constructor(readonly errors: readonly GraphQLFormattedError[]) {
    super(errors.map(({ message }) => message).join(' '))
  }
}

/** Of a page. More would not be faster: what a page leaves behind is garbage that grows old. */
const rowsAtOnce = 500
const firstPage = { flat: 250, deep: 4 } // small, so that the first rows come soon

/**
 * Reads a table page by page to its end, the rows of a page at a time. All of it is of one state of the data.
 *
 * @throws {TableFault} `CHANGED_MEANWHILE` when the data change between pages, `PAGE_TOO_SMALL`
 * @throws {TableErrors} what GraphQL says of a page
 * @throws {Fault} `UNAUTHENTICATED` when the rights with which it was begun are gone
 */
export async function* readTable(
  plan: TablePlan,
  source: TableSource,
  actor: Actor,
): AsyncGenerator<Row[]> {
  const prepared = source.execution.prepare(plan.source, { isOurs: true })
  const state = new OneState(source.dataVersion)
  let size = plan.levels.length > 2 ? firstPage.deep : firstPage.flat
  let left = plan.paging?.most ?? 0
  let after = plan.paging?.after ?? null
  for (;;) {
    if (!(await source.authentication.stillHolds(actor))) throw new Fault('UNAUTHENTICATED')
    const first = Math.min(size, left)
    const page: PageVariables = { andelFirst: first, andelAfter: after }
    const result = await state.read(() => readPage(plan, source, prepared, page, actor))
    if (isTooCostly(result) && first > 1) {
      size = Math.floor(first / 4) || 1
      continue
    }
    const data = dataOf(result)
    const rows = rowsOf(plan, data)
    yield rows
    if (!plan.paging) return
    const entries = entriesOf(plan.paging.list, data).length
    const end = pageEnd(plan.paging.list.connection!, data)
    left -= entries
    if (entries === 0 || left <= 0 || !end?.hasNextPage) return
    after = end.endCursor
    size = Math.max(1, Math.min(largestPage, Math.floor((rowsAtOnce * entries) / rows.length)))
  }
}

async function readPage(
  plan: TablePlan,
  { execution, context }: TableSource,
  prepared: Prepared,
  page: PageVariables,
  actor: Actor,
): Promise<ExecutionResult> {
  const variables = { ...plan.variables, ...(plan.paging && page) }
  return await execution.run(prepared, { variables, context: context(actor) })
}

/** Whether fewer entries at once would be answered. */
function isTooCostly({ errors }: ExecutionResult): boolean {
  const cause = errors?.[0]?.originalError
  return cause instanceof Fault && cause.code === 'COST_LIMIT'
}

function dataOf({ data, errors }: ExecutionResult): unknown {
  if (!errors) return data
  throw new TableErrors(errors.map((error) => reportError(error.toJSON(), error)))
}

/** Lets through only what was read while the data were as they were at the first reading. */
class OneState {
  private state: string | undefined

  constructor(private readonly version: DataVersion) {}

  /** @throws {TableFault} `CHANGED_MEANWHILE` */
  async read<T>(reading: () => Promise<T>): Promise<T> {
    for (;;) {
      const before = await this.settled()
      if (before !== (this.state ?? before)) throw new TableFault('CHANGED_MEANWHILE')
      const data = await reading()
      if ((await this.version.now()) === before) {
        this.state = before
        return data
      } // else something was written meanwhile: once more, if this was the first reading
    }
  }

  /** The version once no edit is being written. */
  private async settled(): Promise<string> {
    for (;;) {
      const version = await this.version.now()
      if (version !== undefined) return version
      await setTimeout(1)
    }
  }
}
