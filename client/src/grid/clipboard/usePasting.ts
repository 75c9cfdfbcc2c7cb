import { useText } from '../../text/useText.ts'
import type { CellChange } from '../change.ts'
import { contains, type Layout, type Rect } from '../layout.ts'
import { headersOf } from '../rows/fold-rows.ts'
import { withoutHeaders, type OpenRows } from '../rows/without-headers.ts'
import type { GridState } from '../useGridState.ts'
import { foldedAmong } from './folded-among.ts'
import { parseHtmlTable } from './parse-html.ts'
import { plainFigure } from './plain-figure.ts'
import { planMove } from './plan-move.ts'
import { planPaste, type PastePlan } from './plan-paste.ts'
import { readClip } from './read-clip.ts'
import type { Copied } from './useCopied.ts'

interface PastingOptions {
  readonly state: GridState
  readonly copied: Copied
  /** Whether a paste may go on below the last line. */
  mayAddRows(): boolean
  /** Tells why something was not done. */
  say(sentence: string): void
}

/** Puts what lies on the clipboard into the selected cells. Headers of groups take none of it. */
export function usePasting({ state, copied, mayAddRows, say }: PastingOptions) {
  const { t, language } = useText()

  function put(text: string, html: string): void {
    const own = copied.own(text)
    const block = own?.block ?? readClip({ text, table: parseHtmlTable(html) }, language.value)
    const { rect, layout } = openRows()
    const selected = state.rects.value.flatMap((range) => rect(range) ?? [])
    if (state.rects.value.length > 0 && selected.length === 0) return sayReadOnly()
    const folded = closedHeaders()
    const target = {
      selected,
      layout,
      mayAddRows: mayAddRows() && !folded.isLast,
      isEditable: state.isEditable,
    }
    const plan = own?.source ? planMove(block, own.source, target) : planPaste(block, target)
    if (typeof plan === 'string') return say(t(`paste.clipboard.${plan}`))
    if (plan.changes.length === 0 && plan.skipped.length > 0) return sayReadOnly()
    const { area, ...set } = plan
    state.change({
      ...set,
      changes: own ? plan.changes : plan.changes.map(asTyped),
      passesFolded: foldedAmong(plan, state.layout.value, folded.headers),
      kind: own?.source ? 'move' : 'paste',
      taken() {
        if (own?.source) copied.forget()
        if (selected.length === 1) select(area, plan, layout)
      },
    })
  }

  function openRows(): OpenRows {
    return withoutHeaders(state.layout.value, headersOf(state.rows.value.groups))
  }

  /** Headers of what is folded, and whether the last line is in it. */
  function closedHeaders(): { readonly headers: ReadonlySet<string>; readonly isLast: boolean } {
    const { groups = [] } = state.rows.value
    const isClosed = (header: string): boolean =>
      state.columns.value.some((column) => column.cell(header).fold === 'closed')
    const headers = new Set(groups.flatMap(({ header }) => header ?? []).filter(isClosed))
    const last = groups.at(-1)?.header
    return { headers, isLast: last !== undefined && headers.has(last) }
  }

  /** A number that another program has set as accounts are set. */
  function asTyped(change: CellChange): CellChange {
    const request = state.column(change.place.column)?.editor(change.place.row)
    const isFigure = request?.kind === 'line' && request.figures
    return isFigure ? { ...change, text: plainFigure(change.text) } : change
  }

  /** What was pasted, with the rows that were added. The active cell stays if it is among it. */
  function select(area: Rect, { newRows }: PastePlan, before: Layout): void {
    const { layout: now } = openRows()
    const bottom = newRows > 0 ? Math.min(area.bottom, now.lines.end - 1) : area.bottom
    const anchor = before.place({ row: area.top, column: area.left })
    const head = (newRows > 0 ? now : before).place({ row: bottom, column: area.right })
    if (!anchor || !head || !now.spot(anchor) || !now.spot(head)) return
    const active = state.active.value
    const spot = active && before.spot(active)
    const isInside = spot !== undefined && contains(area, spot)
    state.selection.value = {
      ranges: [{ anchor, head }],
      active: active && isInside ? active : anchor,
    }
  }

  function sayReadOnly(): void {
    const active = state.active.value
    say((active && state.handlers.whyNot?.(active)) ?? t('paste.clipboard.READ_ONLY'))
  }

  return { put }
}
