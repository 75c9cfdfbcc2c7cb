import type { Expression } from './expression.ts'
import { formulaFault } from './formula-fault.ts'
import { add, invert, multiply, negate, roundedTo, type Fraction } from './fraction.ts'

const hundredth: Fraction = { numerator: 1n, denominator: 100n }
const mostPlaces = 15n

/**
 * The exact value of a formula.
 *
 * @param text - as typed, for the faults
 * @throws {Fault} `BAD_FORMULA`: `DIVISION_BY_ZERO` at the sign, `PLACES` at the function
 */
export function evaluate(tree: Expression, text: string): Fraction {
  const value = (part: Expression): Fraction => evaluate(part, text)
  switch (tree.kind) {
    case 'number':
      return tree.value
    case 'negative':
      return negate(value(tree.of))
    case 'percent':
      return multiply(value(tree.of), hundredth)
    case 'operation': {
      const { sign, at } = tree
      const [left, right] = [value(tree.left), value(tree.right)]
      if (sign === '+') return add(left, right)
      if (sign === '-') return add(left, negate(right))
      if (sign === '*') return multiply(left, right)
      if (right.numerator === 0n) throw formulaFault(text, 'DIVISION_BY_ZERO', at)
      return multiply(left, invert(right))
    }
    case 'call':
      return tree.name === 'SUM'
        ? tree.given.map(value).reduce(add)
        : round(value(tree.given[0]!), value(tree.given[1]!), tree.at, text)
  }
}

/** Half away from zero, as spreadsheets do; negative places round to tens, hundreds … */
function round(value: Fraction, { numerator, denominator }: Fraction, at: number, text: string) {
  const places = numerator / denominator
  const isWithin = places <= mostPlaces && places >= -mostPlaces
  if (numerator % denominator !== 0n || !isWithin) throw formulaFault(text, 'PLACES', at)
  const rounded = roundedTo(Number(places), value)
  return places < 0n
    ? { numerator: rounded * 10n ** -places, denominator: 1n }
    : { numerator: rounded, denominator: 10n ** places }
}
