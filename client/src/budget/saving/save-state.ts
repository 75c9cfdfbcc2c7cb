import { isUnauthenticated, Offline, type Failure } from '../../api/index.ts'
import { unanswered, type Outbox } from './outbox.ts'

/** How the sheet on screen stands to what the server has. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: Date | undefined }
  | { readonly kind: 'saving' }
  | { readonly kind: 'offline'; readonly waiting: number }
  | { readonly kind: 'failed'; readonly waiting: number; readonly failure: Failure }
  | { readonly kind: 'signedOut'; readonly waiting: number }
  | { readonly kind: 'held'; readonly count: number }

/**
 * @param failure - why the last try failed; nothing once one has come through
 * @param savedAt - when something was stored last
 */
export function saveState(
  outbox: Outbox,
  failure: Failure | undefined,
  savedAt: Date | undefined,
): SaveState {
  const { held } = outbox
  const count = unanswered(outbox).length
  if (failure instanceof Offline) return { kind: 'offline', waiting: count }
  if (isUnauthenticated(failure)) return { kind: 'signedOut', waiting: count }
  if (failure) return { kind: 'failed', waiting: count, failure }
  if (count > 0) return { kind: 'saving' }
  return held.length > 0 ? { kind: 'held', count: held.length } : { kind: 'saved', at: savedAt }
}

/** Whether what waits does so for long: it is then marked where it stands. */
export function isCut({ kind }: SaveState): boolean {
  return kind === 'offline' || kind === 'failed' || kind === 'signedOut'
}
