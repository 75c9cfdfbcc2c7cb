import type { MunicipalityCode, Participant } from '@andel/schema/allocation'
import type { Split } from '@andel/schema/allocation'
import type { Figure } from './sheet-writer.ts'
import type { WorkbookWords } from './text/index.ts'
import { type WeightRows, cellOf } from './weight-rows.ts'

/** What the sheet of weights is written with. */
export interface WeighingContext {
  readonly rows: WeightRows
  readonly words: WorkbookWords
  /** All of the budget, in code order. */
  readonly participants: readonly Participant[]
  /** The cell of a population figure on its own sheet. */
  readonly populationCell: (on: string, code: MunicipalityCode) => string | undefined
  /** The cell of a measured value or a fixed percentage on the sheet of keys. */
  readonly valueCell: (keyId: string, basis: number, code: MunicipalityCode) => string | undefined
}

/** The weights of one basis, on a row of their own with their sum. */
export interface BasisRow {
  readonly percent: number
  readonly row: number
  readonly weights: readonly number[]
  readonly sum: number
}

/** Writes what each basis of a key weighs: the value, then floor and months where there are any. */
export function addBasisRows(context: WeighingContext, keyId: string, split: Split): BasisRow[] {
  const { rows, words, participants } = context
  return split.weights.bases.map(({ basis, places, values, weights, sum, byMonths }, part) => {
    const isOut = (index: number) => split.weights.leftOut.has(participants[index]!.code)
    const floor = (basis.floor ?? 0) * 10 ** places
    const isFinal = basis.floor === undefined && !byMonths
    const summed = (row: number): Figure => ({
      value: Number(sum),
      formula: `SUM(${rows.range(row)})`,
    })
    const valueFormula = (index: number): string | undefined => {
      const { code } = participants[index]!
      if (basis.kind === 'EQUAL') return undefined
      if (basis.kind === 'POPULATION') return context.populationCell(basis.on, code)
      const cell = context.valueCell(keyId, part, code)
      return cell && places > 0 ? `ROUND(${cell}*${10 ** places},0)` : cell
    }
    const label = words.weights.basis[basis.kind]
    const unit = basis.kind === 'POPULATION' ? ` ${basis.on}` : ''
    const row = rows.add({
      label: `${label}${unit}`,
      ...(isFinal && { scalar: summed(rows.next) }),
      cells: rows.each((index) => {
        const formula = isOut(index) ? undefined : valueFormula(index)
        return { value: Number(values[index]), ...(formula !== undefined && { formula }) }
      }),
    })
    const whole = weights.map(Number)
    if (isFinal) return { percent: basis.percent, row, weights: whole, sum: Number(sum) }
    const weightRow = rows.add({
      label: words.weights.weight,
      scalar: summed(rows.next),
      cells: rows.each((index) => {
        if (isOut(index)) return { value: 0 }
        const lifted =
          basis.floor === undefined ? cellOf(row, index) : `MAX(${cellOf(row, index)},${floor})`
        const months = byMonths ? `*${participants[index]!.months}` : ''
        return { value: whole[index]!, formula: `${lifted}${months}` }
      }),
    })
    return { percent: basis.percent, row: weightRow, weights: whole, sum: Number(sum) }
  })
}
