import type { FaultCode } from '@andel/schema/fault'
import { byWhom, isOwn } from '../../account/by-whom.ts'
import { faultSentence, type Voice } from '../../text/fault-sentence.ts'
import type { Objection } from '../saving/outbox.ts'

/** Why something that was typed does not count. */
export function objectionSentence(objection: Objection, voice: Voice): string {
  switch (objection.kind) {
    case 'unreadable':
      return faultSentence(objection.code, objection.details, voice)
    case 'refused':
      return objection.sentence?.[voice.language] ?? codeSentence(objection.code, voice)
    case 'conflict':
      return voice.t('budget.held.conflict', {
        by: byWhom(objection, voice.t),
        at: voice.moment(objection.at),
      })
    case 'removed': {
      const at = voice.moment(objection.at)
      return isOwn(objection)
        ? voice.t('conflict.removedByYou', { at })
        : voice.t('conflict.removed', { by: objection.by, at })
    }
    case 'left':
      return voice.t('conflict.left')
  }
}

/** The server's codes are those of the closed list; one from a newer server has no sentence here. */
function codeSentence(code: string, voice: Voice): string {
  const key = `faults.${code as FaultCode}` as const
  const sentence = voice.t(key)
  return sentence === key ? code : sentence
}
