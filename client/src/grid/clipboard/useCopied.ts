import { isFormula } from '@andel/schema/formula'
import { computed, shallowRef } from 'vue'
import { useText } from '../../text/useText.ts'
import { emptyContent, type CellContent, type CellPlace } from '../cell.ts'
import { headersOf } from '../rows/fold-rows.ts'
import { edgeClasses } from '../selection/edges.ts'
import { rectsOf, type Selection } from '../selection/selection.ts'
import type { GridState } from '../useGridState.ts'
import { bareText } from './bare-text.ts'
import type { Block } from './block.ts'
import { copyCells, type CopiedCells } from './copy.ts'
import { writeTsv } from './tsv.ts'
import './marching-edge.css'

/** What was copied or cut last, here. */
interface Taken {
  readonly selection: Selection
  readonly places: readonly (readonly CellPlace[])[]
  readonly text: string
  /** What a paste puts into cells: the texts with formulas in the place of their values. */
  readonly block: Block
  readonly cut: boolean
}

/** A copy that was made here, when it is what lies on the clipboard. */
export interface OwnCopy {
  readonly block: Block
  /** The cells that a paste empties, when they were cut and are as they were. */
  readonly source?: readonly CellPlace[] | undefined
}

export type Copied = ReturnType<typeof useCopied>

/**
 * What was copied or cut in this sheet, with a marching edge around it: until Esc, or until something else is
 * typed or changed.
 */
export function useCopied(state: GridState, say: (sentence: string) => void) {
  const { t, language } = useText()
  const taken = shallowRef<Taken>()

  state.dress(
    'copied',
    computed(() => {
      const around = taken.value ? rectsOf(taken.value.selection, state.layout.value) : []
      return around.length ? (_place, spot) => edgeClasses('copied', around, spot) : undefined
    }),
  )
  state.onEscape(() => {
    const isMarching = taken.value !== undefined
    forget()
    return isMarching
  })
  state.onEdit((kind) => {
    if (kind !== 'paste' && kind !== 'move') forget()
  })

  function forget(): void {
    taken.value = undefined
  }

  function take(cut: boolean): CopiedCells | undefined {
    const selection = state.selection.value
    if (!selection) return undefined
    const rects = state.rects.value
    const refused = cut && whyNotCut(selection.active)
    if (refused) {
      say(refused)
      return undefined
    }
    const cells = copyCells(rects, {
      layout: state.layout.value,
      language: language.value,
      content,
    })
    if (cells === 'RANGES_DO_NOT_MATCH' || (cut && rects.length > 1)) {
      say(t(cut ? 'paste.clipboard.cutSeveral' : 'paste.clipboard.RANGES_DO_NOT_MATCH'))
      return undefined
    }
    const { places, text } = cells
    const block = places.filter(([first]) => !isHeader(first)).map((row) => row.map(typed))
    taken.value = { selection, places, text, block, cut }
    return cells
  }

  /** Why nothing of it can be moved elsewhere, where the sheet has a reason. */
  function whyNotCut(active: CellPlace): string | undefined {
    if (state.selectedCells().some(state.isEditable)) return undefined
    return state.handlers.whyNot?.(active)
  }

  /** What was copied here, if that is what lies on the clipboard. What was cut and has changed since is copied. */
  function own(text: string): OwnCopy | undefined {
    const now = taken.value
    if (!now || !isSameText(now.text, text)) return undefined
    if (!now.cut) return { block: now.block }
    if (!isSameText(writeTsv(now.places.map((row) => row.map(bare))), text)) {
      forget()
      return undefined
    }
    return { block: now.block, source: now.places.flat().filter((place) => !isHeader(place)) }
  }

  function isHeader(place: CellPlace | undefined): boolean {
    return place !== undefined && headersOf(state.rows.value.groups).has(place.row)
  }

  function content({ row, column }: CellPlace): CellContent {
    return state.column(column)?.content(row) ?? emptyContent
  }

  function bare(place: CellPlace): string {
    return bareText(content(place), language.value)
  }

  function typed(place: CellPlace): string {
    const text = state.column(place.column)?.editor(place.row)?.text ?? ''
    return isFormula(text) ? text : bare(place)
  }

  return { take, own, forget }
}

/** Systems write line ends in their own way. */
function isSameText(ours: string, found: string): boolean {
  const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  return plain(ours) === plain(found)
}
