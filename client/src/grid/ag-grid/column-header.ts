import type { IHeaderComp, IHeaderParams } from 'ag-grid-community'
import type { GridState } from '../useGridState.ts'

/** What the adapter gives every heading besides what the grid gives. */
export interface HeaderContext {
  readonly state: GridState
  /** Headings that are on screen. */
  readonly headers: Set<ColumnHeader>
  readonly hint: string | undefined
  /** Whether a column has a selected cell. */
  isCrossed(column: string): boolean
  /** Names the button of the menu. */
  readonly menuName: string
  /** Said of a column whose cells are filtered. */
  readonly filteredName: string
}

type HeaderParams = IHeaderParams & HeaderContext

/** A column's heading: its name, how it is sorted and whether it is filtered, and the button of its menu. */
export class ColumnHeader implements IHeaderComp {
  private readonly box = document.createElement('div')
  private readonly label = document.createElement('span')
  private readonly marks = document.createElement('span')
  private readonly button = document.createElement('button')
  private params!: HeaderParams

  init(params: HeaderParams): void {
    this.box.className = 'column-header'
    this.label.className = 'column-heading'
    this.marks.className = 'column-marks'
    this.marks.setAttribute('aria-hidden', 'true')
    this.button.type = 'button'
    this.button.tabIndex = -1 // the menu has a key; the sheet is one tab stop
    this.button.className = 'column-menu-button'
    this.button.addEventListener('click', () => this.openMenu())
    this.box.append(this.label, this.marks, this.button)
    params.headers.add(this)
    this.refresh(params)
  }

  refresh(params: HeaderParams): boolean {
    this.params = params
    const { displayName, hint, menuName, eGridHeader } = params
    this.label.textContent = displayName
    this.box.title = [displayName, hint].filter(Boolean).join('\n')
    this.button.setAttribute('aria-label', menuName)
    this.button.hidden = !this.hasMenu
    eGridHeader.setAttribute('aria-label', displayName) // without the button's
    this.dress()
    queueMicrotask(() => this.mark()) // the grid clears what it has said of sorting when it is done
    return true
  }

  getGui(): HTMLElement {
    return this.box
  }

  destroy(): void {
    this.params.headers.delete(this)
  }

  /** Shows how the column is sorted and filtered now. */
  mark(): void {
    const { state, eGridHeader, filteredName } = this.params
    const arrangement = state.arrangement?.arrangement.value
    const sorted = arrangement?.sort?.column === this.id ? arrangement.sort.direction : undefined
    const isFiltered = arrangement?.filters[this.id] !== undefined
    const names = ['column-marks', sorted, isFiltered && 'filtered']
    this.marks.className = names.filter(Boolean).join(' ')
    setAttribute(eGridHeader, 'aria-sort', sorted)
    setAttribute(eGridHeader, 'aria-description', isFiltered ? filteredName : undefined)
  }

  /** Shows whether the column has a selected cell. */
  dress(): void {
    const { isCrossed, eGridHeader } = this.params
    eGridHeader.classList.toggle('crossed', isCrossed(this.id))
  }

  private get id(): string {
    return this.params.column.getColId()
  }

  private get hasMenu(): boolean {
    const { state } = this.params
    return state.arrangement !== undefined && state.column(this.id)?.numbersRows !== true
  }

  private openMenu(): void {
    const at = this.button.getBoundingClientRect()
    this.params.state.showMenu({ kind: 'column', column: this.id, at })
  }
}

function setAttribute(element: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name)
  else element.setAttribute(name, value)
}
