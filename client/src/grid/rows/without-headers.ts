import { Layout, type Rect } from '../layout.ts'

/** The rows that texts are put into, and where a rectangle of the sheet lies among them. */
export interface OpenRows {
  readonly layout: Layout
  /** Nothing when it is all headers. */
  rect(rect: Rect): Rect | undefined
}

/** What is shown without the rows that head others: these take no part in what is pasted or filled. */
export function withoutHeaders(layout: Layout, headers: ReadonlySet<string>): OpenRows {
  if (headers.size === 0) return { layout, rect: (rect) => rect }
  const { rows, lines, columns } = layout
  const isOpen = (row: string): boolean => !headers.has(row)
  const before = [0]
  for (const row of rows) before.push(before.at(-1)! + Number(isOpen(row)))
  return {
    layout: new Layout(
      rows.slice(0, lines.start),
      rows.slice(lines.start, lines.end).filter(isOpen),
      rows.slice(lines.end),
      columns,
    ),
    rect(rect) {
      const top = before[rect.top] ?? 0
      const bottom = (before[rect.bottom + 1] ?? 0) - 1
      return bottom < top ? undefined : { ...rect, top, bottom }
    },
  }
}
