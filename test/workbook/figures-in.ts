import { type BudgetFigures, sectionSums, sectionsOf } from '@andel/schema/budget'
import type { WorkbookFile } from './workbook-file.ts'

/** What the first sheet of a workbook says. Öre, but per inhabitant. */
export interface SheetFigures {
  readonly lines: readonly RowFigures[]
  /** Of the sections, where there are any, and of all. */
  readonly sums: readonly RowFigures[]
  readonly perInhabitant: readonly number[]
  /** What amounts, shares and rounding do not agree by. */
  readonly check: number
}

interface RowFigures {
  readonly amount: number | undefined
  readonly difference: number
  readonly shares: readonly number[]
}

type Cells = readonly (readonly string[])[]

const column = { id: 0, amount: 7, difference: 13, shares: 14 }

/** Öre in a cell of kronor; an empty cell is none, and what is no whole öre is not a number. */
function oreIn(text: string | undefined): number {
  if (!text) return 0
  const ore = Number(text) * 100
  return Math.abs(ore - Math.round(ore)) < 0.01 ? Math.round(ore) || 0 : Number.NaN
}

/** The figures of the first sheet as a program came to them. */
export function figuresIn(
  cells: Cells,
  file: WorkbookFile,
  { codes, lines }: BudgetFigures,
): SheetFigures {
  const shares = (row: readonly string[]) =>
    codes.map((_, index) => oreIn(row[column.shares + index]))
  const figures = (row: readonly string[]): RowFigures => ({
    amount: oreIn(row[column.amount]),
    difference: oreIn(row[column.difference]),
    shares: shares(row),
  })
  const marked = (...marks: string[]) => cells.filter((row) => marks.includes(row[column.id]!))
  return {
    lines: lines.map(({ line }) => figures(cells[file.rowOf(line.id) - 1]!)),
    sums: marked('subtotal', 'sum').map(figures),
    perInhabitant: shares(marked('perInhabitant')[0]!),
    check: oreIn(marked('check')[0]![column.amount]),
  }
}

/**
 * The same as the arithmetic has it.
 *
 * @param inhabitants - on the date of the rows above the lines; none when no key has one
 * @param sections - the name of each line's
 */
export function figuresOf(
  figures: BudgetFigures,
  inhabitants: Readonly<Record<string, number>> | undefined,
  sections: readonly string[],
): SheetFigures {
  const plain = (shares: Float64Array) => Array.from(shares, (share) => share || 0)
  const lines = figures.lines.map(({ line }, index) => ({ id: line.id, section: sections[index]! }))
  const parts = sectionsOf(lines)
  const isSectioned = parts.some(({ name }) => name !== '')
  const all = { total: figures.total, totals: figures.totals, difference: figures.difference }
  const sums = [...(isSectioned ? parts.map((part) => sectionSums(figures, part.lines)) : []), all]
  return {
    lines: figures.lines.map(({ amount, difference, shares }) => ({
      amount,
      difference,
      shares: plain(shares),
    })),
    sums: sums.map(({ total, totals, difference }) => ({
      amount: total,
      difference,
      shares: plain(totals),
    })),
    perInhabitant: figures.codes.map((code, index) =>
      inhabitants ? perInhabitant(figures.totals[index]!, inhabitants[code]!) : 0,
    ),
    check: 0,
  }
}

/** Öre by head, half of one away from zero. */
function perInhabitant(ore: number, people: number): number {
  const size = BigInt(Math.abs(ore))
  const rounded = Number((2n * size + BigInt(people)) / (2n * BigInt(people)))
  return ore < 0 ? 0 - rounded : rounded
}
