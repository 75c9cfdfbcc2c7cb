import { type CellValue, type PartDimension, type StatisticsCell } from './statistics-table.ts'

/** Until and with 2024, parts of SCB's add up. From 2025 each cell has a small random change of its own. */
const lastExactYear = 2024

/** Why no total can be told. */
export type TotalProblem = 'PARTS_DO_NOT_ADD_UP' | 'PARTS_MISSING'

export type Total = { readonly value: CellValue } | { readonly problem: TotalProblem }

/**
 * The total of cells of one region and time. Where the file gives it, its parts are not looked at. Else the parts
 * are added up, when they are complete and of a year in which parts add up.
 *
 * @param cells - at least one and none twice, each with a code for each of the dimensions
 * @param on - their reference date
 */
export function totalOf(
  cells: readonly StatisticsCell[],
  dimensions: readonly PartDimension[],
  on: string,
): Total {
  let left = cells
  let divided = 0
  for (const [index, dimension] of dimensions.entries()) {
    const totals = left.filter(({ parts }) => isTotal(dimension, parts[index]!))
    if (totals.length > 0) left = totals
    else if (isComplete(dimension, [...new Set(left.map(({ parts }) => parts[index]!))]))
      divided += 1
    else return { problem: 'PARTS_MISSING' }
  }
  if (divided === 0) return { value: left[0]!.value }
  if (Number(on.slice(0, 4)) > lastExactYear) return { problem: 'PARTS_DO_NOT_ADD_UP' }
  return added(left, dimensions)
}

function added(cells: readonly StatisticsCell[], dimensions: readonly PartDimension[]): Total {
  const size = dimensions.reduce(
    (product, _, index) => product * new Set(cells.map(({ parts }) => parts[index])).size,
    1,
  )
  let sum = 0
  for (const { value } of cells) {
    if (typeof value === 'number') sum += value
    else if (value.why !== 'NIL') return { problem: 'PARTS_MISSING' }
  }
  return cells.length === size ? { value: sum } : { problem: 'PARTS_MISSING' }
}

/** Whether a code stands for all of a dimension. */
export function isTotal({ labels, totalCode }: PartDimension, code: string): boolean {
  if (totalCode !== undefined) return code === totalCode
  if (/^(tot.*|t|1\+2|samtliga|alla|all)$/i.test(code)) return true
  return /^(tot|samtliga|båda könen|both sexes|män och kvinnor|kvinnor och män|men and women|all )/i.test(
    labels.get(code) ?? '',
  )
}

/** Marital status as SCB has it. */
const statuses = ['og', 'g', 'sk', 'änkl']
const statusWords = [/^ogift/, /^gift/, /^skild/, /^änk/]
const sexWords = [
  /^(m|1|män|man|men|male|males)$/i,
  /^(k|f|2|kvinnor|kvinna|women|woman|females?)$/i,
]
const koladaAges = ['N01952', 'N01953', 'N01954', 'N01955', 'N01956', 'N01957']

/** Whether codes make up a whole dimension, as far as one can tell: both sexes, each marital status, every age once. */
function isComplete({ labels }: PartDimension, codes: readonly string[]): boolean {
  const words = codes.map((code) => (labels.get(code) ?? code).toLocaleLowerCase('sv'))
  const covers = (patterns: readonly RegExp[], texts: readonly string[]): boolean =>
    texts.length === patterns.length &&
    patterns.every((pattern) => texts.some((text) => pattern.test(text)))
  const lower = codes.map((code) => code.toLocaleLowerCase('sv'))
  return (
    covers(sexWords, codes) ||
    covers(sexWords, words) ||
    covers(statusWords, words) ||
    sameSet(lower, statuses) ||
    sameSet(codes, koladaAges) ||
    coverAges(words)
  )
}

function sameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && others.every((one) => some.includes(one))
}

/** Whether ages follow upon each other from 0 to an open end: "0-4 år", "5 år", "100+ år". */
function coverAges(words: readonly string[]): boolean {
  const spans = words.map((text) =>
    /^-?(\d+)(?:\s*(-|\u2013|\+)\s*(\d+)?)?\s*(?:år|years?)?$/.exec(text),
  )
  if (spans.some((span) => span === null)) return false
  let next = 0
  for (const span of spans.toSorted((a, b) => Number(a![1]) - Number(b![1]))) {
    const [, from, mark, to] = span!
    if (next === Infinity || Number(from) !== next) return false
    next = mark === '+' ? Infinity : Number(to ?? from) + 1
  }
  return next === Infinity
}
