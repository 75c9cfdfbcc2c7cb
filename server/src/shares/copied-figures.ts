import { createHash } from 'node:crypto'
import { type LineFigures, lineResidual } from '@andel/schema/budget'
import type { BudgetLine } from '../budget/budget-line.entity.ts'
import type { Sheet } from '../budget/sheet.ts'
import type { LineFiguresCopy } from './line-figures.entity.ts'
import { orderKey, searchedText } from './order-key.ts'

/** Grows whenever the same facts give another copy, as after a mended rounding: then every copy is made anew. */
export const method = 1

/** What is copied of a line. */
export interface CopiedLine extends LineFiguresCopy {
  readonly shares: readonly CopiedShare[]
}

interface CopiedShare {
  readonly code: string
  /** Öre. */
  readonly amount: number
  readonly residual: number
}

/** What the database gets to know of the figures of a sheet. */
export function copiedLines(sheet: Sheet): CopiedLine[] {
  return sheet.lines.map((line, index) => copiedLine(sheet, line, index))
}

function copiedLine(sheet: Sheet, line: BudgetLine, position: number): CopiedLine {
  const figures = sheet.figures.lines[position]!
  const copied = {
    lineId: line.id,
    budgetId: sheet.budget.id,
    position,
    amount: figures.amount ?? 0,
    difference: figures.difference,
    fault: figures.fault?.code ?? null,
    sectionOrder: orderKey(line.section),
    descriptionOrder: orderKey(line.description),
    searched: searchedText(line.description, line.note, line.decision, line.section),
    shares: copiedShares(sheet, figures),
  }
  const digest = createHash('sha256').update(JSON.stringify(copied)).digest('base64').slice(0, 22)
  return { ...copied, digest }
}

function copiedShares({ figures: { codes } }: Sheet, figures: LineFigures): CopiedShare[] {
  const residual = lineResidual(figures)
  if (!residual || !figures.split) return []
  const { leftOut } = figures.split.weights
  return codes.flatMap((code, index) =>
    leftOut.has(code)
      ? []
      : [{ code, amount: figures.shares[index]!, residual: residual.received[index]! }],
  )
}
