import { swedishOrder } from '../../text/swedish-order.ts'
import type { CellContent } from '../cell.ts'
import { compareScaled, toScaled, type Scaled } from '../exact-decimal.ts'
import type { Direction } from './arrangement.ts'

type SortKey =
  | { readonly kind: 'number'; readonly number: Scaled }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' }

/**
 * Lines in the order of what a column holds: numbers by value before texts in Swedish order; the other way
 * round when descending. Empty cells come last either way, and equals stay in their order.
 */
export function sortLines(
  lines: readonly string[],
  content: (line: string) => CellContent,
  direction: Direction,
): readonly string[] {
  const sign = direction === 'ascending' ? 1 : -1
  return lines
    .map((line) => ({ line, key: sortKey(content(line)) }))
    .sort((a, b) => compareKeys(a.key, b.key, sign))
    .map(({ line }) => line)
}

function sortKey(content: CellContent): SortKey {
  if (content.kind !== 'number') return content
  return { kind: 'number', number: toScaled(content.exact) }
}

function compareKeys(a: SortKey, b: SortKey, sign: 1 | -1): number {
  if (a.kind === 'empty' || b.kind === 'empty') {
    return Number(a.kind === 'empty') - Number(b.kind === 'empty')
  }
  if (a.kind === 'number')
    return sign * (b.kind === 'number' ? compareScaled(a.number, b.number) : -1)
  return sign * (b.kind === 'text' ? swedishOrder(a.text, b.text) : 1)
}
