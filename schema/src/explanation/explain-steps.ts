import type { ShareTrace } from '../budget/trace-share.ts'
import { fixedDecimal } from '../money/decimal.ts'
import { stepDecimals } from '../allocation/rounding-steps.ts'
import type { Apportionment } from '../allocation/trace-apportionment.ts'
import { explainReceivers } from './explain-receivers.ts'
import type { Voice } from './voice.ts'

/** How the share was rounded to whole steps, and who got the steps that were left over. */
export function explainSteps(trace: ShareTrace, steps: Apportionment, voice: Voice): string[] {
  const { words, number, percent, quotient } = voice
  const { shareStep, residualRule } = trace.key.rounding
  const places = stepDecimals[shareStep]
  const exact = BigInt(steps.floor) * steps.divisor + steps.remainder
  const counted = steps.floor + steps.received
  const count = { count: number(counted), one: counted === 1, percent: percent(trace.percent) }
  const sentences = [
    words.stepsExact({
      exact: quotient(exact, steps.divisor, 4),
      step: percent(fixedDecimal(1, places)),
      even: steps.remainder === 0n,
    }),
  ]
  if (residualRule === 'EACH_ALONE') {
    const together = steps.whole - steps.spare + steps.receivers.length
    sentences.push(words.stepsAlone(count))
    if (together !== steps.whole) {
      sentences.push(words.stepsTogether({ percent: percent(fixedDecimal(together, places)) }))
    }
    return sentences
  }
  const left = { inAll: number(steps.whole), count: steps.spare, spare: number(steps.spare) }
  sentences.push(words.stepsLeft(left))
  if (steps.spare === 0) return [...sentences, words.stepsRounded(count)]
  const amount = (units: number) => words.stepsReceived(number(units), units === 1)
  return [...sentences, ...explainReceivers(trace, steps, amount, voice), words.stepsRounded(count)]
}
