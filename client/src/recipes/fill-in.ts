import { writtenOrigin } from './recipe.ts'

/** A saved view, and what opens it. */
interface ViewAddress {
  readonly id: string
  readonly token: string
}

/** The parts of the address of a saved view, as it is copied; undefined when it is something else. */
export function readViewAddress(address: string): ViewAddress | undefined {
  // Nothing but what ids and tokens have: it goes into lines for a terminal.
  const found = /\/views\/([\w-]+)\.\w+\?(?:[\w=&]*&)?token=([\w-]+)$/.exec(address.trim())
  return found ? { id: found[1]!, token: found[2]! } : undefined
}

/** Code of a recipe for this installation, and for a view when there is one. */
export function fillIn(code: string, origin: string, view?: ViewAddress): string {
  const here = code.replaceAll(writtenOrigin, origin)
  return view ? here.replaceAll('VIEW-ID', view.id).replaceAll('ACCESS-TOKEN', view.token) : here
}

/** Whether there is anything of a view to fill in. */
export const asksForView = (code: string): boolean => code.includes('VIEW-ID')
