import type { BudgetPicturesQuery } from '@andel/schema/operations'
import type { useText } from '../text/useText.ts'

export type PicturedService = NonNullable<BudgetPicturesQuery['jointService']>
export type PicturedBudget = NonNullable<PicturedService['budget']>

/** What pictures are told with. */
export type Words = Pick<
  ReturnType<typeof useText>,
  't' | 'counted' | 'money' | 'count' | 'percent' | 'date' | 'language'
>

export interface TableCell {
  readonly text: string
  /** The address that the text leads to. */
  readonly to?: string | undefined
}

interface TableRow {
  readonly id: string
  readonly cells: readonly TableCell[]
}

/** The figures of a picture. The first cell of a row names it. */
export interface PictureTable {
  readonly heads: readonly string[]
  /** How many columns from the left are words; the others are figures. */
  readonly words: number
  readonly rows: readonly TableRow[]
  readonly foot: readonly TableRow[]
}

/** What every picture tells beside what it draws. */
export interface Told {
  /** What it shows, with the figures. */
  readonly summary: string
  /** What one must know to read it rightly. */
  readonly notes: readonly string[]
  readonly table: PictureTable
}
