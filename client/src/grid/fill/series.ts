import type { Language } from '@andel/schema/money'
import type { CellContent } from '../cell.ts'
import { bareText } from '../clipboard/bare-text.ts'
import { toScaled } from '../exact-decimal.ts'
import { continueNumbers } from './steps.ts'
import { continueTexts } from './text-series.ts'

/** A cell to fill from. */
export interface FillSource {
  readonly content: CellContent
  /** As it is copied: what an editor would start with, or what stands there. */
  readonly text: string
}

/** Whether cells are filled with the same again, or with what follows. */
export type FillHow = 'copy' | 'series'

export interface FillOptions {
  readonly count: number
  /** `back`: upwards or to the left; the sources are then told from the nearest on. */
  readonly way: 'on' | 'back'
  readonly how: FillHow
  readonly language: Language
}

/**
 * What Excel does unless Ctrl is held: one number is copied, several go on; dates, months, weekdays and
 * texts with a number at their end go on; any other text is copied.
 */
export function usualHow(sources: readonly FillSource[], language: Language): FillHow {
  const [first] = sources
  if (sources.length === 1 && first && isNumber(first)) return 'copy'
  const follows = follow(sources, { count: 1, way: 'on', how: 'series', language })
  return follows ? 'series' : 'copy'
}

/** The texts that continue some cells of one column or row. Where no series is to be seen they are repeated. */
export function continueCells(
  sources: readonly FillSource[],
  options: FillOptions,
): readonly string[] {
  const next = options.how === 'series' ? follow(sources, options) : undefined
  return (
    next ??
    Array.from({ length: options.count }, (_, index) => sources[index % sources.length]?.text ?? '')
  )
}

function follow(sources: readonly FillSource[], options: FillOptions) {
  const { count, language } = options
  const alone = options.way === 'on' ? 1 : -1
  const contents = sources.map(({ content }) => content)
  const [first] = contents
  if (!first) return undefined
  if (contents.every((content) => content.kind === 'number')) {
    const unit = first.kind === 'number' ? first.unit : undefined
    if (contents.some((content) => content.unit !== unit)) return undefined
    const values = contents.map(({ exact }) => toScaled(exact))
    return continueNumbers(values, count, alone)?.map((exact) =>
      bareText({ kind: 'number', exact, ...(unit && { unit }) }, language),
    )
  }
  if (!contents.every((content) => content.kind === 'text')) return undefined
  const texts = contents.map(({ text }) => text)
  return continueTexts(texts, { count, alone, language })
}

function isNumber({ content }: FillSource): boolean {
  return content.kind === 'number' || (content.kind === 'text' && /^\d+$/.test(content.text))
}
