import { useText } from '../../text/useText.ts'
import { bareText } from '../clipboard/bare-text.ts'
import { selectArea } from '../clipboard/select-area.ts'
import { emptyContent } from '../cell.ts'
import type { Layout, Rect } from '../layout.ts'
import { headersOf } from '../rows/fold-rows.ts'
import { withoutHeaders, type OpenRows } from '../rows/without-headers.ts'
import type { GridState } from '../useGridState.ts'
import { toEndOfData } from './fill-rect.ts'
import { planFill, type FillPlan, type FillSheet, type FillWish } from './plan-fill.ts'
import { planRepeat } from './plan-repeat.ts'

export type Fill = ReturnType<typeof useFill>

/**
 * Filling cells from others: by Ctrl+D and Ctrl+R, and whatever a handle or a menu asks for. Headers of groups
 * take no part in it.
 */
export function useFill(state: GridState) {
  const { language } = useText()

  const openRows = (): OpenRows =>
    withoutHeaders(state.layout.value, headersOf(state.rows.value.groups))
  const sheet = (layout: Layout): FillSheet => ({
    layout,
    language: language.value,
    source({ row, column }) {
      const found = state.column(column)
      const content = found?.content(row) ?? emptyContent
      return { content, text: found?.editor(row)?.text ?? bareText(content, language.value) }
    },
    isEditable: state.isEditable,
  })

  function repeat(way: 'down' | 'right'): void {
    const { layout, rect } = openRows()
    const ranges = state.rects.value.flatMap((range) => rect(range) ?? [])
    change(planRepeat(ranges, way, sheet(layout)))
  }

  /** From a range into the larger one that it was drawn to, which is selected once it is filled. */
  function fillTo(source: Rect, to: Rect, wish: FillWish): void {
    const { layout, rect } = openRows()
    const [from, into] = [rect(source), rect(to)]
    if (!from || !into) return
    const after = selectArea(to, state.layout.value)
    change(planFill(from, into, sheet(layout), wish), () => {
      const { active } = state
      if (active.value && after) state.selection.value = { ...after, active: active.value }
    })
  }

  /** Down to the end of the data beside the range, or of its group. */
  function fillDownToEnd(source: Rect): void {
    const { layout } = state
    const headers = headersOf(state.rows.value.groups)
    const to = toEndOfData(source, layout.value, (spot) => {
      const place = layout.value.place(spot)
      if (!place || headers.has(place.row)) return false
      return sheet(layout.value).source(place).content.kind !== 'empty'
    })
    fillTo(source, to, 'usual')
  }

  function change(plan: FillPlan, taken?: () => void): void {
    if (plan.changes.length + plan.skipped.length === 0) return
    state.change({ ...plan, kind: 'fill', newRows: 0, taken })
  }

  state.onCommand('fill down', () => repeat('down'))
  state.onCommand('fill right', () => repeat('right'))

  return { fillTo, fillDownToEnd }
}
