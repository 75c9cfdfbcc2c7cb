import type { CostShare } from '../budget/cost-share.ts'
import { lineShare } from '../budget/line-share.ts'
import { linePlace } from '../budget/line-place.ts'
import { type SheetLine, sheetLine } from '../budget/sheet-line.ts'
import type { Sheet } from '../budget/sheet.ts'
import { type Connection, type PageArgs, connect, pageWindow } from '../connection/connection.ts'
import type { RequestContext } from '../context.ts'
import { type ListOrder, type RowId, countRows, listRows } from './list-rows.ts'
import type { Part, Source } from './statement.ts'

/** What a list of lines or shares is of. */
export interface ListWanted {
  readonly source: Source
  readonly where: readonly Part[]
  readonly orderBy: readonly ListOrder[]
  readonly page: PageArgs
}

/** A list that is asked for, before anything of it is read: what is not asked for costs nothing. */
export class List<T> {
  private counted: Promise<number> | undefined
  private paged: Promise<Connection<T>> | undefined

  constructor(
    readonly context: RequestContext,
    readonly wanted: ListWanted,
    private readonly find: (sheet: Sheet, row: RowId) => T | undefined,
  ) {}

  get where(): readonly Part[] {
    return this.wanted.where
  }

  count(): Promise<number> {
    const { source, where } = this.wanted
    return (this.counted ??= countRows(this.context.em, source, where))
  }

  page(): Promise<Connection<T>> {
    return (this.paged ??= this.read())
  }

  private async read(): Promise<Connection<T>> {
    const { source, where, orderBy, page } = this.wanted
    const totalCount = await this.count()
    const window = pageWindow(page, totalCount)
    const rows = await listRows(this.context.em, source, where, orderBy, window)
    const { sheets } = this.context
    const budgetIds = [...new Set(rows.map(({ budgetId }) => budgetId))]
    await sheets.loadMany(budgetIds)
    const nodes: T[] = []
    for (const row of rows) {
      const found = this.find(await sheets.load(row.budgetId), row)
      if (found !== undefined) nodes.push(found) // otherwise it was removed since the list was made
    }
    return connect(nodes, window, totalCount)
  }
}

export function findLine(sheet: Sheet, { lineId }: RowId): SheetLine | undefined {
  return sheetLine(sheet, lineId)
}

export function findShare(sheet: Sheet, { lineId, code }: RowId): CostShare | undefined {
  const place = linePlace(sheet, lineId)
  return place === undefined ? undefined : lineShare(sheet, sheet.figures.lines[place]!, code!)
}
