import { type DefinitionNode, Kind, type OperationDefinitionNode, parse, print } from 'graphql'

/** The name of the operation that is run: the one at the cursor where there are several, none where there is one. */
export function operationAt(query: string, offset: number): string | undefined {
  const operations = operationsOf(query)
  if (operations.length < 2) return undefined
  const here = operations.find(({ loc }) => loc !== undefined && offset <= loc.end)
  return (here ?? operations.at(-1))?.name?.value
}

/** What a query is called: its name, or the first field that it asks for. */
export function titleOf(query: string): string {
  const name = /^\s*(?:query|mutation|subscription)\s+(\w+)/m.exec(query)?.[1]
  return name ?? /\{\s*(\w+)/.exec(query)?.[1] ?? query.trim().slice(0, 40)
}

/**
 * The same query, set as GraphQL sets it, with the comments above it. Or why not: it cannot be read, or has comments within,
 * which would be lost.
 */
export function prettyQuery(
  query: string,
): { text: string } | { problem: 'unreadable' | 'comments' } {
  const head = /^(\s*#.*\n)*/.exec(query)![0]
  try {
    const text = `${head}${print(parse(query))}\n`
    const commented = withoutStrings(query.slice(head.length)).includes('#')
    return commented ? { problem: 'comments' } : { text }
  } catch {
    return { problem: 'unreadable' }
  }
}

function withoutStrings(query: string): string {
  return query.replace(/"""[\s\S]*?"""|"(\\.|[^"\\\n])*"/g, '""')
}

const isOperation = (node: DefinitionNode): node is OperationDefinitionNode =>
  node.kind === Kind.OPERATION_DEFINITION

function operationsOf(query: string): readonly OperationDefinitionNode[] {
  try {
    return parse(query).definitions.filter(isOperation)
  } catch {
    return []
  }
}
