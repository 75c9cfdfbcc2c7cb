import type { Basis } from '@andel/schema/allocation'
import type { BasisInput, KeyInput } from '@andel/schema/operations'
import type { KeyDraft } from './edit.ts'

/** A key as it is sent. */
export function writeKey({ name, note, bases, rounding }: KeyDraft): KeyInput {
  const { shareStep, amountStep, residualRule, named } = rounding
  return {
    name,
    note: note || null,
    bases: bases.map(writeBasis),
    shareStep,
    amountStep,
    residualRule,
    namedCode: named ?? null,
  }
}

function writeBasis(basis: Basis): BasisInput {
  const { kind, percent, floor } = basis
  return { kind, percent, floor: floor ?? null, ...writeKind(basis) }
}

function writeKind(basis: Basis): Partial<BasisInput> {
  switch (basis.kind) {
    case 'POPULATION':
      return { on: basis.on }
    case 'EQUAL':
      return {}
    case 'FIXED':
      return {
        percentages: Object.entries(basis.percentages).map(([municipalityCode, percent]) => ({
          municipalityCode,
          percent,
        })),
      }
    case 'USE': {
      const { statistic, period, source } = basis
      const values = Object.entries(basis.values)
      return {
        statistic,
        period,
        source,
        values: values.map(([municipalityCode, value]) => ({ municipalityCode, value })),
      }
    }
  }
}
