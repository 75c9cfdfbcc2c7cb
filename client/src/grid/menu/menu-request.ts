import type { MenuEntry } from '../../ui/menu-entry.ts'

/** Somebody asks for a menu beside something, whose place is told in the coordinates of the window. */
export type MenuRequest = { readonly at: DOMRect } & (
  | { readonly kind: 'cell' }
  | { readonly kind: 'column'; readonly column: string }
)

export type MenuSections = readonly (readonly MenuEntry[])[]
