import type { LineGroup } from '../arrange/applied.ts'

/** Rows that go to another place. */
export interface RowMove {
  /** Lines, in their order; or the header of a group, which takes its lines along. */
  readonly rows: readonly string[]
  /**
   * What they come after; none: they come first of all. Lines after a header come first in its group, a header
   * after another comes after the whole of that group.
   */
  readonly after: string | undefined
}

/** Rows as they are shown, headers among them. */
export interface ShownRows {
  readonly lines: readonly string[]
  readonly groups: readonly LineGroup[]
}

export type MoveWay = 'up' | 'down'

/** One step up or down; past the border of a group lines go into the next one. Nothing at the ends. */
export function stepMove(
  rows: readonly string[],
  way: MoveWay,
  shown: ShownRows,
): RowMove | undefined {
  const [first] = rows
  if (first === undefined) return undefined
  if (isHeader(first, shown)) return stepGroup(first, way, shown)
  const { lines } = shown
  const places = rows.map((row) => lines.indexOf(row))
  if (way === 'down') {
    const next = lines[Math.max(...places) + 1]
    return next === undefined ? undefined : { rows, after: endOf(next, shown) }
  }
  const above = Math.min(...places) - 1
  const passed = lines[above]
  if (passed === undefined) return undefined
  const before = lines[above - 1]
  if (isHeader(passed, shown) && before === undefined) return undefined
  return { rows, after: before === undefined ? undefined : endOf(before, shown) }
}

function stepGroup(header: string, way: MoveWay, { groups }: ShownRows): RowMove | undefined {
  const index = groups.findIndex((group) => group.header === header)
  const isLast = way === 'up' ? index <= 0 : index === groups.length - 1
  if (index < 0 || isLast) return undefined
  return { rows: [header], after: groups[way === 'up' ? index - 2 : index + 1]?.header }
}

/** Where rows would come when they were let go. */
export interface Drop extends RowMove {
  /** The border between rows, counted from 0: above that line, as shown. */
  readonly gap: number
}

/**
 * Where rows come when they are let go over a row: before or after it, by which half of it is meant. A group
 * comes before or after the whole of the group that is pointed at.
 */
export function dropAt(
  rows: readonly string[],
  over: string,
  half: 'upper' | 'lower',
  shown: ShownRows,
): Drop | undefined {
  const { lines } = shown
  const index = lines.indexOf(over)
  const [first] = rows
  if (index < 0 || first === undefined) return undefined
  if (isHeader(first, shown)) return dropGroup(first, index, half, shown)
  // before the first header there is no group to come into
  const gap = Math.max(index + (half === 'lower' ? 1 : 0), isHeader(lines[0]!, shown) ? 1 : 0)
  const before = lines[gap - 1]
  return { rows, gap, after: before === undefined ? undefined : endOf(before, shown) }
}

function dropGroup(header: string, index: number, half: 'upper' | 'lower', shown: ShownRows): Drop {
  const { lines, groups } = shown
  const starts = groups.map((group) => lines.indexOf(group.header ?? ''))
  const at = starts.findLastIndex((start) => start >= 0 && start <= index)
  const start = starts[at] ?? 0
  const end = starts[at + 1] ?? lines.length
  const isLower = 2 * index + (half === 'lower' ? 1 : 0) >= start + end
  const after = isLower ? groups[at]?.header : groups[at - 1]?.header
  return { rows: [header], gap: isLower ? end : start, after }
}

/** What comes after a header that has none of its lines shown comes last in its group. */
function endOf(row: string, { lines, groups }: ShownRows): string {
  const group = groups.find(({ header }) => header === row)
  const isClosed = group && !group.lines.some((line) => lines.includes(line))
  return isClosed ? (group.lines.at(-1) ?? row) : row
}

function isHeader(row: string, { groups }: ShownRows): boolean {
  return groups.some(({ header }) => header === row)
}
