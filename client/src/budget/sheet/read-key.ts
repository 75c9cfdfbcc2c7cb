import type { Basis } from '@andel/schema/allocation'
import type { KeyFragment } from '@andel/schema/operations'
import type { SheetKey } from './sheet.ts'

type BasisAnswer = KeyFragment['bases'][number]

/** A distribution key as the server tells it → as the arithmetic reads it. */
export function readKey(answer: KeyFragment): SheetKey {
  const { version, name, note, bases, shareStep, amountStep, residualRule, named } = answer
  return {
    version,
    name,
    note: note ?? '',
    bases: bases.map(readBasis),
    rounding: { shareStep, amountStep, residualRule, ...(named && { named: named.code }) },
  }
}

function readBasis(answer: BasisAnswer): Basis {
  const { percent, floor } = answer
  return { ...readKind(answer), percent, ...(floor !== null && { floor }) }
}

function readKind(answer: BasisAnswer) {
  switch (answer.kind) {
    case 'POPULATION':
      return { kind: 'POPULATION' as const, on: answer.on ?? '' }
    case 'EQUAL':
      return { kind: 'EQUAL' as const }
    case 'FIXED':
      return {
        kind: 'FIXED' as const,
        percentages: byCode(answer.percentages ?? [], ({ percent }) => percent),
      }
    case 'USE':
      return {
        kind: 'USE' as const,
        statistic: answer.statistic ?? '',
        period: answer.period ?? '',
        source: answer.source ?? '',
        values: byCode(answer.values ?? [], ({ value }) => value),
      }
  }
}

function byCode<Row extends { readonly municipality: { readonly code: string } }, Value>(
  rows: readonly Row[],
  value: (row: Row) => Value,
): Record<string, Value> {
  return Object.fromEntries(rows.map((row) => [row.municipality.code, value(row)]))
}
