import { type DocumentNode, type FieldNode, Kind, type SelectionSetNode, parse } from 'graphql'
import type { AnswerError } from './answer.ts'

/** A place in a text; both count from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

/**
 * Where in the query an error was born; undefined when it has no place there.
 *
 * By its path where it has one: a table is asked for with a query of its own, whose lines are others.
 */
export function placeOfError(query: string, error: AnswerError): Place | undefined {
  if (!error.path) return error.locations?.[0]
  const document = tryParse(query)
  return document && placeOfPath(document, error.path)
}

function tryParse(query: string): DocumentNode | undefined {
  try {
    return parse(query)
  } catch {
    return undefined
  }
}

function placeOfPath(document: DocumentNode, path: readonly (string | number)[]) {
  const names = path.filter((step) => typeof step === 'string')
  let sets = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [definition.selectionSet] : [],
  )
  let field: FieldNode | undefined
  for (const name of names) {
    field = sets.map((set) => fieldIn(document, set, name)).find((found) => found)
    sets = field?.selectionSet ? [field.selectionSet] : []
  }
  const start = field?.loc?.startToken
  return start && { line: start.line, column: start.column }
}

/** The field that answers under a name, also within fragments. */
function fieldIn(
  document: DocumentNode,
  { selections }: SelectionSetNode,
  name: string,
): FieldNode | undefined {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      if ((selection.alias ?? selection.name).value === name) return selection
      continue
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : document.definitions.find(
            (one) =>
              one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value,
          )
    const found =
      fragment && 'selectionSet' in fragment && fragment.selectionSet
        ? fieldIn(document, fragment.selectionSet, name)
        : undefined
    if (found) return found
  }
  return undefined
}
