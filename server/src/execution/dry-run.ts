import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  getOperationAST,
} from 'graphql'

/**
 * What is left of a document when an operation asks for `rateLimit(dryRun: true)`: that field alone. Undefined when it does not.
 */
export function dryRunOf(
  document: DocumentNode,
  operationName: string | undefined,
  variables: Readonly<Record<string, unknown>> = {},
): DocumentNode | undefined {
  const operation = getOperationAST(document, operationName)
  if (!operation) return undefined
  const asked = rateLimits(document, operation.selectionSet)
  if (!asked.some((field) => isDry(field, operation, variables))) return undefined
  const alone = { ...operation, selectionSet: { ...operation.selectionSet, selections: asked } }
  return {
    ...document,
    definitions: document.definitions.map((one) => (one === operation ? alone : one)),
  }
}

function rateLimits(document: DocumentNode, root: SelectionSetNode): FieldNode[] {
  const seen = new Set<SelectionSetNode>()
  const collect = (set: SelectionSetNode): FieldNode[] => {
    if (seen.has(set)) return []
    seen.add(set)
    return set.selections.flatMap((one) => {
      if (one.kind === Kind.FIELD) return one.name.value === 'rateLimit' ? [one] : []
      if (one.kind === Kind.INLINE_FRAGMENT) return collect(one.selectionSet)
      const fragment = document.definitions.find(
        (some) => some.kind === Kind.FRAGMENT_DEFINITION && some.name.value === one.name.value,
      )
      return fragment?.kind === Kind.FRAGMENT_DEFINITION ? collect(fragment.selectionSet) : []
    })
  }
  return collect(root)
}

function isDry(
  field: FieldNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  const value = field.arguments?.find(({ name }) => name.value === 'dryRun')?.value
  if (value?.kind === Kind.BOOLEAN) return value.value
  if (value?.kind !== Kind.VARIABLE) return false
  const name = value.name.value
  if (Object.hasOwn(variables, name)) return variables[name] === true
  const definition = operation.variableDefinitions?.find((one) => one.variable.name.value === name)
  return definition?.defaultValue?.kind === Kind.BOOLEAN && definition.defaultValue.value
}
