import type { BasisWeights } from '../allocation/basis-weights.ts'
import type { ShareTrace } from '../budget/trace-share.ts'
import { formatDecimal } from '../money/decimal.ts'
import { asSentence } from './as-sentence.ts'
import type { Provenance } from './provenance.ts'
import type { Voice } from './voice.ts'

/** What one part of the key says about the participant, down to the source of the figure. */
export function explainBasis(
  trace: ShareTrace,
  basis: BasisWeights,
  provenance: Provenance,
  voice: Voice,
): string {
  const { words, percent, name, decimal } = voice
  const own = name(trace.code)
  const shown = (value: bigint) => decimal(formatDecimal(value, basis.places))
  const value = basis.values[trace.index]!
  const weight = basis.weights[trace.index]!
  const { months } = trace.participants[trace.index]!
  const sentences = explainValue(trace, basis, provenance, voice)

  const { floor, percent: part } = basis.basis
  const scaledFloor = BigInt(floor ?? 0) * 10n ** BigInt(basis.places)
  if (floor !== undefined && basis.basis.kind !== 'EQUAL') {
    const lifted = value < scaledFloor
    sentences.push(
      lifted
        ? words.lifted({ floor: shown(scaledFloor) })
        : words.notLifted({ floor: shown(scaledFloor), name: own }),
    )
  }
  if (basis.byMonths) {
    const counted = value < scaledFloor ? scaledFloor : value
    const shownMonths = String(months)
    sentences.push(
      words.byMonths({
        name: own,
        months: shownMonths,
        value: shown(counted),
        weight: shown(weight),
      }),
    )
  }
  const text = sentences.join(' ')
  return trace.bases.length > 1 ? words.partOfKey({ percent: percent(String(part)), text }) : text
}

function explainValue(
  trace: ShareTrace,
  { basis, places, values, sum }: BasisWeights,
  provenance: Provenance,
  { words, number, decimal, percent, date, name }: Voice,
): string[] {
  const own = name(trace.code)
  const value = values[trace.index]!
  const participants = words.participants(number(trace.participants.length - trace.leftOut.length))
  const inAll = words.basisSum({ sum: decimal(formatDecimal(sum, places)), participants })
  switch (basis.kind) {
    case 'POPULATION': {
      const figure = provenance.population(basis.on, trace.code)
      return [
        words.inhabitants({ name: own, date: date(basis.on), value: number(value) }),
        ...(figure ? [words.source({ source: figure.source, quality: figure.quality })] : []),
        ...(figure && figure.revision > 1
          ? [words.revision({ revision: number(figure.revision) })]
          : []),
        ...(figure?.note ? [words.figureNote({ note: asSentence(figure.note) })] : []),
        inAll,
      ]
    }
    case 'EQUAL':
      return [words.equal({ participants })]
    case 'FIXED': {
      const stated = values.reduce((total, each) => total + each, 0n)
      const isAll = stated === 100n * 10n ** BigInt(places)
      return [
        words.fixed({ name: own, percent: percent(formatDecimal(value, places)) }),
        ...(isAll ? [] : [words.fixedOfRest({ sum: percent(formatDecimal(stated, places)) })]),
      ]
    }
    case 'USE': {
      const { statistic, period, source } = basis
      return [
        words.use({ name: own, statistic, period, value: number(value) }),
        ...(source ? [words.source({ source, quality: undefined })] : []),
        inAll,
      ]
    }
  }
}
