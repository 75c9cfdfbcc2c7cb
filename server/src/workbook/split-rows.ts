import type { Split } from '@andel/schema/allocation'
import { type BasisRow, type WeighingContext, addBasisRows } from './basis-rows.ts'
import { type Compared, exact, headroom, limb, placeByOrder } from './exactness.ts'
import { addGroupRows } from './group-rows.ts'
import { addSteps, addStepsInGroups } from './step-rows.ts'
import type { InDoubles, InGroups, WeighedSplit } from './weighed-split.ts'
import { cellOf, scalar } from './weight-rows.ts'

/** Writes what a split shares out by, and tells where it stands. */
export function addSplitRows(
  context: WeighingContext,
  keyId: string,
  heading: string,
  split: Split,
): WeighedSplit {
  const { rows, words } = context
  const { steps, unit, rounding } = split
  rows.add({ label: heading, heading: true })
  const bases = addBasisRows(context, keyId, split)
  const only = bases.length === 1 ? bases[0] : undefined
  const heaviest = only ? Math.max(...only.weights) : 0
  const isSmall =
    only !== undefined &&
    (steps
      ? Math.max(steps.inAll * heaviest, only.sum) * headroom <= exact
      : only.sum * unit * heaviest * headroom ** 2 <= exact)
  const isAlone = rounding.residualRule === 'EACH_ALONE'
  const groups = isSmall ? undefined : addGroupRows(context, bases, steps ? 1 : unit, isAlone)
  const heirRow =
    only || groups ? addHeir(context, split, heirWeights(context, only, groups)) : undefined
  const unitRow = rows.add({ label: words.weights.unit, scalar: { value: unit } })
  const place = { split, unitRow, heirRow }

  if (steps) {
    const stepping = { ...steps, heirRow }
    const row =
      only && isSmall
        ? addSteps(context, split, only, stepping)
        : groups && addStepsInGroups(context, split, groups, stepping)
    if (row === undefined) return { ...place, money: 'FIGURES', shownRow: bases[0]!.row }
    const money = inDoubles(context, row, steps.counts, steps.inAll, unitRow, unit)
    return { ...place, money, shownRow: row }
  }
  if (only && isSmall) {
    const money = inDoubles(context, only.row, only.weights, only.sum, unitRow, unit)
    const formula = `IF(${scalar(money.divisorRow)}*MAX(${rows.range(only.row)})<=${exact},1,0)`
    rows.add({ label: words.weights.exact, scalar: { value: 1, formula }, tellsExact: true })
    return { ...place, money, shownRow: only.row }
  }
  return { ...place, money: groups ?? 'FIGURES', shownRow: groups?.nearlyRow ?? bases[0]!.row }
}

function inDoubles(
  { rows, words }: WeighingContext,
  partsRow: number,
  parts: readonly number[],
  whole: number,
  unitRow: number,
  unit: number,
): InDoubles {
  const divisor = whole * unit
  const divisorRow = rows.add({
    label: words.weights.divisor,
    scalar: { value: divisor, formula: `${scalar(partsRow)}*${scalar(unitRow)}` },
  })
  return { partsRow, divisorRow, parts, divisor }
}

/** What tells who has the largest weight: numbers, highest first, and cells in the columns of all. */
type HeirWeights = (index: number) => { readonly numbers: Compared[]; readonly cells: Compared }

function heirWeights(
  { rows }: WeighingContext,
  only: BasisRow | undefined,
  groups: InGroups | undefined,
): HeirWeights {
  const cellsOf = (row: number, index: number) => ({
    range: rows.range(row),
    own: cellOf(row, index),
  })
  if (only) {
    return (index) => {
      const cells = cellsOf(only.row, index)
      return { numbers: [cells], cells }
    }
  }
  const weights = groups!.weightRows
  return (index) => ({
    cells: cellsOf(weights[0]!, index),
    numbers: Array.from({ length: weights.length / 2 }, (_, pair) => {
      const [lower, upper] = [weights[2 * pair]!, weights[2 * pair + 1]!]
      return {
        range: `(${rows.range(lower)}+${limb}*${rows.range(upper)})`,
        own: `(${cellOf(lower, index)}+${limb}*${cellOf(upper, index)})`,
      }
    }).toReversed(),
  })
}

/** Who takes what is left over, where one does. A named one that weighs nothing has no business there: an error shows it. */
function addHeir(
  { rows, words }: WeighingContext,
  { rounding, heir, weights }: Split,
  compared: HeirWeights,
): number | undefined {
  if (heir < 0) return undefined
  const isNamed = rounding.residualRule === 'NAMED'
  return rows.add({
    label: words.weights.heir,
    cells: rows.each((index) => {
      const value = index === heir ? 1 : 0
      if (weights.leftOut.has(weights.codes[index]!)) return { value: 0 }
      const { numbers, cells } = compared(index)
      if (isNamed) {
        const weight = numbers.map(({ own }) => own).join('+')
        return value === 0 ? { value } : { value, formula: `IF(${weight}>0,1,NA())` }
      }
      return { value, formula: `IF(${placeByOrder(numbers, cells)}=0,1,0)` }
    }),
  })
}
