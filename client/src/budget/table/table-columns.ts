import type { SheetColumn } from '../../grid/column.ts'
import type { ColumnContext } from '../columns/context.ts'
import { columnCode } from '../columns/column-code.ts'
import { sheetColumns } from '../columns/sheet-columns.ts'
import type { SheetView } from '../figures/sheet-view.ts'

/** Told as notes under the table, which are too long for a column, and by headings among the lines. */
const toldElsewhere = ['note', 'decision', 'section']
const noWidths = { monthlyCost: 0, amount: 0, share: 0 }
const noChoices = { keys: () => [], keyActions: () => [] }

/** The columns of the sheet for figures that stand still: with what is typed, and one for each participant. */
export function tableColumns(view: SheetView, voice: ColumnContext['voice']) {
  const context: ColumnContext = {
    voice,
    view: () => view,
    saved: () => view,
    held: () => undefined,
    explained: () => undefined,
    mayEdit: () => false,
  }
  const { figures, sheet } = view
  const difference = sheet.lines.some(
    ({ keyId }) => sheet.keys[keyId]?.rounding.residualRule === 'EACH_ALONE',
  )
  const columns = sheetColumns(
    {
      participants: figures.codes,
      names: sheet.names,
      details: true,
      difference,
      widths: noWidths,
      narrow: false,
    },
    context,
    noChoices,
  ).filter(({ id, hidden }) => !hidden && !toldElsewhere.includes(id))
  const isShare = ({ id }: SheetColumn): boolean => columnCode(id) !== undefined
  return {
    typed: columns.filter((column) => !isShare(column)),
    shares: columns.filter(isShare),
  }
}
