import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  execute,
  parse,
  validate,
} from 'graphql'
import type { RequestContext } from '../context.ts'

/** An operation that has been parsed and found to fit the contract. */
export interface Prepared {
  readonly document: DocumentNode
  readonly source: string
}

/** What an operation is carried out with. */
export interface Demand {
  readonly variables?: Readonly<Record<string, unknown>> | undefined
  readonly operationName?: string | undefined
  readonly context: RequestContext
}

/** The one way in which an operation is carried out, whoever asked: GraphQL over HTTP, a table, a saved view. */
export class Execution {
  constructor(readonly schema: GraphQLSchema) {}

  /** @throws {GraphQLError[]} what is wrong with the text, as GraphQL tells it */
  prepare(source: string): Prepared {
    const document = parseDocument(source)
    const errors = validate(this.schema, document)
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- GraphQL has several errors for one text
    if (errors.length > 0) throw errors
    return { document, source }
  }

  async run(prepared: Prepared, demand: Demand): Promise<ExecutionResult> {
    return await execute({
      schema: this.schema,
      document: prepared.document,
      variableValues: demand.variables,
      operationName: demand.operationName,
      contextValue: demand.context,
    })
  }
}

function parseDocument(source: string): DocumentNode {
  try {
    return parse(source)
  } catch (error) {
    if (error instanceof GraphQLError) throw [error]
    throw error
  }
}
