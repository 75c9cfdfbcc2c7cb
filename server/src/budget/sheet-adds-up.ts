import { lineAddsUp } from './residual.ts'
import type { Sheet } from './sheet.ts'

/** Whether the shares and the difference of each line come to its amount, and the lines to each participant and to the total. */
export function sheetAddsUp({ figures: { lines, totals, total, difference } }: Sheet): boolean {
  const all = totals.reduce((sum, share) => sum + share, difference)
  return (
    lines.every(lineAddsUp) &&
    lines.reduce((sum, { amount = 0 }) => sum + amount, 0) === total &&
    all === total &&
    totals.every(
      (bears, index) => lines.reduce((sum, { shares }) => sum + shares[index]!, 0) === bears,
    )
  )
}
