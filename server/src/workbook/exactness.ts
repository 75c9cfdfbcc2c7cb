/**
 * How a spreadsheet is made to calculate exactly. Excel and LibreOffice have doubles, compare 15 digits of them and
 * take two that nearly agree for equal. So every figure here is whole and below `exact`, and what is larger is kept as
 * groups of six digits ("limbs"), lowest first.
 */

/** 2^46: whole numbers up to here are calculated, compared and rounded down without a doubt. */
export const exact = 70_000_000_000_000
/** The largest amount of a line that is calculated, in öre. */
export const largestAmount = 50_000_000_000_000
/** What a group of digits counts to. */
export const limb = 1_000_000
export const limbPair = limb * limb
/** Groups of an amount, of an estimate and of a weight of one basis. */
export const limbsOfNumber = 3
/** Weights may grow so much, each, before a workbook no longer calculates exactly. */
export const headroom = 2

const L = String(limb)
const P = String(limbPair)

/** Rounds x / y down, for whole numbers; a quotient that was rounded up is brought back. */
export const quotient = (x: string, y: string): string =>
  `IF(INT((${x})/${y})*${y}>${x},INT((${x})/${y})-1,INT((${x})/${y}))`

/** The lowest six digits of a whole number, also of a negative one. */
export const low = (x: string): string => `(${x}-${L}*INT(${x}/${L}))`

/** One of the three groups of a number below `exact`. */
export function digit(x: string, place: number): string {
  if (place === 0) return low(x)
  if (place === 1) return `(INT(${x}/${L})-${L}*INT(${x}/${P}))`
  return place === 2 ? `INT(${x}/${P})` : '0'
}

/** The groups of a whole number ≥ 0. */
export function limbsOf(value: bigint, count: number): number[] {
  const limbs: number[] = []
  for (let rest = value; limbs.length < count; rest /= BigInt(limb)) {
    limbs.push(Number(rest % BigInt(limb)))
  }
  return limbs
}

/** Two groups as one number. */
export const pairsOf = (limbs: readonly number[]): number[] =>
  Array.from(
    { length: limbs.length / 2 },
    (_, index) => limbs[2 * index]! + limb * limbs[2 * index + 1]!,
  )

/** x mod `limb`, never negative. */
export const lowOf = (x: number): number => x - limb * Math.floor(x / limb)

/** Several numbers that are one, compared with those of another cell: highest first. */
export interface Compared {
  /** Of all participants. */
  readonly range: string
  /** Of the one in question. */
  readonly own: string
}

/**
 * How many participants come before the one in question: those with more, and of those with as much the ones to the
 * left, whose municipality codes are lower.
 *
 * @param cells - the cells of all participants, and the own one, anywhere in the same columns
 */
export function placeByOrder(numbers: readonly Compared[], cells: Compared): string {
  const tie = `(COLUMN(${cells.range})<COLUMN(${cells.own}))`
  const before = numbers.reduceRight(
    (lower, { range, own }) => `((${range}>${own})+(${range}=${own})*${lower})`,
    tie,
  )
  return `SUMPRODUCT(${before})`
}

/** Whether a number of several parts is at least another: highest first. */
export function atLeast(numbers: readonly (readonly [one: string, other: string])[]): string {
  return numbers.reduceRight(
    (lower, [one, other]) => `(${one}>${other})+(${one}=${other})*(${lower})`,
    '1',
  )
}
