import { shallowRef, watch } from 'vue'
import { useText } from '../../text/useText.ts'
import { toldChange } from './told-change.ts'
import type { SheetArrangement } from './useArrangement.ts'

/** What was last done to the arrangement, as a sentence to be read aloud. */
export function useArrangementVoice(arrangement: SheetArrangement) {
  const { t, counted, count } = useText()
  const spoken = shallowRef('')
  const heading = (id: string): string =>
    arrangement.columns.value.find((column) => column.id === id)?.heading ?? ''

  watch(arrangement.arrangement, (after, before) => {
    const told = toldChange(before, after)
    switch (told?.kind) {
      case undefined:
        return
      case 'sorted':
        return say(t(`grid.spoken.sorted.${told.direction}`, { column: heading(told.column) }))
      case 'unsorted':
        return say(t('grid.spoken.unsorted'))
      case 'filtered': {
        const { all, shown } = arrangement.count.value
        return say(counted('grid.spoken.filtered', all, { shown: count(shown) }))
      }
      case 'hidden':
        return say(t('grid.spoken.hidden', { column: heading(told.column) }))
      case 'shown':
        return say(t('grid.spoken.shown'))
      case 'width':
        return say(t('grid.spoken.width', { column: heading(told.column), width: told.width }))
      case 'frozen':
        return say(frozen())
    }
  })

  function frozen(): string {
    const last = arrangement.columns.value.findLast(
      ({ fixed, hidden, numbersRows }) => fixed && !hidden && !numbersRows,
    )
    if (arrangement.frozen.value === 0 || !last) return t('grid.spoken.unfrozen')
    return t('grid.spoken.frozen', { column: last.heading })
  }

  function say(sentence: string): void {
    spoken.value = sentence
  }

  /** Where a column stands now, counted on screen from 1. */
  function sayMoved(id: string): void {
    const shown = arrangement.columns.value.filter(
      ({ hidden, numbersRows }) => !hidden && !numbersRows,
    )
    const number = shown.findIndex((column) => column.id === id) + 1
    say(t('grid.spoken.moved', { column: heading(id), number }))
  }

  return { spoken, sayMoved }
}
