import type { ICellEditorComp } from 'ag-grid-community'
import type { ListAction, ListOption } from '../column.ts'
import { isCharacter } from '../keys/chord.ts'
import { namePopup, type EditorParams } from './editor-context.ts'

/**
 * A listbox under the cell. Arrow keys and typing the beginning of a name move the choice, which is told at
 * once; Enter or a click takes it. Below the options there may be things to do instead.
 */
export class ListEditor implements ICellEditorComp {
  private readonly box = document.createElement('div')
  private params!: EditorParams<'list'>
  /** The letter that opened it. */
  private typed: string | undefined
  private items: readonly (ListOption | ListAction)[] = []
  private elements: readonly HTMLElement[] = []
  private index = 0
  private sought = ''
  private soughtAt = 0

  init(params: EditorParams<'list'>): void {
    const { request, label, column, eventKey } = params
    this.params = params
    this.items = [...request.options, ...(request.actions ?? [])]
    this.elements = this.items.map((item, index) => this.element(item, index))
    const { box } = this
    box.className = 'cell-list'
    box.tabIndex = 0
    box.style.minInlineSize = `${column.getActualWidth()}px`
    box.setAttribute('role', 'listbox')
    box.setAttribute('aria-label', label)
    box.append(...this.elements)
    box.addEventListener('keydown', (event) => this.onKey(event))
    const present = request.options.findIndex(({ value }) => value === request.text)
    this.point(Math.max(present, 0))
    this.typed = eventKey !== null && isCharacter(eventKey) ? eventKey : undefined
    params.onStarted()
  }

  getGui(): HTMLElement {
    return this.box
  }

  afterGuiAttached(): void {
    namePopup(this.box, this.params.label)
    this.box.focus()
    this.elements[this.index]?.scrollIntoView({ block: 'nearest' })
    if (this.typed !== undefined) this.seek(this.typed) // not earlier: cells that are painted meanwhile open another
  }

  destroy(): void {
    this.params.onStopped()
  }

  isPopup(): boolean {
    return true
  }

  getPopupPosition(): 'under' {
    return 'under'
  }

  getValue(): string {
    const item = this.items[this.index]
    return item && 'value' in item ? item.value : this.params.request.text
  }

  isCancelAfterEnd(): boolean {
    return this.getValue() === this.params.request.text
  }

  private element(item: ListOption | ListAction, index: number): HTMLElement {
    const element = document.createElement('div')
    element.id = `${this.params.column.getColId()}-option-${index}`
    element.className = 'value' in item ? 'cell-option' : 'cell-option cell-action'
    element.setAttribute('role', 'option')
    element.append(item.label)
    if ('detail' in item && item.detail) {
      const detail = document.createElement('small')
      detail.textContent = item.detail
      element.append(detail)
    }
    element.addEventListener('pointerdown', (event) => event.preventDefault())
    element.addEventListener('click', () => {
      this.point(index)
      this.take()
    })
    return element
  }

  private onKey(event: KeyboardEvent): void {
    const last = this.items.length - 1
    const targets: Record<string, number> = {
      ArrowDown: Math.min(this.index + 1, last),
      ArrowUp: Math.max(this.index - 1, 0),
      Home: 0,
      End: last,
    }
    const target = targets[event.key]
    if (target !== undefined && !event.altKey) {
      event.preventDefault()
      event.stopPropagation()
      this.move(target)
    } else if (isCharacter(event.key) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      this.seek(event.key)
    } else if (event.key === 'Enter' && this.isAction()) {
      event.preventDefault()
      event.stopPropagation()
      this.take()
    }
  }

  /** Type-ahead: letters typed shortly after one another are the beginning of a name. */
  private seek(letter: string): void {
    const now = performance.now()
    this.sought = now - this.soughtAt < 800 ? this.sought + letter : letter
    this.soughtAt = now
    const wanted = this.sought.toLocaleLowerCase()
    const found = this.items.findIndex(({ label }) => label.toLocaleLowerCase().startsWith(wanted))
    if (found >= 0) this.move(found)
  }

  private move(index: number): void {
    this.point(index)
    this.elements[index]?.scrollIntoView({ block: 'nearest' })
    this.params.onTyping(this.getValue())
  }

  private point(index: number): void {
    this.index = index
    this.elements.forEach((element, at) =>
      element.setAttribute('aria-selected', String(at === index)),
    )
    this.box.setAttribute('aria-activedescendant', this.elements[index]?.id ?? '')
  }

  private isAction(): boolean {
    const item = this.items[this.index]
    return item !== undefined && 'run' in item
  }

  private take(): void {
    const item = this.items[this.index]
    this.params.stopEditing(true)
    if (item && 'run' in item) item.run()
  }
}
