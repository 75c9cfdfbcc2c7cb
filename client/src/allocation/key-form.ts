import type {
  AmountStep,
  Basis,
  Key,
  MunicipalityCode,
  ResidualRule,
  ShareStep,
} from '@andel/schema/allocation'
import { formatNumber, type Language } from '@andel/schema/money'

/** One part of a key as it stands in the dialog: everything that can be typed is text until it is read. */
export interface BasisForm {
  readonly kind: Basis['kind']
  readonly percent: string
  readonly floor: string
  readonly on: string
  readonly percentages: Readonly<Record<MunicipalityCode, string>>
  readonly statistic: string
  readonly period: string
  readonly source: string
  readonly values: Readonly<Record<MunicipalityCode, string>>
}

/** A key as it stands in the dialog. */
export interface KeyForm {
  readonly name: string
  readonly note: string
  readonly bases: readonly BasisForm[]
  readonly shareStep: ShareStep
  readonly amountStep: AmountStep
  readonly residualRule: ResidualRule
  readonly named: MunicipalityCode
}

/** What a new part starts as. */
export function newBasis(on: string, percent: string): BasisForm {
  return {
    kind: 'POPULATION',
    percent,
    floor: '',
    on,
    percentages: {},
    statistic: '',
    period: '',
    source: '',
    values: {},
  }
}

/** What a new key starts as: population on a date, shares to 0.1 %, as joint services commonly agree. */
export function newForm(on: string): KeyForm {
  return {
    name: '',
    note: '',
    bases: [newBasis(on, '100')],
    shareStep: 'TENTH',
    amountStep: 'ORE',
    residualRule: 'LARGEST_REMAINDER',
    named: '',
  }
}

/** A key as the dialog shows it. */
export function formOf(
  key: Key & { readonly note: string },
  on: string,
  language: Language,
): KeyForm {
  const { shareStep, amountStep, residualRule, named = '' } = key.rounding
  return {
    name: key.name,
    note: key.note,
    bases: key.bases.map((basis) => basisForm(basis, on, language)),
    shareStep,
    amountStep,
    residualRule,
    named,
  }
}

function basisForm(basis: Basis, on: string, language: Language): BasisForm {
  const floor = basis.floor === undefined ? '' : String(basis.floor)
  const form = { ...newBasis(on, String(basis.percent)), kind: basis.kind, floor }
  switch (basis.kind) {
    case 'POPULATION':
      return { ...form, on: basis.on }
    case 'EQUAL':
      return form
    case 'FIXED':
      return {
        ...form,
        percentages: mapped(basis.percentages, (exact) => formatNumber(exact, { language })),
      }
    case 'USE': {
      const { statistic, period, source } = basis
      return { ...form, statistic, period, source, values: mapped(basis.values, String) }
    }
  }
}

function mapped<Value>(
  record: Readonly<Record<MunicipalityCode, Value>>,
  text: (value: Value) => string,
): Record<MunicipalityCode, string> {
  return Object.fromEntries(Object.entries(record).map(([code, value]) => [code, text(value)]))
}
