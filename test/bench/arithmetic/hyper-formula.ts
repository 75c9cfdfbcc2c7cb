import { HyperFormula } from 'hyperformula'
import type { Model } from './model.ts'

/**
 * The budget as the sheet it replaces: A1 the sum of the populations in row 1; each further row an amount and
 * ROUND(amount × population ÷ sum) for every participant but the last, who takes the rest. That is less than
 * largest remainder, in the engine's favour.
 */
export function buildSheet({ participants, lines, populations, amounts }: Model): HyperFormula {
  const columns = Array.from({ length: participants }, (_, i) => columnName(i + 1))
  const last = columns.at(-2) ?? 'B'
  const head = [`=SUM(B1:${columns.at(-1)}1)`, ...populations]
  const rows = Array.from({ length: lines }, (_, line) => {
    const row = line + 2
    const shares = columns.map((column, i) =>
      i < participants - 1
        ? `=ROUND($A${row}*${column}$1/$A$1,0)`
        : `=$A${row}-SUM(B${row}:${last}${row})`,
    )
    return [amounts[line]!, ...shares]
  })
  const options = { licenseKey: 'gpl-v3', maxRows: lines + 1, maxColumns: participants + 1 }
  return HyperFormula.buildFromArray([head, ...rows], options)
}

export function setAmount(engine: HyperFormula, line: number, amount: number): void {
  engine.setCellContents({ sheet: 0, row: line + 1, col: 0 }, amount)
}

export function setPopulation(engine: HyperFormula, index: number, inhabitants: number): void {
  engine.setCellContents({ sheet: 0, row: 0, col: index + 1 }, inhabitants)
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}
