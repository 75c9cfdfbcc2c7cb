import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import type { CellView } from '../cell.ts'

/** Paints a cell: text, tag and marks, and what a screen reader needs on the cell itself. */
export class CellPainter implements ICellRendererComp {
  private readonly box = document.createElement('span')
  private readonly tag = document.createElement('span')
  private readonly text = document.createElement('span')
  private cell: HTMLElement | undefined
  private look = ''
  private title = ''

  init(params: ICellRendererParams<unknown, CellView>): void {
    this.box.className = 'cell'
    this.tag.className = 'cell-tag'
    this.text.className = 'cell-text'
    this.box.append(this.tag, this.text)
    this.box.addEventListener('pointerenter', () => this.showTitle())
    this.cell = params.eGridCell
    this.look = this.cell.dataset['look'] ?? '' // an editor has been there: another painter dressed it
    this.paint(params.value)
  }

  refresh(params: ICellRendererParams<unknown, CellView>): boolean {
    this.paint(params.value)
    return true
  }

  getGui(): HTMLElement {
    return this.box
  }

  private paint(view: CellView | null | undefined): void {
    if (!view) return
    const { text, tag, look, mark, title, editable } = view
    this.text.textContent = text
    this.tag.textContent = tag ?? ''
    this.tag.hidden = !tag
    this.title = title ?? ''
    this.dress(`${look ?? ''} ${mark ?? ''}`.trim())
    setAttribute(this.cell, 'aria-readonly', editable ? null : 'true')
    setAttribute(this.cell, 'aria-invalid', mark === 'error' ? 'true' : null)
    setAttribute(this.cell, 'aria-description', title ?? null)
  }

  /** What there is to tell, and the text itself where it is cut off. */
  private showTitle(): void {
    const isCut = this.box.scrollWidth > this.box.clientWidth
    const told = [isCut && this.text.textContent, this.title].filter(Boolean).join('\n')
    setAttribute(this.box, 'title', told || null)
  }

  private dress(look: string): void {
    if (look === this.look) return
    const { cell } = this
    if (!cell) return
    for (const name of this.look.split(' ')) if (name) cell.classList.remove(`is-${name}`)
    for (const name of look.split(' ')) if (name) cell.classList.add(`is-${name}`)
    this.look = look
    cell.dataset['look'] = look
  }
}

function setAttribute(cell: HTMLElement | undefined, name: string, value: string | null): void {
  if (value === null) cell?.removeAttribute(name)
  else cell?.setAttribute(name, value)
}
