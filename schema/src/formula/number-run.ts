import { Fault } from '../fault.ts'
import type { Language } from '../money/language.ts'
import { readNumber } from '../money/read-number.ts'
import { formulaFault } from './formula-fault.ts'
import type { Token } from './token.ts'

/** More digits than this are no figure of a budget. */
const mostDigits = 30

/** The text that a run of digits and marks stands in. */
export interface Run {
  readonly text: string
  readonly language: Language
  readonly at: number
  readonly run: string
}

/**
 * One number, by the rules of `readNumber`.
 *
 * @throws {Fault} `BAD_FORMULA`: `GROUPS`, `AMBIGUOUS`, `TOO_LARGE`
 */
export function numberToken({ text, language, at, run }: Run): Token {
  if (run.replace(/\D/g, '').length > mostDigits) throw formulaFault(text, 'TOO_LARGE', at)
  try {
    return { kind: 'number', at, exact: readNumber(run, { language }) }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const { reason, readings } = error.details
    throw reason === 'AMBIGUOUS' && readings !== undefined
      ? formulaFault(text, 'AMBIGUOUS', at, { found: run, readings })
      : formulaFault(text, 'GROUPS', at, { found: run })
  }
}

/**
 * The numbers of a run among arguments that commas may part: a comma that cannot belong to a number
 * parts two of them, as in "1.5,2.5"; one that can, as in "1,5", is refused.
 *
 * @throws {Fault} `BAD_FORMULA`: `COMMA`, and what `numberToken` throws
 */
export function argumentTokens({ text, language, at, run }: Run): Token[] {
  const tokens: Token[] = []
  let from = 0
  for (let comma = run.indexOf(',', 1); comma >= 0; comma = run.indexOf(',', comma + 1)) {
    const next = run.indexOf(',', comma + 1)
    const both = run.slice(from, next < 0 ? undefined : next)
    if (canBeNumber(both, language)) throw formulaFault(text, 'COMMA', at + comma)
    tokens.push(numberToken({ text, language, at: at + from, run: run.slice(from, comma) }))
    tokens.push({ kind: 'sign', at: at + comma, sign: ';' })
    from = comma + 1
  }
  tokens.push(numberToken({ text, language, at: at + from, run: run.slice(from) }))
  return tokens
}

function canBeNumber(run: string, language: Language): boolean {
  try {
    readNumber(run, { language })
    return true
  } catch (error) {
    return error instanceof Fault && error.details['reason'] === 'AMBIGUOUS'
  }
}
