import type { Language } from '../money/language.ts'
import { formulaFault } from './formula-fault.ts'
import { argumentTokens, numberToken } from './number-run.ts'
import type { Sign, Token } from './token.ts'

const blanks = /[\s\u00a0\u202f\u2009]+/y
/** Digits with the marks and spaces between them; a mark that no digit follows is none of the number's. */
const digits = /(?:\d|[.,](?=\d))(?:\d|[.,](?=\d)|[ \u00a0\u202f\u2009]+(?=\d))*/y
/** Names of functions, and of what people may take for one: `B7`, `Blad1!A1:A9`, `$C$3`. */
const names = /[\p{L}_$][\p{L}\p{N}_$!:.]*/uy
const signs: Readonly<Record<string, Sign>> = {
  '+': '+',
  '-': '-',
  '\u2212': '-', // minus
  '\u2011': '-', // non-breaking hyphen
  '\u2013': '-', // en dash
  '*': '*',
  '×': '*',
  '/': '/',
  '÷': '/',
  '%': '%',
  '(': '(',
  ')': ')',
  ';': ';',
}

/**
 * Parts a formula into tokens; the last is the end. What follows its `=` begins at `from`.
 *
 * Commas part the arguments of a function where the formula has no semicolon, which would do it everywhere.
 *
 * @throws {Fault} `BAD_FORMULA`: `CHARACTER`, `GROUPS`, `AMBIGUOUS`, `COMMA`, `TOO_LARGE`
 */
export function tokenize(text: string, from: number, language: Language): Token[] {
  const tokens: Token[] = []
  const withCommas = !text.includes(';')
  /** For every open parenthesis, whether commas may part what it holds. */
  const brackets: boolean[] = []
  let at = from
  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at
    return pattern.exec(text)?.[0] ?? ''
  }
  while (at < text.length) {
    const blank = match(blanks)
    at += blank.length
    if (at === text.length) break
    const inCommas = brackets.at(-1) === true
    const afterValue = endsValue(tokens.at(-1))
    const character = String.fromCodePoint(text.codePointAt(at)!)
    const sign: Sign | undefined =
      character === ',' && inCommas && afterValue ? ';' : signs[character]
    const run = sign ? '' : match(digits)
    const name = sign || run ? '' : match(names)
    if (sign) {
      if (sign === '(') brackets.push(withCommas && tokens.at(-1)?.kind === 'name')
      if (sign === ')') brackets.pop()
      tokens.push({ kind: 'sign', at, sign })
    } else if (run) {
      const found = { text, language, at, run }
      tokens.push(...(inCommas ? argumentTokens(found) : [numberToken(found)]))
    } else if (name) {
      tokens.push({ kind: 'name', at, name })
    } else {
      throw formulaFault(text, 'CHARACTER', at, { found: character })
    }
    at += (sign ? character : run || name).length
  }
  tokens.push({ kind: 'end', at: text.trimEnd().length })
  return tokens
}

function endsValue(token: Token | undefined): boolean {
  return token?.kind === 'number' || (token?.kind === 'sign' && /[)%]/.test(token.sign))
}
