/** How somebody has arranged a sheet. Columns by id; what is not said is as the sheet has it. */
export interface Arrangement {
  /** Columns from left to right. */
  readonly order?: readonly string[] | undefined
  readonly hidden: readonly string[]
  /** In pixels. */
  readonly widths: Readonly<Record<string, number>>
  /** How many columns from the left stay when the sheet is scrolled sideways, besides that of row numbers. */
  readonly frozen?: number | undefined
  readonly sort?: Sort | undefined
  /** By column; a line is shown when it passes all of them. */
  readonly filters: Readonly<Record<string, Filter>>
}

export type Direction = 'ascending' | 'descending'

export interface Sort {
  readonly column: string
  readonly direction: Direction
}

/** Which cells of a column pass. Numbers are exact decimals, as in `CellContent`. */
export type Filter =
  /** By `valueKey`. */
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly kind: 'contains'; readonly text: string }
  | { readonly kind: NumberTest; readonly exact: string }
  /** Both ends pass. */
  | { readonly kind: 'between'; readonly from: string; readonly to: string }
  | { readonly kind: 'empty' | 'filled' }

export type NumberTest = 'equal' | 'less' | 'more'
export type FilterKind = Filter['kind']

export const notArranged: Arrangement = { hidden: [], widths: {}, filters: {} }

/** In pixels: narrower than this nothing can be read or taken hold of, wider is a slip of the hand. */
export const widthLimits = { least: 40, most: 1000 } as const

export function withinLimits(width: number): number {
  return Math.round(Math.min(Math.max(width, widthLimits.least), widthLimits.most))
}

/** The filters of all columns but one. */
export function filtersBut(column: string, { filters }: Arrangement): Arrangement['filters'] {
  return Object.fromEntries(Object.entries(filters).filter(([other]) => other !== column))
}
