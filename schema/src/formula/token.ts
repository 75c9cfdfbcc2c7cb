/** A part of a formula with its place in the text as typed. */
export type Token =
  | {
      readonly kind: 'number'
      readonly at: number
      /** An exact decimal. */ readonly exact: string
    }
  | { readonly kind: 'name'; readonly at: number; readonly name: string }
  | { readonly kind: 'sign'; readonly at: number; readonly sign: Sign }
  | { readonly kind: 'end'; readonly at: number }

/** Everything between numbers and names; `;` stands for whatever parts arguments. */
export type Sign = '+' | '-' | '*' | '/' | '%' | '(' | ')' | ';'
