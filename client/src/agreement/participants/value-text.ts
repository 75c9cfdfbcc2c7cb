import { bareNumber } from '@andel/schema/money'
import { emptyContent, textContent, type CellContent } from '../../grid/cell.ts'
import type { useText } from '../../text/useText.ts'
import type { AgreementFacts } from './agreement-facts.ts'
import { partOf } from './standing.ts'

type Words = Pick<ReturnType<typeof useText>, 't' | 'count' | 'percent'>

function kindOf(column: string, { key }: AgreementFacts): 'FIXED' | 'USE' | 'DATE' {
  const kind = key.bases[partOf(column) ?? -1]?.kind
  return kind === 'FIXED' || kind === 'USE' ? kind : 'DATE'
}

/** A value of a draft or of what is stored, as its cell shows it. */
export function shownValue(
  value: string,
  column: string,
  facts: AgreementFacts,
  { t, count, percent }: Words,
): string {
  if (value === '') return column === 'to' ? t('participants.endless') : ''
  switch (kindOf(column, facts)) {
    case 'FIXED':
      return percent(value)
    case 'USE':
      return count(Number(value))
    case 'DATE':
      return value
  }
}

/** The same as it would be typed. */
export function typedValue(
  value: string,
  column: string,
  facts: AgreementFacts,
  language: 'sv' | 'en',
): string {
  return kindOf(column, facts) === 'DATE' || value === '' ? value : bareNumber(value, language)
}

/** The same as it is copied, added up, sorted and searched. */
export function valueContent(value: string, column: string, facts: AgreementFacts): CellContent {
  if (value === '') return emptyContent
  switch (kindOf(column, facts)) {
    case 'FIXED':
      return { kind: 'number', exact: value, unit: 'percent' }
    case 'USE':
      return { kind: 'number', exact: value }
    case 'DATE':
      return textContent(value)
  }
}
