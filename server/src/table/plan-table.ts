import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  type OperationDefinitionNode,
  getOperationAST,
  getVariableValues,
} from 'graphql'
import type { Column } from './column.ts'
import { type Level, TableShape } from './table-shape.ts'
import { type Paging, pagedOperation, pagingOf } from './paged-operation.ts'
import { TableFault } from './table-fault.ts'
import { withoutFragments } from './without-fragments.ts'

/** What a query is asked for with. */
export interface TableQuestion {
  readonly document: DocumentNode
  readonly operationName?: string | undefined
  readonly variables?: Readonly<Record<string, unknown>> | undefined
}

/** How a query becomes a table. */
export interface TablePlan {
  /** Of the operation; undefined when it has none. */
  readonly name: string | undefined
  readonly columns: readonly Column[]
  /** The answer itself, then an entry of each list on the way down to the one that gives the rows. */
  readonly levels: readonly Level[]
  /** The operation that reads one page of it. */
  readonly source: string
  readonly variables: Readonly<Record<string, unknown>>
  /** How the outermost list is read in pages; undefined when all of it comes at once. */
  readonly paging: Paging | undefined
}

/**
 * Says how a query becomes a table, or why it cannot: the rules of docs/tables.md.
 *
 * @param question - with a document that fits the contract
 * @throws {TableFault} `NOT_A_TABLE`
 * @throws {GraphQLError[]} what is wrong with the variables
 */
export function planTable(schema: GraphQLSchema, question: TableQuestion): TablePlan {
  const operation = withoutFragments(question.document, chosenOperation(question))
  const given = question.variables ?? {}
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given)
  if (errors) throw errors
  const shape = new TableShape(schema, coerced)
  shape.read(operation)
  const paging = pagingOf(shape.levels[0]?.list)
  return {
    name: operation.name?.value,
    columns: shape.columns,
    levels: shape.levels,
    source: pagedOperation(operation, shape.levels, paging),
    variables: given,
    paging,
  }
}

function chosenOperation({ document, operationName }: TableQuestion): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName)
  if (!operation) {
    const named = document.definitions.some(
      (definition) =>
        definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value === operationName,
    )
    throw new TableFault(operationName && !named ? 'NO_OPERATION' : 'SEVERAL_OPERATIONS')
  }
  if (operation.operation !== OperationTypeNode.QUERY) throw new TableFault('NOT_A_QUERY')
  return operation
}
