import type { BasisWeights } from '../allocation/basis-weights.ts'
import type { ShareTrace } from '../budget/trace-share.ts'
import { formatDecimal } from '../money/decimal.ts'
import { asSentence } from './as-sentence.ts'
import { countText } from './explain-weight.ts'
import type { Provenance } from './provenance.ts'
import type { Voice } from './voice.ts'

/** What one part of the key says about the participant, down to the source of the figure. */
export function explainBasis(
  trace: ShareTrace,
  part: BasisWeights,
  provenance: Provenance,
  voice: Voice,
): string {
  const { words, percent, number } = voice
  const sentences = [
    ...explainValue(trace, part, provenance, voice),
    ...explainFloor(trace, part, voice),
    ...explainMonths(trace, part, voice),
  ]
  if (trace.bases.length === 1) return sentences.join(' ')
  const weight = number(part.weights[trace.index]!, part.places)
  const sum = number(part.sum, part.places)
  if (part.basis.kind !== 'EQUAL' || part.byMonths) {
    sentences.push(words.partSum({ weight, sum, count: countText(trace, voice) }))
  }
  const text = sentences.join(' ')
  return words.partOfKey({ percent: percent(String(part.basis.percent)), text })
}

function explainValue(
  trace: ShareTrace,
  { basis, places, values }: BasisWeights,
  provenance: Provenance,
  voice: Voice,
): string[] {
  const { words, number, percent, date } = voice
  const name = voice.name(trace.code)
  const value = values[trace.index]!
  switch (basis.kind) {
    case 'POPULATION': {
      const said = words.inhabitants({ name, date: date(basis.on), value: number(value) })
      return [said, ...explainFigure(trace, basis.on, provenance, voice)]
    }
    case 'EQUAL':
      return [words.equal({ count: countText(trace, voice) })]
    case 'FIXED': {
      const stated = values.reduce((total, each) => total + each, 0n)
      const isAll = stated === 100n * 10n ** BigInt(places)
      return [
        words.fixed({ name, percent: percent(formatDecimal(value, places)) }),
        ...(isAll ? [] : [words.fixedOfRest({ sum: percent(formatDecimal(stated, places)) })]),
      ]
    }
    case 'USE': {
      const { statistic, period, source } = basis
      return [
        words.use({ name, statistic, period, value: number(value) }),
        ...(source ? [words.source({ source, quality: undefined })] : []),
      ]
    }
  }
}

/** Where a population figure is from, whether it was corrected, and what is noted about it. */
function explainFigure(
  { code }: ShareTrace,
  on: string,
  { population }: Provenance,
  { words, number }: Voice,
): string[] {
  const figure = population(on, code)
  if (!figure) return []
  const { source, quality, revision, note } = figure
  return [
    words.source({ source, quality }),
    ...(revision > 1 ? [words.revision({ revision: number(revision) })] : []),
    ...(note ? [words.figureNote({ note: asSentence(note) })] : []),
  ]
}

function explainFloor(trace: ShareTrace, part: BasisWeights, voice: Voice): string[] {
  const { words, number, percent } = voice
  const { floor, kind } = part.basis
  if (floor === undefined || kind === 'EQUAL') return [] // lifts all alike, or none
  const shown = kind === 'FIXED' ? percent(String(floor)) : number(floor)
  return part.values[trace.index]! < floorOf(part)
    ? [words.lifted({ floor: shown })]
    : [words.notLifted({ floor: shown, name: voice.name(trace.code) })]
}

function explainMonths(trace: ShareTrace, part: BasisWeights, voice: Voice): string[] {
  if (!part.byMonths) return []
  const { words, name, number } = voice
  const { months } = trace.participants[trace.index]!
  const value = part.values[trace.index]!
  const counted = value < floorOf(part) ? floorOf(part) : value
  return [
    words.byMonths({
      name: name(trace.code),
      months: String(months),
      value: number(counted, part.places),
      weight: number(part.weights[trace.index]!, part.places),
    }),
  ]
}

/** The floor in the unit of the values. */
function floorOf({ basis, places }: BasisWeights): bigint {
  return BigInt(basis.floor ?? 0) * 10n ** BigInt(places)
}
