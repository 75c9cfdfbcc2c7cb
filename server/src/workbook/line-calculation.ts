import { type Blocks, own } from './calculation-blocks.ts'
import { atLeast, digit, limbsOf, limbsOfNumber, placeByOrder, quotient } from './exactness.ts'
import { givenFormula } from './given.ts'
import {
  type Division,
  type DivisionCells,
  differenceFormula,
  divide,
  remainderFormula,
  settled,
  unitsFormula,
} from './limb-division.ts'
import { place } from './layout.ts'
import type { PlannedLine } from './line-plan.ts'
import type { LocalWeights } from './local-weights.ts'
import { SharedCells } from './shared-cells.ts'
import { lettersOf, type SheetWriter } from './sheet-writer.ts'
import type { InDoubles, InGroups, WeighedSplit } from './weighed-split.ts'
import { cellOf, scalar } from './weight-rows.ts'

/** Writes lines below each other that share out by the same weights: their formulas are written once and shared. */
export class LineCalculation {
  private readonly cells: SharedCells

  constructor(
    private readonly writer: SheetWriter,
    private readonly blocks: Blocks,
    /** The first sheet, as it stands before a cell. */
    private readonly budget: string,
    private readonly weights: LocalWeights,
    private readonly weighed: WeighedSplit | undefined,
    firstRow: number,
    lastRow: number,
  ) {
    this.cells = new SharedCells(writer, blocks, firstRow, lastRow)
  }

  write({ row, number, figures }: PlannedLine): void {
    const { writer, weighed } = this
    const amount = figures.amount ?? 0
    writer.begin(row)
    writer.number(place.number, number, 'number')
    if (figures.amount !== undefined) {
      const formula = `ROUND(${this.budget}$${lettersOf(place.amount)}${row}*100,0)`
      writer.formula(own.amount, formula, amount, 'whole')
    }
    if (weighed && weighed.money !== 'FIGURES') {
      if ('partsRow' in weighed.money)
        this.inDoubles(row, amount, weighed, weighed.money, figures.shares)
      else this.inGroups(row, amount, weighed, weighed.money, figures.shares)
    }
    writer.end()
  }

  private inDoubles(
    row: number,
    amount: number,
    weighed: WeighedSplit,
    { partsRow, divisorRow, parts, divisor }: InDoubles,
    shares: Float64Array,
  ): void {
    const { blocks } = this
    const size = Math.abs(amount)
    const rounds = Math.floor(size / divisor)
    const rest = size - rounds * divisor
    const units = parts.map((part) => rounds * part + Math.floor((rest * part) / divisor))
    const by = this.figure(divisorRow)
    const part = this.weight(partsRow)
    const at = (column: number) => `$${lettersOf(column)}${row}`
    const absolute = `ABS(${at(own.amount)})`
    this.cells.own(own.first, () => quotient(absolute, by), rounds)
    this.cells.own(own.second, () => `${absolute}-${at(own.first)}*${by}`, rest)
    this.left(row, size, weighed, units)

    const unitsCell = blocks.cell(blocks.units, row)
    const remainder = blocks.remainder()
    const cells = { range: blocks.range(remainder, row), own: blocks.cell(remainder, row) }
    this.shares(row, weighed, shares, {
      placeByRemainder: () => placeByOrder([cells], cells),
      isHalf: () => `2*${cells.own}>=${by}`,
    })
    this.cells.block(
      blocks.units,
      () => `${at(own.first)}*${part}+${quotient(`${at(own.second)}*${part}`, by)}`,
      units,
    )
    this.cells.block(
      remainder,
      () => `${at(own.second)}*${part}-(${unitsCell}-${at(own.first)}*${part})*${by}`,
      parts.map((each, index) => rest * each - (units[index]! - rounds * each) * divisor),
    )
  }

  private inGroups(
    row: number,
    amount: number,
    weighed: WeighedSplit,
    money: InGroups,
    shares: Float64Array,
  ): void {
    const size = Math.abs(amount)
    const { unit } = weighed.split
    const groups = limbsOf(BigInt(size), limbsOfNumber)
    const divisions = money.weights.map((weight, index) =>
      divide(groups, weight, money.divisor, Math.round((size * money.nearly[index]!) / unit)),
    )
    const at = (column: number) => `$${lettersOf(column)}${row}`
    const absolute = `ABS(${at(own.amount)})`
    for (const [index, column] of [own.first, own.second, own.third].entries()) {
      this.cells.own(column, () => digit(absolute, index), groups[index]!)
    }
    this.left(
      row,
      size,
      weighed,
      divisions.map(({ units }) => units),
    )
    const cells = this.divisionCells(row, money)
    this.shares(row, weighed, shares, {
      placeByRemainder: () => this.placeInGroups(row, money),
      isHalf: () => this.isHalfInGroups(row, money),
    })
    this.writeDivisions(row, weighed, money, cells, divisions)
  }

