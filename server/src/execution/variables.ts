import {
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  getOperationAST,
  getVariableValues,
} from 'graphql'

type Variables = Readonly<Record<string, unknown>>

/**
 * Variables as GraphQL itself makes them of what was sent: defaults put in, scalars parsed, one value for a list of one.
 * A compiled operation does not do all of that.
 */
export function readVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
  sent: Variables = {},
): { values: Variables } | { errors: readonly GraphQLError[] } {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions
  if (!definitions?.length) return { values: {} }
  const { coerced, errors } = getVariableValues(schema, definitions, sent, { maxErrors: 50 })
  return errors ? { errors } : { values: coerced }
}

/** The same document, whose variables are taken as they come: for values that have been read. */
export function withReadVariables(document: DocumentNode): DocumentNode {
  return {
    ...document,
    definitions: document.definitions.map((one) =>
      one.kind === Kind.OPERATION_DEFINITION ? asTheyCome(one) : one,
    ),
  }
}

function asTheyCome(operation: OperationDefinitionNode): OperationDefinitionNode {
  const variableDefinitions = operation.variableDefinitions?.map(({ kind, variable }) => ({
    kind,
    variable,
    type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'JSON' } } as const,
  }))
  return variableDefinitions ? { ...operation, variableDefinitions } : operation
}
