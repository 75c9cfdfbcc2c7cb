import { bareNumber, type Language } from '@andel/schema/money'
import type { CellContent } from '../cell.ts'

/**
 * What a cell holds as other programs read it: a number with hyphen-minus and one decimal mark, no group
 * marks, no unit but `%`.
 */
export function bareText(content: CellContent, language: Language): string {
  switch (content.kind) {
    case 'empty':
      return ''
    case 'text':
      return content.text
    case 'number':
      return bareNumber(content.exact, language) + (content.unit === 'percent' ? '%' : '')
  }
}
