import type { ShareTrace } from '../budget/trace-share.ts'
import { explainReceivers } from './explain-receivers.ts'
import type { Voice } from './voice.ts'

/**
 * From the share to the amount: what it is of the line, in whole units, and who got what was left over.
 * A negative amount is followed without its sign, as it is shared out.
 */
export function explainMoney(trace: ShareTrace, voice: Voice): string[] {
  const { words, money } = voice
  const { residualRule } = trace.key.rounding
  const sentences = [words.percentOfAmount(exactShare(trace, voice))]
  sentences.push(...(residualRule === 'EACH_ALONE' ? alone(trace, voice) : together(trace, voice)))
  if (trace.amount < 0) sentences.push(words.negated({ share: money(trace.share) }))
  if (trace.difference !== 0) {
    sentences.push(words.difference({ difference: money(trace.difference) }))
  }
  return sentences
}

function exactShare(trace: ShareTrace, { number, percent, money, inCurrency, quotient }: Voice) {
  const { floor, remainder, divisor, unit, whole } = trace.money
  const even = remainder === 0n
  const exact = BigInt(floor) * divisor + remainder * BigInt(unit)
  return {
    share: trace.steps ? percent(trace.percent) : `${number(trace.weight)}/${number(trace.sum)}`,
    amount: money(whole),
    exact: even ? money(floor) : inCurrency(quotient(exact, divisor * 100n, 4)),
    even,
  }
}

function alone({ money: split, key }: ShareTrace, { words, money }: Voice): string[] {
  if (split.remainder === 0n) return []
  const share = money(split.floor + split.received)
  return [words.roundedAlone({ step: key.rounding.amountStep, share })]
}

function together(trace: ShareTrace, voice: Voice): string[] {
  const { words, money } = voice
  const { remainder, floor, spare, unit, rest } = trace.money
  const left = spare * unit + rest
  const step = trace.key.rounding.amountStep
  return [
    ...(remainder === 0n ? [] : [words.wholeUnits({ step, floor: money(floor) })]),
    ...(left === 0 ? [] : [words.moneyLeft({ left: money(left) })]),
    ...(left === 0 ? [] : explainReceivers(trace, trace.money, money, voice)),
  ]
}
