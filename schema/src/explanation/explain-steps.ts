import { stepDecimals } from '../allocation/rounding-steps.ts'
import type { Apportionment } from '../allocation/trace-apportionment.ts'
import type { ShareTrace } from '../budget/trace-share.ts'
import { fixedDecimal } from '../money/decimal.ts'
import { explainReceivers } from './explain-receivers.ts'
import type { Voice } from './voice.ts'

/** How the share was rounded to whole steps, and who got the steps that were left over. */
export function explainSteps(trace: ShareTrace, split: Apportionment, voice: Voice): string[] {
  const { words, number, percent, quotient } = voice
  const { shareStep, residualRule } = trace.key.rounding
  const places = stepDecimals[shareStep]
  const steps = (count: number) => words.steps(number(count), count === 1)
  const rounded = {
    steps: steps(split.floor + split.received),
    percent: percent(trace.percent),
  }
  const exact = quotient(BigInt(split.floor) * split.divisor + split.remainder, split.divisor)
  const stepsExact = words.stepsExact({ exact, step: percent(fixedDecimal(1, places)) })
  if (residualRule === 'EACH_ALONE') {
    const together = split.whole - split.spare + split.receivers.length
    return [
      stepsExact,
      words.stepsAlone(rounded),
      ...(together === split.whole
        ? []
        : [words.stepsTogether({ percent: percent(fixedDecimal(together, places)) })]),
    ]
  }
  const left = { inAll: number(split.whole), count: split.spare, spare: number(split.spare) }
  return [
    stepsExact,
    words.stepsLeft(left),
    ...(split.spare === 0 ? [] : explainReceivers(trace, split, steps, voice)),
    words.stepsRounded(rounded),
  ]
}