  private writeDivisions(
    row: number,
    { unitRow }: WeighedSplit,
    { nearlyRow, divisor }: InGroups,
    cells: DivisionCells,
    divisions: readonly Division[],
  ): void {
    const { blocks } = this
    const figures = (of: (division: Division) => number) => divisions.map(of)
    this.cells.block(
      blocks.units,
      () => unitsFormula(cells),
      figures(({ units }) => units),
    )
    for (let pair = 0; 2 * pair < divisor.length; pair++) {
      this.cells.block(
        blocks.remainder(pair),
        () => remainderFormula(cells, pair),
        figures(({ remainder }) => remainder[pair]!),
      )
    }
    const nearly = `${this.weight(nearlyRow)}/${this.figure(unitRow)}`
    this.cells.block(
      blocks.estimate,
      () => `ROUND(ABS($${lettersOf(own.amount)}${row})*${nearly},0)`,
      figures(({ estimate }) => estimate),
    )
    for (let group = 0; group < divisor.length; group++) {
      this.cells.block(
        blocks.difference(group),
        () => differenceFormula(cells, group),
        figures(({ difference }) => difference[group]!),
      )
    }
  }

  private divisionCells(row: number, money: InGroups): DivisionCells {
    const { blocks } = this
    return {
      groups: money.divisor.length,
      amount: [own.first, own.second, own.third].map((column) => `$${lettersOf(column)}${row}`),
      weight: (group) => this.weight(money.weightRows[group]!),
      divisor: (group) => this.figure(money.divisorRows[group]!),
      divisorPair: (pair) => this.figure(money.pairRows[pair]!),
      estimate: blocks.cell(blocks.estimate, row),
      difference: (group) => blocks.cell(blocks.difference(group), row),
      units: blocks.cell(blocks.units, row),
      remainder: (pair) => blocks.cell(blocks.remainder(pair), row),
    }
  }

  private placeInGroups(row: number, { pairRows }: InGroups): string {
    const { blocks } = this
    const numbers = pairRows.map((_, pair) => {
      const isTop = pair === pairRows.length - 1
      return {
        range: settled(blocks.range(blocks.remainder(pair), row), isTop),
        own: settled(blocks.cell(blocks.remainder(pair), row), isTop),
      }
    })
    const cells = { range: blocks.range(blocks.units, row), own: blocks.cell(blocks.units, row) }
    return placeByOrder(numbers.toReversed(), cells)
  }

  private isHalfInGroups(row: number, { halfRows }: InGroups): string {
    const { blocks } = this
    const numbers = halfRows.map((half, pair): [string, string] => [
      settled(blocks.cell(blocks.remainder(pair), row), pair === halfRows.length - 1),
      this.figure(half),
    ])
    return atLeast(numbers.toReversed())
  }

  private left(
    row: number,
    size: number,
    { split, unitRow }: WeighedSplit,
    units: readonly number[],
  ) {
    const { blocks } = this
    const given = units.reduce((sum, each) => sum + each, 0) * split.unit
    const sum = `SUM(${blocks.range(blocks.units, row)})`
    const formula = `ABS($${lettersOf(own.amount)}${row})-${this.figure(unitRow)}*${sum}`
    this.cells.own(own.left, () => formula, size - given)
  }

  private shares(
    row: number,
    { split, unitRow, heirRow }: WeighedSplit,
    shares: Float64Array,
    decided: { placeByRemainder: () => string; isHalf: () => string },
  ): void {
    const { blocks } = this
    const unit = this.figure(unitRow)
    const formula = () => {
      const given = givenFormula({
        rule: split.rounding.residualRule,
        unit,
        left: `$${lettersOf(own.left)}${row}`,
        heir: heirRow === undefined ? '0' : this.weight(heirRow),
        ...decided,
      })
      return `SIGN($${lettersOf(own.amount)}${row})*(${unit}*${blocks.cell(blocks.units, row)}+${given})`
    }
    this.cells.block(blocks.shares, formula, shares)
  }

  /** The cell of the first participant in a row of weights. */
  private weight(row: number): string {
    return cellOf(this.weights.row(row))
  }

  /** The figure of its own that a row of weights has. */
  private figure(row: number): string {
    return scalar(this.weights.row(row))
  }
}
