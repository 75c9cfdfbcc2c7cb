import type { Apportionment } from '../allocation/trace-apportionment.ts'
import type { ShareTrace } from '../budget/trace-share.ts'
import type { Voice } from './voice.ts'

/**
 * Who got what was left over, why, and what that meant for the participant.
 *
 * @param amount - writes units of what was shared out: money, or steps
 */
export function explainReceivers(
  trace: ShareTrace,
  split: Apportionment,
  amount: (units: number) => string,
  { words, name, names }: Voice,
): string[] {
  const { residualRule } = trace.key.rounding
  const codes = split.receivers.map((index) => trace.participants[index]!.code)
  const own = name(trace.code)
  const share = amount(split.floor + split.received)
  const received = amount(split.received)
  if (residualRule === 'LARGEST_REMAINDER') {
    const sentences: string[] = []
    const withUnit = codes.slice(0, split.spare)
    const next = codes[split.spare]
    const unit = amount(split.unit)
    if (withUnit.length > 0) {
      const receivers = names(withUnit)
      sentences.push(words.unitsToRemainders({ unit, count: withUnit.length, receivers }))
    }
    if (next !== undefined) {
      sentences.push(words.restToNext({ rest: amount(split.rest), unit, receiver: name(next) }))
    }
    const { place } = split
    sentences.push(
      split.received > 0
        ? words.placeReceived({ name: own, place, received, share })
        : words.placeNothing({ name: own, place, share }),
    )
    if (split.tied) sentences.push(words.byCode())
    return sentences
  }
  const receiver = names(codes)
  return [
    residualRule === 'NAMED' ? words.allToNamed({ receiver }) : words.allToLargest({ receiver }),
    split.received > 0
      ? words.heirReceived({ name: own, received, share })
      : words.keepsFloor({ name: own, share }),
  ]
}
