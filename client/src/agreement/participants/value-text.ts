import { bareNumber } from '@andel/schema/money'
import { emptyContent, textContent, type CellContent } from '../../grid/cell.ts'
import type { useText } from '../../text/useText.ts'
import { readPart } from './key-parts.ts'

type Words = Pick<ReturnType<typeof useText>, 't' | 'count' | 'percent'>

function kindOf(column: string): 'FIXED' | 'USE' | 'DATE' {
  return readPart(column)?.kind ?? 'DATE'
}

/** A value of a draft or of what is stored, as its cell shows it. */
export function shownValue(value: string, column: string, { t, count, percent }: Words): string {
  if (value === '') return column === 'to' ? t('participants.endless') : ''
  switch (kindOf(column)) {
    case 'FIXED':
      return percent(value)
    case 'USE':
      return count(Number(value))
    case 'DATE':
      return value
  }
}

/** The same as it would be typed. */
export function typedValue(value: string, column: string, language: 'sv' | 'en'): string {
  return kindOf(column) === 'DATE' || value === '' ? value : bareNumber(value, language)
}

/** The same as it is copied, added up, sorted and searched. */
export function valueContent(value: string, column: string): CellContent {
  if (value === '') return emptyContent
  switch (kindOf(column)) {
    case 'FIXED':
      return { kind: 'number', exact: value, unit: 'percent' }
    case 'USE':
      return { kind: 'number', exact: value }
    case 'DATE':
      return textContent(value)
  }
}
