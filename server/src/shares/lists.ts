import { Fault } from '@andel/schema/fault'
import { can } from '../access/can.ts'
import type { CostShare } from '../budget/cost-share.ts'
import { lineShare } from '../budget/line-share.ts'
import { linePlace } from '../budget/line-place.ts'
import { type SheetLine, sheetLine } from '../budget/sheet-line.ts'
import type { Sheet } from '../budget/sheet.ts'
import { type Edge, type PageArgs, type PageInfo, checkSize } from '../connection/connection.ts'
import { mostPerPage } from '../connection/page-size.ts'
import type { RequestContext } from '../context.ts'
import { type Bounds, type RowsWanted, anyRow, countRows, listRows } from './list-rows.ts'
import { type ListOrder, isOfShares, notBeyond, orderingOf } from './ordering.ts'
import {
  type Bound,
  type Row,
  type RowId,
  boundOf,
  readCursor,
  spotOf,
  writeCursor,
} from './spot.ts'
import type { Part, Source } from './statement.ts'
import { bringUpToDate } from './up-to-date.ts'
import { walkBudgets } from './walk-budgets.ts'

/** What a list of lines or shares is of. */
export interface ListWanted {
  readonly source: Source
  readonly where: readonly Part[]
  readonly orderBy: readonly ListOrder[]
  readonly page: PageArgs
}

/** An entry of a page, with where it comes from. */
interface Entry<T> {
  readonly node: T
  readonly row: Row
  readonly sheet: Sheet
}

interface Page<T> {
  readonly entries: readonly Entry<T>[]
  readonly bounds: Bounds
  /** Whether more was found than the page has room for, at its end or beginning. */
  readonly moreAfter: boolean
  readonly moreBefore: boolean
}

/** A list that is asked for, before anything of it is read: what is not asked for costs nothing. */
export class List<T> {
  private upToDate: Promise<void> | undefined
  private counted: Promise<number> | undefined
  private paged: Promise<Page<T>> | undefined

  constructor(
    readonly context: RequestContext,
    readonly wanted: ListWanted,
    private readonly find: (sheet: Sheet, row: RowId) => T | undefined,
  ) {
    checkSize(wanted.page)
  }

  /** The conditions on the rows, once the copy of all of them is up to date. */
  async rows(): Promise<readonly Part[]> {
    await (this.upToDate ??= bringUpToDate(this.context))
    return this.wanted.where
  }

  async count(): Promise<number> {
    const { source } = this.wanted
    const where = await this.rows()
    return await (this.counted ??= countRows(this.context.em, source, where))
  }

  async nodes(): Promise<T[]> {
    return (await this.page()).entries.map(({ node }) => node)
  }

  async edges(): Promise<Edge<T>[]> {
    return (await this.page()).entries.map((entry) => ({
      cursor: this.cursorOf(entry),
      node: entry.node,
    }))
  }

  /** @param asked - names of the fields that are asked for: the others may be wrong */
  async pageInfo(asked: ReadonlySet<string>): Promise<PageInfo> {
    const { entries, bounds, moreAfter, moreBefore } = await this.page()
    const { before, after } = bounds
    return {
      hasNextPage:
        moreAfter ||
        (asked.has('hasNextPage') && before !== undefined && (await this.reaches(before, true))),
      hasPreviousPage:
        moreBefore ||
        (asked.has('hasPreviousPage') && after !== undefined && (await this.reaches(after, false))),
      startCursor: entries.length > 0 ? this.cursorOf(entries[0]!) : null,
      endCursor: entries.length > 0 ? this.cursorOf(entries.at(-1)!) : null,
    }
  }

  private cursorOf({ sheet, row }: Entry<T>): string {
    return writeCursor(spotOf(sheet, row), this.wanted.orderBy)
  }

  /** Whether there is anything at a bound or on its other side. */
  private async reaches(bound: Bound, backward: boolean): Promise<boolean> {
    const { source, orderBy } = this.wanted
    const where = await this.rows()
    const ordering = await orderingOf(this.context.em, source, orderBy)
    const beyondIt = notBeyond(ordering.terms, bound, backward)
    return anyRow(this.context.em, source, [...where, beyondIt], ordering)
  }

  private page(): Promise<Page<T>> {
    return (this.paged ??= this.read())
  }

  private async read(): Promise<Page<T>> {
    const { source, where, page } = this.wanted
    const { first, last } = page
    const bounds = { after: await this.bound(page.after), before: await this.bound(page.before) }
    const backward = first == null && last != null
    const most = (backward ? last : first) ?? mostPerPage
    // one more than the page, which tells whether anything follows it
    const found = await this.search({ source, where, bounds, limit: most + 1, backward })
    const isMore = found.length > most
    const rows = found.slice(0, most)
    if (backward) rows.reverse()
    const cut = backward || last == null ? 0 : Math.max(0, rows.length - last)
    return {
      entries: await this.entries(rows.slice(cut)),
      bounds,
      moreAfter: isMore && !backward,
      moreBefore: (isMore && backward) || cut > 0,
    }
  }

  private async search(rows: RowsWanted): Promise<Row[]> {
    const { source, orderBy } = this.wanted
    if (orderBy.length === 0) return walkBudgets(this.context, rows)
    await this.rows()
    const ordering = await orderingOf(this.context.em, source, orderBy)
    return listRows(this.context.em, rows, ordering, orderBy.length)
  }

  /** @throws {Fault} `BAD_INPUT` for what is no cursor of this list; nor is one of a budget that is gone, or not for the reader */
  private async bound(cursor: string | null | undefined): Promise<Bound | undefined> {
    if (cursor == null) return undefined
    const { source, orderBy } = this.wanted
    const spot = readCursor(cursor, orderBy, isOfShares(source))
    const { sheets, actor } = this.context
    // loadMany gives what is refused, and does not throw it
    const [sheet] = await sheets.loadMany([spot.budgetId])
    const isThere = sheet && !(sheet instanceof Error)
    if (!isThere || !can(actor, 'budget.read', { jointService: sheet.jointService.id }))
      throw new Fault('BAD_INPUT', { cursor })
    return boundOf(sheet, spot)
  }

  private async entries(rows: readonly Row[]): Promise<Entry<T>[]> {
    const { sheets } = this.context
    await sheets.loadMany([...new Set(rows.map(({ budgetId }) => budgetId))])
    const entries: Entry<T>[] = []
    for (const row of rows) {
      const sheet = await sheets.load(row.budgetId)
      const node = this.find(sheet, row)
      if (node !== undefined) entries.push({ node, row, sheet }) // otherwise it was removed since the list was made
    }
    return entries
  }
}

export function findLine(sheet: Sheet, { lineId }: RowId): SheetLine | undefined {
  return sheetLine(sheet, lineId)
}

export function findShare(sheet: Sheet, { lineId, code }: RowId): CostShare | undefined {
  const place = linePlace(sheet, lineId)
  return place === undefined ? undefined : lineShare(sheet, sheet.figures.lines[place]!, code!)
}
