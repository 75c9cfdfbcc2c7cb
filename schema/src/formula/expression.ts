import type { Fraction } from './fraction.ts'

/** A formula as a tree. `at` is where what can go wrong stands in the text. */
export type Expression =
  | { readonly kind: 'number'; readonly value: Fraction }
  | { readonly kind: 'negative'; readonly of: Expression }
  | { readonly kind: 'percent'; readonly of: Expression }
  | {
      readonly kind: 'operation'
      readonly sign: Operator
      readonly at: number
      readonly left: Expression
      readonly right: Expression
    }
  | {
      readonly kind: 'call'
      readonly name: FunctionName
      readonly at: number
      readonly given: readonly Expression[]
    }

export type Operator = '+' | '-' | '*' | '/'
export type FunctionName = 'SUM' | 'ROUND'
