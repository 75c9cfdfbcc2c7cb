import { computed, onBeforeUnmount, onMounted, shallowRef, type Ref } from 'vue'
import { useText } from '../../text/useText.ts'
import type { CellPlace } from '../cell.ts'
import { chordLabel } from '../keys/chord.ts'
import { edgeClasses } from '../selection/edges.ts'
import { rectsOf, type Selection } from '../selection/selection.ts'
import type { GridState } from '../useGridState.ts'
import { copyCells, type CopiedCells } from './copy.ts'
import { parseHtmlTable } from './parse-html.ts'
import { planMove } from './plan-move.ts'
import { planPaste } from './plan-paste.ts'
import { readClip } from './read-clip.ts'
import { selectArea } from './select-area.ts'
import { readFromSystem, writeToSystem } from './system-clipboard.ts'
import './marching-edge.css'

interface ClipboardOptions {
  readonly state: GridState
  /** The grid on screen. */
  readonly box: Readonly<Ref<HTMLElement | null>>
  /** Whether a paste may go on below the last line. */
  mayAddRows(): boolean
  /** Tells why something was not done. */
  say(sentence: string): void
}

/** What was copied or cut last, here. */
interface Taken {
  readonly selection: Selection
  readonly places: readonly CellPlace[]
  readonly text: string
  readonly cut: boolean
}

/**
 * Copy, cut and paste: by the browser's own events, whatever key or menu they come from, and as commands for
 * menus of our own, where the browser allows it.
 */
export function useClipboard({ state, box, mayAddRows, say }: ClipboardOptions): void {
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
    taken.value = undefined
    return isMarching
  })

  function take(cut: boolean): CopiedCells | undefined {
    const selection = state.selection.value
    if (!selection) return undefined
    const rects = state.rects.value
    const cells = copyCells(rects, {
      layout: state.layout.value,
      language: language.value,
      content: ({ row, column }) => state.column(column)?.content(row) ?? { kind: 'empty' },
    })
    if (cells === 'RANGES_DO_NOT_MATCH' || (cut && rects.length > 1)) {
      say(t(cut ? 'paste.clipboard.cutSeveral' : 'paste.clipboard.RANGES_DO_NOT_MATCH'))
      return undefined
    }
    taken.value = { selection, places: cells.places.flat(), text: cells.text, cut }
    return cells
  }

  function put(text: string, html: string): void {
    const block = readClip({ text, table: parseHtmlTable(html) }, language.value)
    const target = {
      selected: state.rects.value,
      layout: state.layout.value,
      mayAddRows: mayAddRows(),
      isEditable: state.isEditable,
    }
    const cut = taken.value?.cut && isSameText(taken.value.text, text) ? taken.value : undefined
    const plan = cut ? planMove(block, cut.places, target) : planPaste(block, target)
    if (typeof plan === 'string') return say(t(`paste.clipboard.${plan}`))
    const { area, ...set } = plan
    const { lines } = state.layout.value
    const shown = plan.newRows > 0 ? { ...area, bottom: lines.end - 1 } : area
    state.selection.value = selectArea(shown, state.layout.value) ?? state.selection.value
    const done = cut && { taken: () => void (taken.value = undefined) }
    state.change({ ...set, ...done, kind: cut ? 'move' : 'paste' })
  }

  /** Whether the keys go to the cells, and not to an editor in one of them. */
  function isHere(): boolean {
    const focused = document.activeElement
    return Boolean(box.value?.contains(focused)) && !focused?.matches('input, textarea')
  }

  function onTake(event: ClipboardEvent): void {
    if (!isHere() || !event.clipboardData) return
    event.preventDefault()
    const cells = take(event.type === 'cut')
    if (!cells) return
    event.clipboardData.setData('text/plain', cells.text)
    event.clipboardData.setData('text/html', cells.html)
  }

  function onPaste(event: ClipboardEvent): void {
    if (!isHere() || !event.clipboardData) return
    event.preventDefault()
    put(event.clipboardData.getData('text/plain'), event.clipboardData.getData('text/html'))
  }

  /** Safari asks whether there is anything to copy where no text is selected. */
  function onAsked(event: Event): void {
    if (isHere()) event.preventDefault()
  }

  async function writeOut(cut: boolean): Promise<void> {
    const cells = take(cut)
    if (!cells || (await writeToSystem(cells))) return
    taken.value = undefined
    refuse(cut ? 'Ctrl+x' : 'Ctrl+c')
  }

  async function readIn(): Promise<void> {
    const found = await readFromSystem()
    if (found) put(found.text, found.html)
    else refuse('Ctrl+v')
  }

  function refuse(chord: string): void {
    const keys = chordLabel(chord, {}, /Mac/.test(navigator.platform))
    say(t('paste.clipboard.notAllowed', { keys }))
  }

  state.onCommand('copy', () => void writeOut(false))
  state.onCommand('cut', () => void writeOut(true))
  state.onCommand('paste', () => void readIn())

  // on the document: the browser sends these events to where text is selected, not to the focused cell
  const listeners = { copy: onTake, cut: onTake, paste: onPaste } as const
  const asked = ['beforecopy', 'beforecut', 'beforepaste']
  onMounted(() => {
    document.addEventListener('copy', listeners.copy)
    document.addEventListener('cut', listeners.cut)
    document.addEventListener('paste', listeners.paste)
    for (const name of asked) document.addEventListener(name, onAsked)
  })
  onBeforeUnmount(() => {
    document.removeEventListener('copy', listeners.copy)
    document.removeEventListener('cut', listeners.cut)
    document.removeEventListener('paste', listeners.paste)
    for (const name of asked) document.removeEventListener(name, onAsked)
  })
}

/** Systems write line ends in their own way. */
function isSameText(ours: string, found: string): boolean {
  const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  return plain(ours) === plain(found)
}
