import { isPosition } from '../budget/position-cost.ts'
import type { ShareTrace } from '../budget/trace-share.ts'
import type { Language } from '../money/language.ts'
import { asSentence } from './as-sentence.ts'
import { explainBasis } from './explain-basis.ts'
import { keyRounding } from './explain-key.ts'
import { explainMoney } from './explain-money.ts'
import { explainSteps } from './explain-steps.ts'
import { explainWeight } from './explain-weight.ts'
import type { ExplanationStep, ExplanationTopic } from './explanation.ts'
import type { Provenance } from './provenance.ts'
import { voiceOf, type Voice } from './voice.ts'

/**
 * Why a share is what it is, as a chain: amount ← line ← rounded share ← weight ← what weighed, with date and
 * source ← key ← agreement and decision. Each step is one or more whole sentences.
 */
export function explainShare(
  trace: ShareTrace,
  provenance: Provenance,
  language: Language,
): ExplanationStep[] {
  const voice = voiceOf(language, provenance)
  const steps: ExplanationStep[] = []
  const say = (topic: ExplanationTopic, sentences: readonly string[]) =>
    steps.push({ topic, text: sentences.join(' ') })

  say('AMOUNT', explainAmount(trace, provenance, voice))
  say('LINE', explainLine(trace, voice))
  if (trace.takesPart) {
    say('SHARE', explainMoney(trace, voice))
    if (trace.steps) say('STEPS', explainSteps(trace, trace.steps, voice))
    say('WEIGHT', explainWeight(trace, voice))
    for (const basis of trace.bases) say('BASIS', [explainBasis(trace, basis, provenance, voice)])
  }
  say('KEY', [voice.words.key({ name: trace.key.name }), ...keyRounding(trace.key, voice)])
  say('AGREEMENT', explainAgreement(provenance, voice))
  return steps
}

/** The same as one text, a line for each step. */
export function explainInWords(
  trace: ShareTrace,
  provenance: Provenance,
  language: Language,
): string {
  return explainShare(trace, provenance, language)
    .map(({ text }) => text)
    .join('\n')
}

function explainAmount(trace: ShareTrace, { line }: Provenance, { words, name, money }: Voice) {
  const quoted = words.line({ description: line.description })
  const own = name(trace.code)
  return [
    trace.takesPart
      ? words.bears({ name: own, share: money(trace.share), line: quoted })
      : words.standsOutside({ name: own, line: quoted }),
  ]
}

function explainLine({ line, amount, leftOut, takesPart }: ShareTrace, voice: Voice): string[] {
  const { words, money, number, percent, names } = voice
  const sentences: string[] = []
  if (isPosition(line)) {
    const months = line.months ?? 0
    sentences.push(
      words.position({
        amount: money(line.kind === 'REVENUE' ? 0 - amount : amount),
        workload: percent(String(line.workload ?? 0)),
        months: number(months, 1),
        oneMonth: months === 10,
        monthlyCost: money(line.monthlyCost),
      }),
    )
  } else {
    sentences.push(
      line.amount === null ? words.noAmount() : words.typedAmount({ amount: money(line.amount) }),
    )
  }
  if (line.kind === 'REVENUE') sentences.push(words.revenue())
  else if (amount < 0) sentences.push(words.negative())
  if (leftOut.length > 0 && takesPart) sentences.push(words.leftOut({ names: names(leftOut) }))
  return sentences
}

function explainAgreement({ agreement, line }: Provenance, { words, date }: Voice): string[] {
  const { title, decision, validFrom } = agreement
  return [
    words.agreement({ title, decision, date: date(validFrom) }),
    ...(line.decision.trim() ? [words.decision({ decision: line.decision })] : []),
    ...(line.note.trim() ? [words.note({ note: asSentence(line.note) })] : []),
  ]
}
