import type { Expression, FunctionName, Operator } from './expression.ts'
import { formulaFault, type FormulaReason } from './formula-fault.ts'
import { fractionOf } from './fraction.ts'
import type { Sign, Token } from './token.ts'

const mostDepth = 50

/** The two functions, by their English and their Swedish names. */
const functions: Readonly<Record<string, FunctionName>> = {
  SUM: 'SUM',
  SUMMA: 'SUM',
  ROUND: 'ROUND',
  AVRUNDA: 'ROUND',
}

function functionOf(name: string): FunctionName | undefined {
  const upper = name.toUpperCase()
  return Object.hasOwn(functions, upper) ? functions[upper] : undefined
}

/**
 * Makes a tree of tokens. Multiplication goes before addition, both from the left; a sign before a value
 * binds tighter, `%` after it tightest.
 *
 * @param text - as typed, for the faults
 * @throws {Fault} `BAD_FORMULA` with the place of what is out of place
 */
export function parse(tokens: readonly Token[], text: string): Expression {
  let next = 0
  let depth = 0
  const token = (): Token => tokens[next]!
  const fail = (reason: FormulaReason, at: number, found?: string) =>
    formulaFault(text, reason, at, found === undefined ? {} : { found })

  function sign<S extends Sign>(...wanted: readonly S[]): { sign: S; at: number } | undefined {
    const here = token()
    const found = here.kind === 'sign' ? wanted.find((one) => one === here.sign) : undefined
    if (found === undefined) return undefined
    next++
    return { sign: found, at: here.at }
  }

  /** Operations of one rank, from the left. */
  function chain(operand: () => Expression, ...operators: readonly Operator[]): Expression {
    let left = operand()
    for (let found = sign(...operators); found; found = sign(...operators)) {
      left = { kind: 'operation', ...found, left, right: operand() }
    }
    return left
  }

  const sum = (): Expression => chain(product, '+', '-')
  const product = (): Expression => chain(signed, '*', '/')

  function deeper(at: number, inside: () => Expression): Expression {
    if (++depth > mostDepth) throw fail('TOO_DEEP', at)
    const found = inside()
    depth--
    return found
  }

  function signed(): Expression {
    const found = sign('+', '-')
    if (!found) return withPercent()
    const of = deeper(found.at, signed)
    return found.sign === '-' ? { kind: 'negative', of } : of
  }

  function withPercent(): Expression {
    let value = primary()
    while (sign('%')) value = { kind: 'percent', of: value }
    return value
  }

  function primary(): Expression {
    const here = token()
    if (here.kind === 'number') {
      next++
      return { kind: 'number', value: fractionOf(here.exact) }
    }
    if (here.kind === 'name') return call(here.name, here.at)
    const open = sign('(')
    if (!open) throw fail('VALUE_MISSING', here.at)
    const inside = deeper(open.at, sum)
    close(open.at)
    return inside
  }

  function call(found: string, at: number): Expression {
    const name = functionOf(found)
    if (!name) throw fail('NAME', at, found)
    next++
    const open = sign('(')
    if (!open) throw fail('BRACKET_MISSING', token().at, found)
    const given: Expression[] = []
    do given.push(deeper(at, sum))
    while (sign(';'))
    close(open.at)
    if (name === 'ROUND' && given.length !== 2) throw fail('ARGUMENTS', at, found)
    return { kind: 'call', name, at, given }
  }

  function close(openAt: number): void {
    if (sign(')')) return
    if (token().kind === 'end') throw fail('UNCLOSED', openAt)
    throw misplaced()
  }

  /** What is wrong where a value has ended and nothing fits. */
  function misplaced() {
    const here = token()
    if (here.kind === 'name' && !functionOf(here.name)) return fail('NAME', here.at, here.name)
    if (here.kind !== 'sign' || here.sign === '(') return fail('OPERATOR_MISSING', here.at)
    return fail(here.sign === ')' ? 'UNOPENED' : 'SEPARATOR', here.at)
  }

  const tree = sum()
  if (token().kind !== 'end') throw misplaced()
  return tree
}
