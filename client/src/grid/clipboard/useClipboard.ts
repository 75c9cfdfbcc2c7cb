import { onBeforeUnmount, onMounted, type Ref } from 'vue'
import { useText } from '../../text/useText.ts'
import { chordLabel } from '../keys/chord.ts'
import type { GridState } from '../useGridState.ts'
import { readFromSystem, writeToSystem } from './system-clipboard.ts'
import { useCopied } from './useCopied.ts'
import { usePasting } from './usePasting.ts'

interface ClipboardOptions {
  readonly state: GridState
  /** The grid on screen. */
  readonly box: Readonly<Ref<HTMLElement | null>>
  /** Whether a paste may go on below the last line. */
  mayAddRows(): boolean
  /** Tells why something was not done. */
  say(sentence: string): void
}

/**
 * Copy, cut and paste: by the browser's own events, whatever key or menu they come from, and as commands for
 * menus of our own, where the browser allows it.
 */
export function useClipboard({ state, box, mayAddRows, say }: ClipboardOptions): void {
  const { t } = useText()
  const copied = useCopied(state, say)
  const { put } = usePasting({ state, copied, mayAddRows, say })

  /** Whether the keys go to the cells, and not to an editor in one of them. */
  function isHere(): boolean {
    const focused = document.activeElement
    return Boolean(box.value?.contains(focused)) && !focused?.matches('input, textarea')
  }

  function onTake(event: ClipboardEvent): void {
    if (!isHere() || !event.clipboardData) return
    event.preventDefault()
    const cells = copied.take(event.type === 'cut')
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
    const cells = copied.take(cut)
    if (!cells || (await writeToSystem(cells))) return
    copied.forget()
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
