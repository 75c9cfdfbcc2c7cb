import type { Basis, Key, MunicipalityCode } from '@andel/schema/allocation'
import { Fault } from '@andel/schema/fault'
import { formatDecimal, parseDecimal, readNumber, type Language } from '@andel/schema/money'
import type { BasisForm, KeyForm } from './key-form.ts'

/** What is wrong in the dialog, by the place it is typed in: `name`, `0.percent`, `0.values.2303`. */
export type FormErrors = Readonly<Record<string, FormError>>
type FormError = 'needsName' | 'missing' | 'needsNumber' | 'needsWhole'

export interface ReadForm {
  /** The key, as far as it can be calculated with; it may still lack a name. */
  readonly key: (Key & { readonly note: string }) | undefined
  readonly errors: FormErrors
  /** Per cent of all parts together. */
  readonly blend: number
  /** Per cent of the fixed percentages together, by part. */
  readonly fixed: readonly string[]
}

const percentPlaces = 6

/** Reads what stands in the dialog. */
export function readKeyForm(
  form: KeyForm,
  codes: readonly MunicipalityCode[],
  language: Language,
): ReadForm {
  const errors: Record<string, FormError> = {}
  const number = (text: string, place: string, places = 0): number => {
    try {
      const scaled = parseDecimal(readNumber(text, { language, unit: 'none' }), places)
      if (scaled < 0) errors[place] = places === 0 ? 'needsWhole' : 'needsNumber'
      return scaled
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      const isBroken = places === 0 && error.details['reason'] === 'DECIMALS'
      errors[place] = isBroken ? 'needsWhole' : text.trim() === '' ? 'missing' : 'needsNumber'
      return 0
    }
  }
  const bases = form.bases.map((basis, index) => readBasis(basis, `${index}.`, codes, number))
  const readable = Object.keys(errors).length === 0
  if (form.name.trim() === '') errors['name'] = 'needsName'
  return {
    key: readable ? keyOf(form, bases) : undefined,
    errors,
    blend: bases.reduce((sum, { percent }) => sum + percent, 0),
    fixed: bases.map((basis) => (basis.kind === 'FIXED' ? sumOf(basis.percentages) : '0')),
  }
}

function keyOf(form: KeyForm, bases: readonly Basis[]) {
  const { shareStep, amountStep, residualRule, named } = form
  return {
    name: form.name.trim(),
    note: form.note.trim(),
    bases,
    rounding: {
      shareStep,
      amountStep,
      residualRule,
      ...(residualRule === 'NAMED' && { named }),
    },
  }
}

type ReadNumber = (text: string, place: string, places?: number) => number

function readBasis(
  form: BasisForm,
  place: string,
  codes: readonly MunicipalityCode[],
  number: ReadNumber,
): Basis {
  const percent = number(form.percent, `${place}percent`)
  const floor =
    form.floor.trim() === '' || form.kind === 'EQUAL'
      ? {}
      : { floor: number(form.floor, `${place}floor`) }
  const each = <Value>(read: (code: MunicipalityCode) => Value) =>
    Object.fromEntries(codes.map((code) => [code, read(code)]))
  switch (form.kind) {
    case 'POPULATION':
      return { kind: 'POPULATION', on: form.on, percent, ...floor }
    case 'EQUAL':
      return { kind: 'EQUAL', percent }
    case 'FIXED': {
      const percentages = each((code) =>
        formatDecimal(
          number(form.percentages[code] || '0', `${place}percentages.${code}`, percentPlaces),
          percentPlaces,
        ),
      )
      return { kind: 'FIXED', percentages, percent, ...floor }
    }
    case 'USE': {
      const values = each((code) => number(form.values[code] ?? '', `${place}values.${code}`))
      const { statistic, period, source } = form
      return { kind: 'USE', statistic, period, source, values, percent, ...floor }
    }
  }
}

function sumOf(percentages: Readonly<Record<MunicipalityCode, string>>): string {
  const scaled = Object.values(percentages).map((exact) => parseDecimal(exact, percentPlaces))
  return formatDecimal(
    scaled.reduce((sum, each) => sum + each, 0),
    percentPlaces,
  )
}
