import { readNumber, type Language } from '@andel/schema/money'
import { Fault } from '@andel/schema/fault'
import { compareScaled, toScaled } from '../exact-decimal.ts'
import type { Filter, FilterKind } from './arrangement.ts'

/** A filter as it is being made: every kind keeps what was typed for it. */
export interface FilterForm {
  kind: FilterKind
  /** Of `valueKey`. */
  chosen: readonly string[]
  text: string
  value: string
  from: string
  to: string
}

/** What a column can be filtered by. */
export function filterKinds(hasNumbers: boolean): readonly FilterKind[] {
  return hasNumbers
    ? ['values', 'contains', 'equal', 'less', 'more', 'between', 'empty', 'filled']
    : ['values', 'contains', 'empty', 'filled']
}

export type FilterField = 'chosen' | 'text' | 'value' | 'from' | 'to'

/** What a form asks for, or what is wrong with it. */
export type ReadFilter =
  | { readonly filter: Filter | undefined }
  | { readonly problem: 'noNumber' | 'noText' | 'noneChosen'; readonly field: FilterField }

/**
 * A form that says what a filter says.
 *
 * @param all - the values of the column; all are chosen when nothing else is said
 * @param written - an exact decimal as it is typed
 */
export function filterForm(
  filter: Filter | undefined,
  all: readonly string[],
  written: (exact: string) => string,
): FilterForm {
  const blank = { kind: 'values' as const, chosen: all, text: '', value: '', from: '', to: '' }
  if (!filter) return blank
  switch (filter.kind) {
    case 'values':
      return { ...blank, chosen: filter.values.filter((value) => all.includes(value)) }
    case 'contains':
      return { ...blank, kind: filter.kind, text: filter.text }
    case 'between': {
      const { from, to } = filter
      return { ...blank, kind: filter.kind, from: written(from), to: written(to) }
    }
    case 'empty':
    case 'filled':
      return { ...blank, kind: filter.kind }
    default:
      return { ...blank, kind: filter.kind, value: written(filter.exact) }
  }
}

/** Reads a form. All values chosen is no filter; the ends of a range may come in either order. */
export function readFilterForm(
  form: FilterForm,
  all: readonly string[],
  language: Language,
): ReadFilter {
  switch (form.kind) {
    case 'values':
      if (form.chosen.length === 0) return { problem: 'noneChosen', field: 'chosen' }
      if (all.every((value) => form.chosen.includes(value))) return { filter: undefined }
      return { filter: { kind: 'values', values: form.chosen } }
    case 'contains': {
      const text = form.text.trim()
      return text ? { filter: { kind: 'contains', text } } : { problem: 'noText', field: 'text' }
    }
    case 'between': {
      const from = read(form.from, language)
      const to = read(form.to, language)
      if (from === undefined) return { problem: 'noNumber', field: 'from' }
      if (to === undefined) return { problem: 'noNumber', field: 'to' }
      const inOrder = compareScaled(toScaled(from), toScaled(to)) <= 0
      const ends = inOrder ? { from, to } : { from: to, to: from }
      return { filter: { kind: 'between', ...ends } }
    }
    case 'empty':
    case 'filled':
      return { filter: { kind: form.kind } }
    default: {
      const exact = read(form.value, language)
      if (exact === undefined) return { problem: 'noNumber', field: 'value' }
      return { filter: { kind: form.kind, exact } }
    }
  }
}

function read(text: string, language: Language): string | undefined {
  try {
    return readNumber(text, { language })
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}
