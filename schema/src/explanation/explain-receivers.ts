import type { Apportionment } from '../allocation/trace-apportionment.ts'
import type { ShareTrace } from '../budget/trace-share.ts'
import type { Voice } from './voice.ts'

/** Writes units of what was shared out: money, or steps. */
type Amount = (units: number) => string

/** Who got what was left over, why, and what that meant for the participant. */
export function explainReceivers(
  trace: ShareTrace,
  split: Apportionment,
  amount: Amount,
  voice: Voice,
): string[] {
  const { words, name } = voice
  const { residualRule } = trace.key.rounding
  if (residualRule === 'LARGEST_REMAINDER') {
    return [...byRemainder(trace, split, amount, voice), ownPlace(trace, split, amount, voice)]
  }
  const receiver = name(trace.participants[split.receivers[0]!]!.code)
  const own = { name: name(trace.code), share: amount(split.floor + split.received) }
  return [
    residualRule === 'NAMED' ? words.allToNamed({ receiver }) : words.allToLargest({ receiver }),
    split.received > 0
      ? words.heirReceived({ ...own, received: amount(split.received) })
      : words.keepsFloor(own),
  ]
}

/** Those with the largest remainders, and the one after them who got what is less than a unit. */
function byRemainder(
  { participants }: ShareTrace,
  { receivers, spare, unit, rest, tied }: Apportionment,
  amount: Amount,
  { words, name, names }: Voice,
): string[] {
  const codes = receivers.map((index) => participants[index]!.code)
  const withUnit = codes.slice(0, spare)
  const next = codes[spare]
  const one = amount(unit)
  const sentences: string[] = []
  if (spare > 0) {
    sentences.push(words.unitsToRemainders({ unit: one, count: spare, receivers: names(withUnit) }))
  }
  if (next !== undefined) {
    const receiver = name(next)
    sentences.push(
      spare > 0
        ? words.restToNext({ rest: amount(rest), unit: one, receiver })
        : words.restToLargest({ unit: one, receiver }),
    )
  }
  if (tied) sentences.push(words.byCode())
  return sentences
}

function ownPlace(
  { code }: ShareTrace,
  { floor, received, remainder, place }: Apportionment,
  amount: Amount,
  { words, name }: Voice,
): string {
  const own = { name: name(code), place, share: amount(floor + received) }
  if (received > 0) return words.placeReceived({ ...own, received: amount(received) })
  return remainder === 0n ? words.noRemainder(own) : words.placeNothing(own)
}
