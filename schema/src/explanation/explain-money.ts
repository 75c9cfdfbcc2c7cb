import type { ShareTrace } from '../budget/trace-share.ts'
import { explainReceivers } from './explain-receivers.ts'
import { weightText } from './explain-weight.ts'
import type { Voice } from './voice.ts'

/**
 * From the share to the amount: what it is of the line, in whole units, and who got what was left over.
 * A negative amount is followed without its sign, as it is shared out.
 */
export function explainMoney(trace: ShareTrace, voice: Voice): string[] {
  const { words, money } = voice
  const { residualRule } = trace.key.rounding
  const sentences = [words.shareOfAmount(exactShare(trace, voice))]
  sentences.push(...(residualRule === 'EACH_ALONE' ? alone(trace, voice) : together(trace, voice)))
  if (trace.share < 0) sentences.push(words.negated({ share: money(trace.share) }))
  if (trace.difference !== 0) {
    sentences.push(words.difference({ difference: money(trace.difference) }))
  }
  return sentences
}

function exactShare(trace: ShareTrace, voice: Voice) {
  const { percent, money, inCurrency, quotient } = voice
  const { floor, remainder, divisor, unit, whole } = trace.money
  const { weight, sum } = weightText(trace, voice)
  const exact = BigInt(floor) * divisor + remainder * BigInt(unit)
  return {
    share: trace.steps ? percent(trace.percent) : `${weight}/${sum}`,
    amount: money(whole),
    exact: remainder === 0n ? money(floor) : inCurrency(quotient(exact, divisor * 100n)),
  }
}

function alone({ money: split, key }: ShareTrace, { words, money, units }: Voice): string[] {
  if (split.remainder === 0n) return []
  const share = money(split.floor + split.received)
  return [words.roundedAlone({ units: units(key.rounding.amountStep), share })]
}

function together(trace: ShareTrace, voice: Voice): string[] {
  const { words, money, units } = voice
  const { remainder, floor, spare, unit, rest } = trace.money
  const left = spare * unit + rest
  const down = { units: units(trace.key.rounding.amountStep), floor: money(floor) }
  return [
    ...(remainder === 0n ? [] : [words.roundedDown(down)]),
    ...(left === 0
      ? []
      : [
          words.moneyLeft({ left: money(left) }),
          ...explainReceivers(trace, trace.money, money, voice),
        ]),
  ]
}
