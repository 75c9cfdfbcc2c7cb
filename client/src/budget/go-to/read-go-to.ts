import { lowerCase, withoutMarks } from '../../grid/find/fold.ts'

/** A row or a column by what it may be called. */
export interface Target {
  readonly id: string
  readonly names: readonly string[]
}

/** Where one can go. */
export interface Targets {
  /** Ids of the lines in the order of their numbers. */
  readonly lines: readonly string[]
  /** The rows that have a name instead of a number. */
  readonly rows: readonly Target[]
  readonly columns: readonly Target[]
}

/** A row, a column or both; what is left out is where one is. */
export type GoTo =
  | { readonly row?: string | undefined; readonly column?: string | undefined }
  | { readonly problem: 'EMPTY' }
  | { readonly problem: 'NO_LINE'; readonly number: number }
  | { readonly problem: 'NOTHING' | 'SEVERAL'; readonly text: string }

/**
 * Reads where somebody wants to go: the number of a line, the name of a row or a column, or both, as in
 * "5 Ragunda", "summa ragunda", "belopp". The beginning of a name is enough; case and rings do not matter.
 */
export function readGoTo(text: string, { lines, rows, columns }: Targets): GoTo {
  const words = text
    .trim()
    .replace(/^(rad|row|line)\s+(?=\d)/i, '')
    .split(/\s+/)
    .filter(Boolean)
  if (words.length === 0) return { problem: 'EMPTY' }

  const [first = ''] = words
  if (isNumber(first)) {
    const line = lines[Number(first) - 1]
    if (line !== undefined) return withColumn(line, words.slice(1), columns)
    if (words.length > 1 || match(first, columns).length === 0) {
      return { problem: 'NO_LINE', number: Number(first) }
    }
  }
  const last = words.at(-1)!
  const before = words.slice(0, -1)
  if (before.length > 0 && isNumber(last) && match(before.join(' '), columns).length > 0) {
    const line = lines[Number(last) - 1]
    if (line === undefined) return { problem: 'NO_LINE', number: Number(last) }
    return withColumn(line, before, columns)
  }
  for (let count = words.length; count > 0; count--) {
    const [row, other] = match(words.slice(0, count).join(' '), rows)
    if (!row || other) continue
    const found = withColumn(row.id, words.slice(count), columns)
    if (!('problem' in found)) return found
  }
  return withColumn(undefined, words, columns)
}

function withColumn(
  row: string | undefined,
  words: readonly string[],
  columns: readonly Target[],
): GoTo {
  if (words.length === 0) return { row }
  const text = words.join(' ')
  const [column, other] = match(text, columns)
  if (!column) return { problem: 'NOTHING', text }
  return other ? { problem: 'SEVERAL', text } : { row, column: column.id }
}

/** Those that are called so; if none is, those whose name begins so. */
function match(text: string, targets: readonly Target[]): readonly Target[] {
  const wanted = fold(text)
  const called = (isIt: (name: string) => boolean) =>
    targets.filter(({ names }) => names.some((name) => isIt(fold(name))))
  const exact = called((name) => name === wanted)
  return exact.length > 0 ? exact : called((name) => name.startsWith(wanted))
}

function fold(text: string): string {
  return withoutMarks(lowerCase(text))
}

function isNumber(word: string): boolean {
  return /^\d{1,9}$/.test(word)
}
