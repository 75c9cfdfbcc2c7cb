import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql'

/** The operation with every fragment written out in its place, so that each field stands in one place alone. */
export function withoutFragments(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationDefinitionNode {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition)
  }
  return visit(operation, {
    FragmentSpread: {
      enter(spread) {
        const { typeCondition, selectionSet } = fragments.get(spread.name.value)!
        return {
          kind: Kind.INLINE_FRAGMENT,
          typeCondition,
          directives: spread.directives ?? [],
          selectionSet: structuredCopy(selectionSet),
        }
      },
    },
  })
}

/** Nodes are told apart by identity: a fragment that is used twice must be two. */
function structuredCopy<T>(node: T): T {
  if (Array.isArray(node)) return node.map(structuredCopy) as T
  if (typeof node !== 'object' || node === null) return node
  const entries = Object.entries(node).filter(([name]) => name !== 'loc')
  return Object.fromEntries(entries.map(([name, value]) => [name, structuredCopy(value)])) as T
}
