import { useText } from '../../text/useText.ts'
import { bareText } from '../clipboard/bare-text.ts'
import { selectArea } from '../clipboard/select-area.ts'
import { emptyContent } from '../cell.ts'
import type { Rect } from '../layout.ts'
import type { GridState } from '../useGridState.ts'
import { toEndOfData } from './fill-rect.ts'
import { planFill, type FillPlan, type FillSheet, type FillWish } from './plan-fill.ts'
import { planRepeat } from './plan-repeat.ts'

export type Fill = ReturnType<typeof useFill>

/** Filling cells from others: by Ctrl+D and Ctrl+R, and whatever a handle or a menu asks for. */
export function useFill(state: GridState) {
  const { language } = useText()

  const sheet = (): FillSheet => ({
    layout: state.layout.value,
    language: language.value,
    source({ row, column }) {
      const found = state.column(column)
      const content = found?.content(row) ?? emptyContent
      return { content, text: found?.editor(row)?.text ?? bareText(content, language.value) }
    },
    isEditable: state.isEditable,
  })

  function repeat(way: 'down' | 'right'): void {
    change(planRepeat(state.rects.value, way, sheet()))
  }

  /** From a range into the larger one that it was drawn to, which is selected then. */
  function fillTo(source: Rect, to: Rect, wish: FillWish): void {
    const before = state.selection.value
    const after = selectArea(to, state.layout.value)
    if (before && after) state.selection.value = { ...after, active: before.active }
    change(planFill(source, to, sheet(), wish))
  }

  /** Down to the end of the data beside the range. */
  function fillDownToEnd(source: Rect): void {
    const { layout } = state
    const to = toEndOfData(source, layout.value, (spot) => {
      const place = layout.value.place(spot)
      return place !== undefined && sheet().source(place).content.kind !== 'empty'
    })
    fillTo(source, to, 'usual')
  }

  function change(plan: FillPlan): void {
    if (plan.changes.length + plan.skipped.length === 0) return
    state.change({ ...plan, kind: 'fill', newRows: 0 })
  }

  state.onCommand('fill down', () => repeat('down'))
  state.onCommand('fill right', () => repeat('right'))

  return { fillTo, fillDownToEnd }
}
