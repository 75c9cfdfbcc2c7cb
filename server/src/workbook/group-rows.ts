import { exact, headroom, limb, limbPair, low, lowOf, pairsOf } from './exactness.ts'
import type { BasisRow, WeighingContext } from './basis-rows.ts'
import { type GroupRow, addProducts, addWeights } from './group-weights.ts'
import type { InGroups } from './weighed-split.ts'
import { cellOf, scalar } from './weight-rows.ts'

const mostBases = 8
const fewestGroups = [2, 4, 6]

/**
 * Writes weights in groups of digits: those of a blend over the product of the sums of its bases, which needs no
 * division. Undefined where the figures are too large for that too.
 *
 * @param unit - öre of the amount step; 1 for steps
 * @param isHalved - the weights are doubled, so that half of the divisor is whole
 */
export function addGroupRows(
  context: WeighingContext,
  bases: readonly BasisRow[],
  unit: number,
  isHalved: boolean,
): InGroups | undefined {
  const shared = bases.map(({ percent }) => percent).reduce(gcd)
  const times = bases.map(({ percent }) => (percent / shared) * (isHalved ? 2 : 1))
  const divisor = BigInt(times.reduce((sum, each) => sum + each, 0) * unit) * productOf(bases)
  const groups = groupsFor(bases, times, divisor)
  if (groups === undefined) return undefined

  const { rows, words } = context
  const products = addProducts(context, bases, groups)
  const weights = addWeights(context, bases, times, products, groups)
  const { divisorRows, divisors } = addDivisor(context, weights, unit, groups)
  const pairs = pairsOf(divisors)
  const pairRows = pairs.map((value, pair) =>
    rows.add({
      label: words.weights.limb(words.weights.divisor, pair),
      scalar: {
        value,
        formula: `${scalar(divisorRows[2 * pair]!)}+${limb}*${scalar(divisorRows[2 * pair + 1]!)}`,
      },
    }),
  )
  const halfRows = isHalved ? addHalves(context, pairRows, pairs) : []
  const nearly = rows.each((index) => {
    const parts = bases.map(({ row, sum, weights: own }, part) => ({
      value: (times[part]! * own[index]!) / sum,
      formula: `${times[part]}*${cellOf(row, index)}/${scalar(row)}`,
    }))
    const all = times.reduce((sum, each) => sum + each, 0)
    return {
      value: parts.reduce((sum, { value }) => sum + value, 0) / all,
      formula: `(${parts.map(({ formula }) => formula).join('+')})/${all}`,
    }
  })
  const nearlyRow = rows.add({
    label: words.weights.nearly,
    scalar: { value: 1 },
    cells: nearly,
    style: 'decimals',
  })
  addExact(context, bases, times, unit, groups)
  return {
    weightRows: weights.map(({ row }) => row),
    divisorRows,
    pairRows,
    halfRows,
    nearlyRow,
    weights: rows
      .each(() => ({ value: 0 }))
      .map((_, index) => weights.map(({ values }) => values[index]!)),
    divisor: divisors,
    nearly: nearly.map(({ value }) => value),
  }
}

const productOf = (bases: readonly BasisRow[]): bigint =>
  bases.reduce((product, { sum }) => product * BigInt(sum), 1n)

/** How many groups hold four times the divisor, also when the weights have grown. */
function groupsFor(
  bases: readonly BasisRow[],
  times: readonly number[],
  divisor: bigint,
): number | undefined {
  const isSmall = bases.every(({ sum }, part) => sum * times[part]! * headroom <= exact)
  if (!isSmall || bases.length > mostBases) return undefined
  const grown = divisor * 4n * BigInt(headroom) ** BigInt(bases.length)
  return fewestGroups.find((groups) => grown < BigInt(limb) ** BigInt(groups))
}

/** The divisor: sum of the weights × unit. */
function addDivisor(
  { rows, words }: WeighingContext,
  weights: readonly GroupRow[],
  unit: number,
  groups: number,
): { divisorRows: number[]; divisors: number[] } {
  const divisorRows: number[] = []
  const divisors: number[] = []
  let carried = { cell: '', value: 0 }
  for (let group = 0; group < groups; group++) {
    const { row, values } = weights[group]!
    const value =
      values.reduce((sum, each) => sum + each, 0) * unit + Math.floor(carried.value / limb)
    const added = carried.cell ? `+INT(${carried.cell}/${limb})` : ''
    const label = words.weights.limb(words.weights.divisor, group)
    const cell = scalar(
      rows.add({
        label: `${label}, ${words.weights.carry}`,
        scalar: { value, formula: `SUM(${rows.range(row)})*${unit}${added}` },
      }),
    )
    carried = { cell, value }
    divisorRows.push(rows.add({ label, scalar: { value: lowOf(value), formula: low(cell) } }))
    divisors.push(lowOf(value))
  }
  return { divisorRows, divisors }
}

function addHalves(
  { rows, words }: WeighingContext,
  pairRows: readonly number[],
  pairs: readonly number[],
): number[] {
  return pairs.map((value, pair) => {
    const above = pairs[pair + 1]
    const cell = scalar(pairRows[pair]!)
    const next = above === undefined ? '' : scalar(pairRows[pair + 1]!)
    return rows.add({
      label: words.weights.limb(words.weights.half, pair),
      scalar: {
        value: Math.floor(value / 2) + (above === undefined ? 0 : (above % 2) * (limbPair / 2)),
        formula: `INT(${cell}/2)${next && `+${limbPair / 2}*(${next}-2*INT(${next}/2))`}`,
      },
    })
  })
}

/** Says whether the figures, changed as they may be, still fit in the groups. */
function addExact(
  { rows, words }: WeighingContext,
  bases: readonly BasisRow[],
  times: readonly number[],
  unit: number,
  groups: number,
): void {
  const small = bases.map(({ row }, part) => `${times[part]}*${scalar(row)}<=${exact}`)
  const all = times.reduce((sum, each) => sum + each, 0) * unit
  const product = bases.map(({ row }) => scalar(row)).join('*')
  const formula = `IF(AND(${small.join(',')},4*${all}*${product}<1E${6 * groups}),1,0)`
  rows.add({ label: words.weights.exact, scalar: { value: 1, formula }, tellsExact: true })
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}
