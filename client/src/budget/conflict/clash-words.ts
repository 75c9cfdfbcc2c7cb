import { byWhom, isOwn } from '../../account/by-whom.ts'
import { formatTime } from '../../text/format.ts'
import { heldPlace, heldValues } from '../held-words.ts'
import type { Sheet } from '../sheet/sheet.ts'
import type { SheetVoice } from '../useVoice.ts'
import { isOfGoneLine, type HeldPart } from './parts.ts'

/** A conflict as it is told: what has happened, and both values with who wrote them and when. */
export interface ClashWords {
  readonly happened: string
  readonly mine: { readonly value: string; readonly wrote: string }
  readonly theirs: { readonly value: string; readonly wrote: string }
}

export function clashWords({ one }: HeldPart, sheet: Sheet, voice: SheetVoice): ClashWords {
  const { t } = voice
  const { objection, at } = one
  const { mine, now } = heldValues(one, sheet, voice)
  const who = 'by' in objection ? byWhom(objection, t) : undefined
  const wrote =
    who !== undefined && 'at' in objection
      ? t('conflict.wrote', { by: who, at: shortMoment(objection.at, voice) })
      : ''
  const mineAt = at === undefined ? '' : shortMoment(at, voice)
  return {
    happened: whatHappened({ one, heldId: one.id }, sheet, voice),
    mine: { value: mine, wrote: mineAt },
    theirs: { value: now, wrote },
  }
}

function whatHappened({ one }: HeldPart, sheet: Sheet, voice: SheetVoice): string {
  const { t } = voice
  const { objection } = one
  if (objection.kind === 'left') return t('conflict.left')
  if (objection.kind === 'removed') {
    const at = shortMoment(objection.at, voice)
    return isOwn(objection)
      ? t('conflict.removedByYou', { at })
      : t('conflict.removed', { by: objection.by, at })
  }
  if (objection.kind !== 'conflict' || isOfGoneLine(one, sheet))
    return t('conflict.removedBySomebody')
  const isCell = heldPlace(one) !== undefined
  if (isOwn(objection)) return t(isCell ? 'conflict.changedByYou' : 'conflict.changedElseByYou')
  return t(isCell ? 'conflict.changed' : 'conflict.changedElse', { by: objection.by })
}

/** A moment of today by its time alone. */
export function shortMoment(at: string, { t, language, moment }: SheetVoice): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString()
  return isToday ? t('conflict.at', { time: formatTime(at, language) }) : moment(at)
}
