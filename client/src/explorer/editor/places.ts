import type { Text } from '@codemirror/state'
import type { Place } from '../run/place-of-error.ts'

/** The place as an offset; beyond the end of a line or the text it is that end. */
export function offsetOf(text: Text, { line, column }: Place): number {
  const at = text.line(Math.min(Math.max(line, 1), text.lines))
  return Math.min(at.from + Math.max(column - 1, 0), at.to)
}
