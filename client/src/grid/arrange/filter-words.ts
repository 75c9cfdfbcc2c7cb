import { formatNumber, type Language } from '@andel/schema/money'
import type { TextKey, TextValues } from '../../text/useText.ts'
import type { Filter } from './arrangement.ts'
import { keyWords } from './filter-lines.ts'

interface FilterVoice {
  t(key: TextKey, values?: TextValues): string
  readonly language: Language
}

/**
 * A filter in words: `Belopp, kr: > 1 000`.
 *
 * @param column - its heading
 * @param all - how many values the column has
 */
export function filterWords(
  filter: Filter,
  column: string,
  all: number,
  { t, language }: FilterVoice,
): string {
  const figure = (exact: string): string => formatNumber(exact, { language })
  switch (filter.kind) {
    case 'values': {
      const [only, another] = filter.values
      if (only && another === undefined)
        return t('grid.arrange.filter.only', { column, value: keyWords(only, figure) })
      return t('grid.arrange.filter.values', { column, chosen: filter.values.length, all })
    }
    case 'contains':
      return t('grid.arrange.filter.contains', { column, text: filter.text })
    case 'between':
      return t('grid.arrange.filter.between', {
        column,
        from: figure(filter.from),
        to: figure(filter.to),
      })
    case 'empty':
    case 'filled':
      return t(`grid.arrange.filter.${filter.kind}`, { column })
    default:
      return t(`grid.arrange.filter.${filter.kind}`, { column, value: figure(filter.exact) })
  }
}
