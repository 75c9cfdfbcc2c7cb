import type { IconName } from '../ui/icon-paths.ts'

/** Where a cell stands: a row's id and a column's id. */
export interface CellPlace {
  readonly row: string
  readonly column: string
}

/** What a cell holds, apart from how it looks: what is copied, added up, sorted, filtered and searched. */
export type CellContent =
  | {
      readonly kind: 'number'
      /** An exact decimal: "-35.01", "12600". */
      readonly exact: string
      readonly unit?: 'percent'
    }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' }

export const emptyContent: CellContent = { kind: 'empty' }

/** Text, or nothing when there is none. */
export function textContent(text: string): CellContent {
  return text === '' ? emptyContent : { kind: 'text', text }
}

/** What a cell shows. */
export interface CellView {
  readonly text: string
  /** Whether it can be typed in; what is calculated or fixed looks and is announced otherwise. */
  readonly editable: boolean
  /** How it is set, by names that the stylesheet knows; several are parted by blanks. */
  readonly look?: string | undefined
  /** A word before the text that says what kind of text it is. */
  readonly tag?: string | undefined
  /** `error`: does not count, and the title says why; `remark`: the title tells more. */
  readonly mark?: 'error' | 'remark' | undefined
  /** Small signs after the text; the title says the same in words. */
  readonly signs?: readonly IconName[] | undefined
  /** Quieter words after the text. */
  readonly aside?: string | undefined
  /** It heads rows that can be hidden: whether they are. */
  readonly fold?: 'open' | 'closed' | undefined
  /** Its row can be taken hold of here and moved. */
  readonly grip?: boolean | undefined
  /** Shown when pointed at, and read aloud after the text. */
  readonly title?: string | undefined
}

/** Whether two views look the same, so that nothing needs painting. */
export function sameView(a: CellView, b: CellView): boolean {
  return (
    a.text === b.text &&
    a.editable === b.editable &&
    a.look === b.look &&
    a.tag === b.tag &&
    a.mark === b.mark &&
    a.aside === b.aside &&
    a.signs?.join() === b.signs?.join() &&
    a.fold === b.fold &&
    a.grip === b.grip &&
    a.title === b.title
  )
}

export function samePlace(a: CellPlace | undefined, b: CellPlace | undefined): boolean {
  return a?.row === b?.row && a?.column === b?.column
}
