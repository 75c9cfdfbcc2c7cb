import type { ICellEditorComp } from 'ag-grid-community'
import { namePopup, startText, type EditorParams } from './editor-context.ts'

/** Typing in a cell: one line, or, over the cell, a paragraph. Every keystroke is told. */
abstract class TextEditor implements ICellEditorComp {
  protected abstract readonly field: HTMLInputElement | HTMLTextAreaElement
  private opened = ''
  private onTyping: ((text: string) => void) | undefined
  private onStopped: (() => void) | undefined

  init(params: EditorParams<'line'> | EditorParams<'paragraph'>): void {
    const { request, label, eventKey, onTyping } = params
    const { field } = this
    this.opened = request.text
    this.onStopped = params.onStopped
    field.value = startText(eventKey, request.text)
    field.setAttribute('aria-label', label)
    field.spellcheck = false
    field.autocomplete = 'off'
    field.addEventListener('input', () => onTyping(field.value))
    this.onTyping = onTyping
    params.onStarted()
  }

  getGui(): HTMLElement {
    return this.field
  }

  afterGuiAttached(): void {
    namePopup(this.field, this.field.ariaLabel ?? '')
    this.field.focus()
    const end = this.field.value.length
    this.field.setSelectionRange(end, end)
    if (this.field.value !== this.opened) this.onTyping?.(this.field.value)
  }

  getValue(): string {
    return this.field.value
  }

  destroy(): void {
    this.onStopped?.()
  }

  /** What was not changed is not an edit. */
  isCancelAfterEnd(): boolean {
    return this.field.value === this.opened
  }
}

export class LineEditor extends TextEditor {
  protected readonly field = document.createElement('input')

  override init(params: EditorParams<'line'>): void {
    this.field.className = 'cell-editor'
    if (params.request.figures) {
      this.field.classList.add('figures')
      this.field.inputMode = 'decimal'
    }
    super.init(params)
  }
}

export class ParagraphEditor extends TextEditor {
  protected readonly field = document.createElement('textarea')

  override init(params: EditorParams<'paragraph'>): void {
    this.field.className = 'cell-editor paragraph'
    this.field.rows = 5
    super.init(params)
  }

  isPopup(): boolean {
    return true
  }
}
