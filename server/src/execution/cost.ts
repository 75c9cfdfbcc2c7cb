import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
  getNamedType,
  getNullableType,
  getOperationAST,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql'
import { mostPerPage } from '../connection/page-size.ts'
import { costOfMoment, listSizes, pastMoments, plainList } from './list-sizes.ts'

export { costOfMoment, listSizes, pastMoments }

/** What an operation may come to, known before it is carried out. */
export interface Cost {
  /** Values that have to be worked out: fields, times the entries of the lists they stand in. */
  readonly cost: number
  /** Objects that the answer may hold. */
  readonly nodes: number
}

/** What costs more than this is refused. A budget of 10 000 lines with all its shares stays well below. */
export const costLimit = 20_000_000

type Variables = Readonly<Record<string, unknown>>

const nothing: Cost = { cost: 0, nodes: 0 }
const largest = 2 ** 31 - 1 // the largest Int of GraphQL

/**
 * What an operation may come to. A list counts with what is asked for of it, or as `list-sizes.ts` says.
 *
 * Linear in the document: a fragment is looked at once, however often it is spread. Nothing when there is no such operation.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
  variables: Variables = {},
): Cost {
  const operation = getOperationAST(document, operationName)
  const root = operation && schema.getRootType(operation.operation)
  if (!root) return nothing
  return new Estimate(schema, document, withDefaults(operation, variables)).of(
    root,
    operation.selectionSet,
  ).once
}

/** Values of variables as sent, or else as the operation says. Whether they fit is checked elsewhere. */
function withDefaults(operation: OperationDefinitionNode, variables: Variables): Variables {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) => {
    const name = variable.name.value
    if (defaultValue?.kind === Kind.OBJECT) return [[name, {}]]
    return defaultValue?.kind === Kind.INT || defaultValue?.kind === Kind.BOOLEAN
      ? [[name, JSON.parse(String(defaultValue.value)) as unknown]]
      : []
  })
  return { ...(Object.fromEntries(defaults) as Variables), ...variables }
}

/** Of a selection: what comes once, and what comes with each entry of the page that it is selected of. */
interface Selected {
  readonly once: Cost
  readonly perEntry: Cost
}

class Estimate {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  private readonly known = new Map<string, Selected>()

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Variables,
  ) {
    this.fragments = new Map(
      document.definitions
        .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
        .map((fragment) => [fragment.name.value, fragment]),
    )
  }

  of(type: GraphQLNamedType, { selections }: SelectionSetNode): Selected {
    let [once, perEntry] = [nothing, nothing]
    for (const selection of selections) {
      if (this.isLeftOut(selection.directives)) continue
      if (selection.kind === Kind.FIELD) {
        const own = this.ofField(type, selection)
        if (isConnection(type) && ofEntries.has(selection.name.value))
          perEntry = plus(perEntry, own)
        else once = plus(once, own)
      } else {
        const some =
          selection.kind === Kind.FRAGMENT_SPREAD
            ? this.ofFragment(selection.name.value)
            : this.of(
                this.typeNamed(selection.typeCondition?.name.value) ?? type,
                selection.selectionSet,
              )
        once = plus(once, some.once)
        perEntry = plus(perEntry, some.perEntry)
      }
    }
    return { once, perEntry }
  }

  private ofFragment(name: string): Selected {
    const known = this.known.get(name)
    if (known) return known
    const fragment = this.fragments.get(name)
    const type = this.typeNamed(fragment?.typeCondition.name.value)
    const found =
      fragment && type ? this.of(type, fragment.selectionSet) : { once: nothing, perEntry: nothing }
    this.known.set(name, found)
    return found
  }

  private ofField(parent: GraphQLNamedType, field: FieldNode): Cost {
    const name = field.name.value
    const definition =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined
    const type = definition && getNamedType(definition.type)
    if (!definition || !type || !field.selectionSet || !isCompositeType(type)) return leaf
    const { once, perEntry } = this.of(type, field.selectionSet)
    const entries = this.entries(parent.name, field, definition.type)
    if (isConnection(type)) return plus(plus(object, once), times(entries, perEntry))
    const entry = plus(plus(object, once), this.ofMoments(parent.name, field))
    const isPage = isConnection(parent) && ofEntries.has(name) // counted where the page is
    return isListType(getNullableType(definition.type)) && !isPage ? times(entries, entry) : entry
  }

  /** Of the budgets that are worked out as they were. */
  private ofMoments(parent: string, field: FieldNode): Cost {
    const moments = pastMoments[`${parent}.${field.name.value}`] ?? []
    const given = field.arguments?.filter(
      ({ name, value }) => moments.includes(name.value) && !this.isNull(value),
    )
    return { cost: costOfMoment * (given?.length ?? 0), nodes: 0 }
  }

  private isNull(value: ValueNode): boolean {
    if (value.kind === Kind.VARIABLE) return this.variables[value.name.value] == null
    return value.kind === Kind.NULL
  }

  /** How many entries a list is taken to have. */
  private entries(parent: string, field: FieldNode, type: GraphQLOutputType): number {
    const { usual, most = Infinity } = listSizes[`${parent}.${field.name.value}`] ?? {}
    const otherwise = usual ?? (isConnection(getNamedType(type)) ? mostPerPage : plainList)
    const said = ['first', 'last', 'ids']
      .map((name) => this.count(field.arguments?.find((one) => one.name.value === name)))
      .filter((count) => count !== undefined)
    return Math.min(most, said.length > 0 ? Math.min(...said) : otherwise)
  }

  private count(argument: ArgumentNode | undefined): number | undefined {
    if (argument?.value.kind === Kind.INT) return Math.max(0, Number(argument.value.value))
    if (argument?.value.kind === Kind.LIST) return argument.value.values.length
    if (argument?.value.kind !== Kind.VARIABLE) return undefined
    const value = this.variables[argument.value.name.value]
    if (Array.isArray(value)) return value.length
    return typeof value === 'number' && value >= 0 ? value : undefined
  }

  /** By @skip or @include. */
  private isLeftOut(directives: FieldNode['directives']): boolean {
    return (directives ?? []).some(({ name, arguments: given }) => {
      const condition = given?.find((one) => one.name.value === 'if')?.value
      const value =
        condition?.kind === Kind.VARIABLE
          ? this.variables[condition.name.value]
          : condition?.kind === Kind.BOOLEAN && condition.value
      return name.value === 'skip' ? value === true : name.value === 'include' && value === false
    })
  }

  private typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.schema.getType(name)
  }
}

const leaf: Cost = { cost: 1, nodes: 0 }
const object: Cost = { cost: 1, nodes: 1 }
const ofEntries = new Set(['nodes', 'edges'])

const isConnection = (type: GraphQLNamedType): type is GraphQLObjectType =>
  isObjectType(type) && type.name.endsWith('Connection')

const plus = (a: Cost, b: Cost): Cost => ({
  cost: Math.min(largest, a.cost + b.cost),
  nodes: Math.min(largest, a.nodes + b.nodes),
})

const times = (count: number, { cost, nodes }: Cost): Cost => ({
  cost: Math.min(largest, count * cost),
  nodes: Math.min(largest, count * nodes),
})
