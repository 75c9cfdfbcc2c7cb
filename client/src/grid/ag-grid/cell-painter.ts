import type { ICellRendererComp, ICellRendererParams } from 'ag-grid-community'
import type { CellPlace, CellView } from '../cell.ts'
import { CellParts } from './cell-parts.ts'
import type { GridRow } from './to-column-def.ts'

/** What painters share with the grid that they paint for. */
export interface PaintContext {
  /** Painters of the cells that are on screen. */
  readonly painters: Set<CellPainter>
  /** Class names that features give to a cell. */
  dressOf(place: CellPlace): string
}

/** Paints a cell: text, tag and marks, and what a screen reader needs on the cell itself. */
export class CellPainter implements ICellRendererComp {
  private readonly box = document.createElement('span')
  private readonly tag = document.createElement('span')
  /** Between tag and text: two words, to who hears them. */
  private readonly blank = document.createTextNode('')
  private readonly text = document.createElement('span')
  private readonly parts = new CellParts(this.box)
  private cell: HTMLElement | undefined
  private context: PaintContext | undefined
  private place: CellPlace = { row: '', column: '' }
  private look = ''
  private worn = ''
  private title = ''

  init(params: ICellRendererParams<GridRow, CellView, PaintContext>): void {
    this.box.className = 'cell'
    this.tag.className = 'cell-tag'
    this.text.className = 'cell-text'
    this.box.append(this.tag, this.blank, this.text)
    this.box.addEventListener('pointerenter', () => this.showTitle())
    this.cell = params.eGridCell
    // an editor has been there: another painter dressed it
    this.look = this.cell.dataset['look'] ?? ''
    this.worn = this.cell.dataset['worn'] ?? ''
    this.context = params.context
    this.place = { row: params.data?.id ?? '', column: params.column?.getColId() ?? '' }
    this.context.painters.add(this)
    this.paint(params.value)
    this.redress()
  }

  refresh(params: ICellRendererParams<GridRow, CellView>): boolean {
    this.paint(params.value)
    return true
  }

  getGui(): HTMLElement {
    return this.box
  }

  destroy(): void {
    this.context?.painters.delete(this)
  }

  /** Puts on what features give the cell now. */
  redress(): void {
    const worn = this.context?.dressOf(this.place) ?? ''
    if (worn === this.worn) return
    this.swap(this.worn, worn, '')
    this.worn = worn
    const isSelected = /(^| )range( |$)/.test(worn)
    setAttribute(this.cell, 'data-worn', worn.trim() || null)
    setAttribute(this.cell, 'aria-selected', isSelected ? 'true' : null)
  }

  private paint(view: CellView | null | undefined): void {
    if (!view) return
    const { text, tag, signs, aside, fold, grip, look, mark, title, editable } = view
    this.text.textContent = text
    this.tag.textContent = tag ?? ''
    this.tag.hidden = !tag
    this.blank.data = tag ? ' ' : ''
    this.parts.paint({ fold, grip, signs, aside })
    setAttribute(this.cell, 'aria-expanded', fold ? String(fold === 'open') : null)
    this.title = title ?? ''
    this.dressLook(`${look ?? ''} ${mark ?? ''}`.trim())
    setAttribute(this.cell, 'aria-readonly', editable ? null : 'true')
    setAttribute(this.cell, 'aria-invalid', mark === 'error' ? 'true' : null)
    setAttribute(this.cell, 'aria-description', title ?? null)
  }

  /** What there is to tell, and the text itself where it is cut off. */
  private showTitle(): void {
    const isCut = [this.box, this.text].some((one) => one.scrollWidth > one.clientWidth)
    const told = [isCut && this.text.textContent, this.title].filter(Boolean).join('\n')
    setAttribute(this.box, 'title', told || null)
  }

  private dressLook(look: string): void {
    if (look === this.look) return
    this.swap(this.look, look, 'is-')
    this.look = look
    setAttribute(this.cell, 'data-look', look || null)
  }

  private swap(before: string, after: string, prefix: string): void {
    const { cell } = this
    if (!cell) return
    for (const name of before.split(' ')) if (name) cell.classList.remove(prefix + name)
    for (const name of after.split(' ')) if (name) cell.classList.add(prefix + name)
  }
}

function setAttribute(cell: HTMLElement | undefined, name: string, value: string | null): void {
  if (value === null) cell?.removeAttribute(name)
  else cell?.setAttribute(name, value)
}
