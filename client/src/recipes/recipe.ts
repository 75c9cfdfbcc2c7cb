import type { Language } from '@andel/schema/money'

/** A piece of a line of text. A link goes to a page of ours. */
export type Span =
  | { readonly kind: 'text' | 'strong' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string }

export interface CodeBlock {
  readonly kind: 'code'
  readonly language: string
  readonly text: string
}

export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Span[])[] }
  | CodeBlock

/** What a recipe says in one language. */
export interface RecipeText {
  readonly title: string
  /** What it is about, in a sentence. */
  readonly about: string
  readonly blocks: readonly Block[]
}

/** A way of working for analysts, from a file of `docs/recipes`. */
export interface Recipe extends Readonly<Record<Language, RecipeText>> {
  /** Its name in addresses. */
  readonly slug: string
}

/** The address that the recipes are written with; the page puts in that of the installation. */
export const writtenOrigin = 'http://127.0.0.1:4000'
