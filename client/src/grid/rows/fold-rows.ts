import type { LineGroup } from '../arrange/applied.ts'

/** Which rows stay when some groups are folded: of those only the header does. */
export function foldRows(
  lines: readonly string[],
  groups: readonly LineGroup[],
  folded: ReadonlySet<string>,
): readonly string[] {
  const hidden = new Set(groups.flatMap((group) => (isFolded(group, folded) ? group.lines : [])))
  return hidden.size === 0 ? lines : lines.filter((line) => !hidden.has(line))
}

/** The rows that head others. */
export function headersOf(groups: readonly LineGroup[] | undefined): ReadonlySet<string> {
  return new Set(groups?.flatMap(({ header }) => header ?? []))
}

/** The group that a row heads or belongs to. */
export function groupOf(groups: readonly LineGroup[], row: string): LineGroup | undefined {
  return groups.find(({ header, lines }) => header === row || lines.includes(row))
}

function isFolded({ header }: LineGroup, folded: ReadonlySet<string>): boolean {
  return header !== undefined && folded.has(header)
}
