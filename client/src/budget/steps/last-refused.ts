import type { Held } from '../saving/outbox.ts'
import type { LoggedStep } from './step-log.ts'

/**
 * The value that was typed in a cell and does not count, when that was the last thing done: undo takes it back
 * before any step.
 *
 * @param undoable - the newest step that stands
 */
export function lastRefused(
  held: readonly Held[],
  undoable: LoggedStep | undefined,
): Held | undefined {
  const since = undoable?.at ?? ''
  return held
    .filter(({ text, at }) => text !== undefined && at !== undefined && at >= since)
    .toSorted((a, b) => a.at!.localeCompare(b.at!))
    .at(-1)
}
