import type { Ref } from 'vue'
import { isFixedRow } from '../../budget/columns/context.ts'
import type { CellContent, CellView } from '../../grid/cell.ts'
import type { SheetColumn } from '../../grid/column.ts'
import type { SheetVoice } from '../../budget/useVoice.ts'

/** Columns that say of themselves that they tell a difference, or only count lines. */
const unmarked = new Set(['number'])
const unmarkedRows = new Set(['change'])

/**
 * Columns of a past state whose cells say what stands there now, where that is something else.
 *
 * @param now - the same columns of the present state
 * @param marks - whether it is wanted
 */
export function withNow(
  columns: readonly SheetColumn[],
  now: readonly SheetColumn[],
  marks: Readonly<Ref<boolean>>,
  { t }: Pick<SheetVoice, 't'>,
): readonly SheetColumn[] {
  const present = new Map(now.map((column) => [column.id, column]))
  return columns.map((column) => {
    const there = present.get(column.id)
    if (!there || unmarked.has(column.id)) return column
    const cell = (row: string): CellView => {
      const then = column.cell(row)
      if (!marks.value || unmarkedRows.has(row)) return then
      // by what they hold: figures are not written alike where only one of the states has öre
      if (isSame(column.content(row), there.content(row))) return then
      const number = present.get('number')?.cell(row).text ?? ''
      const words = told(there.cell(row), !isFixedRow(row) && number === '')
      const title = [words, then.title].filter(Boolean).join('\n')
      return { ...then, look: `${then.look ?? ''} differs`.trim(), title }
    }
    return { ...column, cell }
  })

  function told({ text }: CellView, isGone: boolean): string {
    if (isGone) return t('history.past.gone')
    return t('history.past.now', { value: text || t('budget.held.empty') })
  }
}

function isSame(a: CellContent, b: CellContent): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
