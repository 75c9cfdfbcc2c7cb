import type { KeyInWordsFragment } from '@andel/schema/operations'
import { keyInWords } from '../../agreement/key-in-words.ts'
import type { Sheet, SheetKey } from '../sheet/sheet.ts'

type Words = Parameters<typeof keyInWords>[1]

/** A key that shares of the sheet rest on, in words. */
export interface KeyEntry {
  readonly id: string
  readonly name: string
  readonly sentences: readonly string[]
  /** The lines that use it, numbered from 1. */
  readonly lines: readonly number[]
}

/** Every key that is used, and the default one: that of the share that stands above the lines. */
export function keyLegend(sheet: Sheet, words: Words): readonly KeyEntry[] {
  const { keys, lines, defaultKeyId, names } = sheet
  return Object.entries(keys)
    .map(([id, key]) => ({
      id,
      name: key.name,
      sentences: keyInWords(namedKey(key, names), words),
      lines: lines.flatMap(({ keyId }, index) => (keyId === id ? [index + 1] : [])),
    }))
    .filter(({ id, lines: used }) => id === defaultKeyId || used.length > 0)
}

/** Dates of the population figures that these keys weigh by, oldest first. */
export function populationDates({ keys }: Sheet, used: readonly KeyEntry[]): readonly string[] {
  const bases = used.flatMap(({ id }) => keys[id]?.bases ?? [])
  const dates = bases.flatMap((basis) => (basis.kind === 'POPULATION' ? [basis.on] : []))
  return [...new Set(dates)].toSorted()
}

function namedKey(
  { name, note, bases, rounding }: SheetKey,
  names: Sheet['names'],
): KeyInWordsFragment {
  const municipality = (code: string) => ({ name: names[code] ?? code })
  return {
    name,
    note,
    bases: bases.map((basis) => ({
      kind: basis.kind,
      percent: basis.percent,
      floor: basis.floor ?? null,
      on: basis.kind === 'POPULATION' ? basis.on : null,
      statistic: basis.kind === 'USE' ? basis.statistic : null,
      period: basis.kind === 'USE' ? basis.period : null,
      source: basis.kind === 'USE' ? basis.source : null,
      percentages:
        basis.kind === 'FIXED'
          ? Object.entries(basis.percentages).map(([code, percent]) => ({
              municipality: municipality(code),
              percent,
            }))
          : null,
    })),
    shareStep: rounding.shareStep,
    amountStep: rounding.amountStep,
    residualRule: rounding.residualRule,
    named: rounding.named === undefined ? null : municipality(rounding.named),
  }
}
