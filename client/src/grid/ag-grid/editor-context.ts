import type { ICellEditorParams } from 'ag-grid-community'
import type { EditorRequest } from '../column.ts'
import { isCharacter } from '../keys/chord.ts'

/** What the adapter gives every editor besides what the grid gives. */
export interface EditorContext<Kind extends EditorRequest['kind']> {
  readonly request: Extract<EditorRequest, { kind: Kind }>
  /** Names the field to a screen reader. */
  readonly label: string
  /** Told at every keystroke and choice, before anything is committed. */
  onTyping(text: string): void
  onStarted(): void
  onStopped(): void
}

export type EditorParams<Kind extends EditorRequest['kind']> = ICellEditorParams &
  EditorContext<Kind>

/** What an edit that was opened by a key starts with: the character typed, or what was there. */
export function startText(eventKey: string | null, present: string): string {
  if (eventKey === 'Backspace') return ''
  return eventKey !== null && isCharacter(eventKey) ? eventKey : present
}

/** The grid lays some editors in a dialog of its own, which has no name. */
export function namePopup(editor: HTMLElement, name: string): void {
  editor.closest('[role=dialog]')?.setAttribute('aria-label', name)
}
