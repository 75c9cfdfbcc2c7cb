import type {
  ColDef,
  EditableCallbackParams,
  ICellEditorParams,
  ValueGetterParams,
} from 'ag-grid-community'
import { sameView, type CellView } from '../cell.ts'
import { CellPainter } from './cell-painter.ts'
import type { SheetColumn } from '../column.ts'
import type { SheetHandlers } from '../handlers.ts'
import { ListEditor } from './list-editor.ts'
import { LineEditor, ParagraphEditor } from './text-editor.ts'

/** A row as the grid holds it: its id says everything. */
export interface GridRow {
  readonly id: string
}

const editors = { line: LineEditor, paragraph: ParagraphEditor, list: ListEditor }

/** A sheet's column → AG Grid's. */
export function toColumnDef(
  column: SheetColumn,
  handlers: Pick<SheetHandlers, 'started' | 'typing' | 'stopped'>,
): ColDef<GridRow, CellView> {
  const { id, heading, align, width, grows, fixed, hidden, namesRow } = column
  return {
    colId: id,
    headerName: heading,
    // all of it said, as the grid keeps what it was told before
    ...(grows ? { flex: 1, minWidth: width } : { flex: 0, minWidth: 24, width }),
    hide: hidden ?? false,
    pinned: fixed ? 'left' : null,
    ...(namesRow && { cellAriaRole: 'rowheader' }),
    type: align,
    valueGetter: ({ data }: ValueGetterParams<GridRow>) => data && column.cell(data.id),
    valueFormatter: ({ value }) => value?.text ?? '',
    equals: (a, b) => a === b || (!!a && !!b && sameView(a, b)),
    cellRenderer: CellPainter,
    cellEditor: LineEditor,
    editable: ({ data }: EditableCallbackParams<GridRow>) => !!data && !!column.editor(data.id),
    cellEditorSelector: ({ data }: ICellEditorParams<GridRow>) => {
      const request = column.editor(data.id)
      if (!request) return undefined
      const onStarted = () => handlers.started?.({ row: data.id, column: id })
      const onTyping = (text: string) => handlers.typing({ row: data.id, column: id }, text)
      const onStopped = () => handlers.stopped({ row: data.id, column: id })
      return {
        component: editors[request.kind],
        params: { request, label: heading, onStarted, onTyping, onStopped },
        popup: request.kind !== 'line',
        popupPosition: request.kind === 'list' ? 'under' : 'over',
      }
    },
  }
}
