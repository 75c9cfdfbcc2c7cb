import { Kind, type OperationDefinitionNode, type SelectionNode, parse, print } from 'graphql'
import { sendQuery, type WrittenQuery } from '../../api/index.ts'
import { jsonType } from './answer.ts'
import type { Asking } from './ask.ts'

/** What a query costs at most, in values to work out. */
export interface Cost {
  readonly cost: number
  readonly limit: number
}

/** The same query with the question what it costs, which is then all that is answered; undefined where there is nothing to ask. */
export function costQuestion({ query, operationName, variables }: WrittenQuery) {
  try {
    const document = parse(query)
    const definitions = document.definitions.map((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.operation === 'query'
        ? withSelection(definition, question)
        : definition,
    )
    if (definitions.every((definition, index) => definition === document.definitions[index])) return
    return { query: print({ ...document, definitions }), operationName, variables }
  } catch {
    return undefined
  }
}

/** Asks what a query costs; undefined when there is no telling. */
export async function askCost(query: WrittenQuery, asking: Asking): Promise<Cost | undefined> {
  const written = costQuestion(query)
  if (!written) return undefined
  try {
    const wanted = { accept: jsonType, language: asking.language }
    const response = await sendQuery(written, wanted, asking.signal)
    const { data } = (await response.json()) as { data?: { andelCost?: Cost } }
    return data?.andelCost
  } catch {
    return undefined
  }
}

const question = (
  parse('{ andelCost: rateLimit(dryRun: true) { cost limit } }')
    .definitions[0] as OperationDefinitionNode
).selectionSet.selections[0]!

function withSelection(
  operation: OperationDefinitionNode,
  selection: SelectionNode,
): OperationDefinitionNode {
  const { selectionSet } = operation
  return {
    ...operation,
    selectionSet: { ...selectionSet, selections: [selection, ...selectionSet.selections] },
  }
}
