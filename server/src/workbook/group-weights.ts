import type { BasisRow, WeighingContext } from './basis-rows.ts'
import { digit, limb, limbsOf, limbsOfNumber, low, lowOf } from './exactness.ts'
import { type WeightRows, cellOf, scalar } from './weight-rows.ts'

/** Groups of digits as cells, or "0" where there is none, and what they hold. */
export interface Groups {
  readonly cells: readonly string[]
  readonly values: readonly number[]
}

/** For each basis, the product of the sums of the others. */
export function addProducts(
  context: WeighingContext,
  bases: readonly BasisRow[],
  groups: number,
): Groups[] {
  if (bases.length === 1) return [{ cells: ['1'], values: [1] }]
  const { rows, words } = context
  const sums = bases.map(({ row, sum }): Groups => {
    const values = limbsOf(BigInt(sum), limbsOfNumber)
    const cells = values.map((value, place) =>
      scalar(
        rows.add({
          label: words.weights.limb(words.weights.sum, place),
          scalar: { value, formula: digit(scalar(row), place) },
        }),
      ),
    )
    return { cells, values }
  })
  return bases.map((_, part) => {
    const [first, ...others] = sums.filter((_sum, index) => index !== part)
    return others.reduce(
      (one, other) =>
        multiply(rows, words.weights.product, one, other, groups, words.weights.carry),
      first!,
    )
  })
}

function multiply(
  rows: WeightRows,
  name: string,
  one: Groups,
  other: Groups,
  groups: number,
  carry: string,
): Groups {
  const cells: string[] = []
  const values: number[] = []
  let carried = { cell: '', value: 0 }
  for (let group = 0; group < groups; group++) {
    const terms = one.cells.flatMap((cell, place) => {
      const factor = other.cells[group - place]
      return factor === undefined ? [] : [`${cell}*${factor}`]
    })
    const sum = one.values.reduce(
      (total, value, place) => total + value * (other.values[group - place] ?? 0),
      Math.floor(carried.value / limb),
    )
    const formula = [...terms, ...(carried.cell ? [`INT(${carried.cell}/${limb})`] : [])].join('+')
    const cell = scalar(
      rows.add({ label: `${name}, ${carry}`, scalar: { value: sum, formula: formula || '0' } }),
    )
    carried = { cell, value: sum }
    cells.push(scalar(rows.add({ label: name, scalar: { value: lowOf(sum), formula: low(cell) } })))
    values.push(lowOf(sum))
  }
  return { cells, values }
}

/** A group of the weights of all participants, on its row. */
export interface GroupRow {
  readonly row: number
  readonly values: readonly number[]
}

/** The weights, group by group: each weight of a basis times its per cent and its product. */
export function addWeights(
  { rows, words }: WeighingContext,
  bases: readonly BasisRow[],
  times: readonly number[],
  products: readonly Groups[],
  groups: number,
): GroupRow[] {
  const made: GroupRow[] = []
  let carried: GroupRow | undefined
  for (let group = 0; group < groups; group++) {
    const before = carried
    const cells = rows.each((index) => {
      const terms: string[] = before ? [`INT(${cellOf(before.row, index)}/${limb})`] : []
      let value = before ? Math.floor(before.values[index]! / limb) : 0
      for (const [part, { row, weights }] of bases.entries()) {
        const product = products[part]!
        const factor = `(${times[part]}*${cellOf(row, index)})`
        const digits = limbsOf(BigInt(times[part]! * weights[index]!), limbsOfNumber)
        for (const [place, cell] of product.cells.entries()) {
          const other = group - place
          if (other < 0 || other >= limbsOfNumber) continue
          terms.push(`${cell}*${digit(factor, other)}`)
          value += product.values[place]! * digits[other]!
        }
      }
      return { value, formula: terms.join('+') || '0' }
    })
    const label = words.weights.limb(words.weights.weight, group)
    const row = rows.add({ label: `${label}, ${words.weights.carry}`, cells })
    carried = { row, values: cells.map(({ value }) => value) }
    const settled = cells.map(({ value }, index) => ({
      value: lowOf(value),
      formula: low(cellOf(row, index)),
    }))
    made.push({
      row: rows.add({ label, cells: settled }),
      values: settled.map(({ value }) => value),
    })
  }
  return made
}
