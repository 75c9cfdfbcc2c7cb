import {
  type ArgumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
  parse,
  print,
  visit,
} from 'graphql'
import type { Level, ListPlace } from './table-shape.ts'

/** How the outermost connection is read. */
export interface Paging {
  /** Where it is, as in the query. */
  readonly list: ListPlace
  /** Where the query wants to begin. */
  readonly after: string | null
  /** The most entries that the query wants. */
  readonly most: number
}

/** What the pages are asked for with; the names are reserved. */
export interface PageVariables {
  readonly andelFirst: number
  readonly andelAfter: string | null
}

/** Under which key each connection on the way says whether that was all. */
export const pageKey = 'andelPage'

const pageInfo = (
  parse(`{ ${pageKey}: pageInfo { hasNextPage endCursor } }`)
    .definitions[0] as OperationDefinitionNode
).selectionSet.selections[0]!
const paged = parse(`query ($andelFirst: Int, $andelAfter: String) {
  list(first: $andelFirst, after: $andelAfter) }`).definitions[0] as OperationDefinitionNode
const pagedVariables = paged.variableDefinitions!
const pagedArguments = (paged.selectionSet.selections[0] as FieldNode).arguments!

/** A connection that nothing is above, and that is not asked for from its end; undefined when there is none. */
export function pagingOf(list: ListPlace | undefined): Paging | undefined {
  const connection = list?.connection
  if (!connection) return undefined
  const { field, args } = connection
  const names = new Set(field.args.map((argument) => argument.name))
  if (!names.has('first') || !names.has('after')) return undefined
  const { first, after, last } = args
  if (last != null) return undefined
  if (typeof first === 'number' && first < 0) return undefined // refused as it stands
  const most = typeof first === 'number' ? first : Infinity
  return { list, most, after: typeof after === 'string' ? after : null }
}

/** The operation that reads one page, and tells of each connection on the way whether that was all of it. */
export function pagedOperation(
  operation: OperationDefinitionNode,
  levels: readonly Level[],
  paging: Paging | undefined,
): string {
  const connections = new Set(levels.flatMap((level) => level.list?.connection?.nodes ?? []))
  const turned = new Set(paging?.list.connection?.nodes)
  const rewritten = visit(operation, {
    Field: {
      enter(field) {
        if (!connections.has(field)) return undefined
        const { selections } = field.selectionSet!
        return {
          ...field,
          arguments: turned.has(field) ? turnedPages(field) : (field.arguments ?? []),
          selectionSet: { ...field.selectionSet!, selections: [...selections, pageInfo] },
        }
      },
    },
  })
  const definitions = [...(rewritten.variableDefinitions ?? []), ...(paging ? pagedVariables : [])]
  return print({ ...rewritten, variableDefinitions: onlyUsed(definitions, rewritten) })
}

function turnedPages(field: FieldNode): ArgumentNode[] {
  const others = (field.arguments ?? []).filter(
    ({ name }) => name.value !== 'first' && name.value !== 'after',
  )
  return [...others, ...pagedArguments]
}

/** `first: $count` has given way to ours: GraphQL refuses a variable that nothing uses. */
function onlyUsed(
  definitions: readonly VariableDefinitionNode[],
  operation: OperationDefinitionNode,
): VariableDefinitionNode[] {
  const used = new Set<string>()
  visit(
    { ...operation, variableDefinitions: [] },
    { Variable: (node) => void used.add(node.name.value) },
  )
  return definitions.filter(({ variable }) => used.has(variable.name.value))
}
