import { textContent } from '../../grid/cell.ts'
import type { SheetColumn } from '../../grid/column.ts'
import { sumRow, type ColumnContext } from './column-context.ts'

/** The name of the municipality, which heads the row, and its code. */
export function factColumns(narrow: boolean, context: ColumnContext): readonly SheetColumn[] {
  const { standing, populations, text } = context
  const { t } = text
  const codeOf = (row: string): string => standing().rows.get(row)?.code ?? ''
  const nameOf = (row: string): string => {
    if (row === sumRow) return t('participants.sum')
    const code = codeOf(row)
    return populations()?.municipalities.get(code)?.name ?? code
  }
  const tagOf = (row: string): string | undefined => {
    const found = standing().rows.get(row)
    if (found?.isRemoved) return t('participants.tag.removed')
    return found?.isAdded ? t('participants.tag.added') : undefined
  }
  return [
    {
      id: 'code',
      heading: t('populations.column.code'),
      align: 'start',
      width: 64,
      fixed: true,
      hidden: narrow,
      cell: (row) => ({ text: codeOf(row), editable: false, look: 'quiet' }),
      content: (row) => textContent(codeOf(row)),
      editor: () => undefined,
    },
    {
      id: 'name',
      heading: t('populations.column.name'),
      align: 'start',
      width: narrow ? 136 : 200,
      fixed: true,
      namesRow: true,
      cell: (row) => ({
        text: nameOf(row),
        tag: tagOf(row),
        editable: false,
        look: standing().rows.get(row)?.isRemoved ? 'quiet' : undefined,
      }),
      content: (row) => textContent(nameOf(row)),
      editor: () => undefined,
    },
  ]
}
