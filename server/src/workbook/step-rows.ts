import type { Split } from '@andel/schema/allocation'
import type { BasisRow, WeighingContext } from './basis-rows.ts'
import { atLeast, exact, limbsOf, placeByOrder, quotient } from './exactness.ts'
import { givenFormula } from './given.ts'
import {
  type DivisionCells,
  differenceFormula,
  divide,
  remainderFormula,
  settled,
  unitsFormula,
} from './limb-division.ts'
import type { Figure } from './sheet-writer.ts'
import type { InGroups } from './weighed-split.ts'
import { cellOf, scalar } from './weight-rows.ts'

/** What the formulas of rounded shares have in common. */
interface Stepping {
  readonly inAll: number
  readonly counts: readonly number[]
  readonly heirRow: number | undefined
}

/** Writes shares rounded to whole steps, by the weights of one basis. @returns the row of the counts */
export function addSteps(
  context: WeighingContext,
  split: Split,
  { row, weights, sum }: BasisRow,
  { inAll, counts, heirRow }: Stepping,
): number {
  const { rows, words } = context
  const floors = weights.map((weight) => Math.floor((inAll * weight) / sum))
  const floorRow = rows.add({
    label: words.weights.wholeSteps,
    cells: rows.each((index) => ({
      value: floors[index]!,
      formula: quotient(`${inAll}*${cellOf(row, index)}`, scalar(row)),
    })),
  })
  const remainderRow = rows.add({
    label: words.weights.remainder,
    cells: rows.each((index) => ({
      value: inAll * weights[index]! - floors[index]! * sum,
      formula: `${inAll}*${cellOf(row, index)}-${cellOf(floorRow, index)}*${scalar(row)}`,
    })),
  })
  const countRow = addCounts(context, split, { inAll, counts, heirRow }, floorRow, floors, {
    place: (index) => {
      const cells = { range: rows.range(remainderRow), own: cellOf(remainderRow, index) }
      return placeByOrder([cells], cells)
    },
    isHalf: (index) => `2*${cellOf(remainderRow, index)}>=${scalar(row)}`,
  })
  const formula = `IF(AND(${inAll}*MAX(${rows.range(row)})<=${exact},${scalar(row)}<=${exact}),1,0)`
  rows.add({ label: words.weights.exact, scalar: { value: 1, formula }, tellsExact: true })
  return countRow
}

/** The same by weights in groups of digits. */
export function addStepsInGroups(
  context: WeighingContext,
  split: Split,
  groups: InGroups,
  stepping: Stepping,
): number {
  const { rows, words } = context
  const { inAll } = stepping
  const count = groups.divisor.length
  const divisions = groups.weights.map((weight, index) =>
    divide(
      limbsOf(BigInt(inAll), 1),
      weight,
      groups.divisor,
      Math.round(inAll * groups.nearly[index]!),
    ),
  )
  const figures = (make: (index: number) => Figure) => rows.each(make)
  const cellsOf = (index: number): DivisionCells => ({
    groups: count,
    amount: [String(inAll)],
    weight: (group) => cellOf(groups.weightRows[group]!, index),
    divisor: (group) => scalar(groups.divisorRows[group]!),
    divisorPair: (pair) => scalar(groups.pairRows[pair]!),
    estimate: cellOf(estimateRow, index),
    difference: (group) => cellOf(differenceRows[group]!, index),
    units: cellOf(floorRow, index),
    remainder: (pair) => cellOf(remainderRows[pair]!, index),
  })
  const estimateRow = rows.add({
    label: words.weights.estimate,
    cells: figures((index) => ({
      value: divisions[index]!.estimate,
      formula: `ROUND(${inAll}*${cellOf(groups.nearlyRow, index)},0)`,
    })),
  })
  const differenceRows: number[] = []
  let floorRow = 0
  const remainderRows: number[] = []
  for (let group = 0; group < count; group++) {
    const cells = figures((index) => ({
      value: divisions[index]!.difference[group]!,
      formula: differenceFormula(cellsOf(index), group),
    }))
    differenceRows.push(rows.add({ label: words.calculation.parts(group), cells }))
  }
  floorRow = rows.add({
    label: words.weights.wholeSteps,
    cells: figures((index) => ({
      value: divisions[index]!.units,
      formula: unitsFormula(cellsOf(index)),
    })),
  })
  for (let pair = 0; 2 * pair < count; pair++) {
    const cells = figures((index) => ({
      value: divisions[index]!.remainder[pair]!,
      formula: remainderFormula(cellsOf(index), pair),
    }))
    remainderRows.push(rows.add({ label: words.calculation.remainders(pair), cells }))
  }
  const floors = divisions.map(({ units }) => units)
  return addCounts(context, split, stepping, floorRow, floors, {
    place: (index) => {
      const numbers = remainderRows.map((row, pair) => {
        const isTop = pair === remainderRows.length - 1
        return {
          range: settled(rows.range(row), isTop),
          own: settled(cellOf(row, index), isTop),
        }
      })
      return placeByOrder(numbers.toReversed(), {
        range: rows.range(floorRow),
        own: cellOf(floorRow, index),
      })
    },
    isHalf: (index) =>
      atLeast(
        remainderRows
          .map((row, pair): [string, string] => [
            settled(cellOf(row, index), pair === remainderRows.length - 1),
            scalar(groups.halfRows[pair]!),
          ])
          .toReversed(),
      ),
  })
}

interface Decided {
  readonly place: (index: number) => string
  readonly isHalf: (index: number) => string
}

/** What is left over, and the counts with it. */
function addCounts(
  { rows, words }: WeighingContext,
  split: Split,
  { inAll, counts, heirRow }: Stepping,
  floorRow: number,
  floors: readonly number[],
  decided: Decided,
): number {
  const leftRow = rows.add({
    label: words.weights.left,
    scalar: {
      value: inAll - floors.reduce((sum, floor) => sum + floor, 0),
      formula: `${inAll}-SUM(${rows.range(floorRow)})`,
    },
  })
  return rows.add({
    label: words.weights.steps,
    scalar: { value: inAll },
    cells: rows.each((index) => {
      const given = givenFormula({
        rule: split.rounding.residualRule,
        unit: '1',
        left: scalar(leftRow),
        heir: heirRow === undefined ? '0' : cellOf(heirRow, index),
        placeByRemainder: () => decided.place(index),
        isHalf: () => decided.isHalf(index),
      })
      return { value: counts[index]!, formula: `${cellOf(floorRow, index)}+${given}` }
    }),
  })
}
