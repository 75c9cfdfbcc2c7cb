import { objectionSentence } from '../cells/objection-sentence.ts'
import type { SheetView } from '../figures/sheet-view.ts'
import { heldWhere } from '../held-words.ts'
import type { Held } from '../saving/outbox.ts'
import type { SheetVoice } from '../useVoice.ts'
import { spokenKronor } from './spoken-effect.ts'

/**
 * What is said when the server did not take what was typed, since its effect has been said as if it counted:
 * where, why, and the sum of the budget without it.
 *
 * @param before - what was held before, the very same objects where nothing is new about them
 * @returns `undefined` when nothing was refused
 */
export function spokenHeld(
  before: readonly Held[],
  now: readonly Held[],
  view: SheetView,
  voice: SheetVoice,
): string | undefined {
  const refused = now.filter(
    (held) => !before.includes(held) && held.objection.kind !== 'unreadable',
  )
  const [first] = refused
  if (!first) return undefined
  const where = heldWhere(first, view.sheet, voice)
  const reason = objectionSentence(first.objection, voice)
  const sum = spokenKronor(view.figures.total, voice)
  return refused.length > 1
    ? voice.counted('effect.spoken.refusedMany', refused.length, { sum })
    : voice.t('effect.spoken.refused', { where, reason, sum })
}
