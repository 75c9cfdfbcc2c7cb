import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
} from 'graphql'
import { type Column, kindOf } from './column.ts'
import { TableFault } from './table-fault.ts'

/** A list on the way down to the rows. */
export interface ListPlace {
  /** Response keys from the entry above to the list. */
  readonly path: readonly string[]
  /** As a person finds it in the query: `budgets.nodes`. */
  readonly name: string
  /** The connection whose `nodes` or `edges` it is. */
  readonly connection: ConnectionPlace | undefined
}

export interface ConnectionPlace {
  readonly field: GraphQLField<unknown, unknown>
  /** Everywhere it is selected; their arguments are alike. */
  readonly nodes: readonly FieldNode[]
  /** What it is asked with. */
  readonly args: Readonly<Record<string, unknown>>
  /** Response keys from the entry above to the connection. */
  readonly path: readonly string[]
}

/** The answer, or an entry of a list: its own cells, and the one list in it. */
export interface Level {
  readonly cells: { readonly path: readonly string[]; readonly column: number }[]
  list?: ListPlace
}

/** A selection of the query with the type that it selects from. */
interface Selected {
  readonly type: GraphQLCompositeType
  readonly set: SelectionSetNode
}

interface FoundField {
  readonly parent: GraphQLCompositeType
  readonly node: FieldNode
}

/** Where the walk is. */
interface Place {
  readonly level: number
  /** Response keys since the entry of the level. */
  readonly path: readonly string[]
  /** Response keys from the top. */
  readonly full: readonly string[]
  /** Parts of the column's name. */
  readonly name: readonly string[]
  readonly connection: ConnectionPlace | undefined
}

/** Walks through an operation in its order and finds columns and lists. */
export class TableShape {
  readonly columns: Column[] = []
  readonly levels: Level[] = [{ cells: [] }]
  private readonly taken = new Set<string>()

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly variables: Readonly<Record<string, unknown>>,
  ) {}

  /** @throws {TableFault} when it cannot be one table */
  read(operation: OperationDefinitionNode): void {
    const type = this.schema.getQueryType()!
    const top = { level: 0, path: [], full: [], name: [], connection: undefined }
    this.walk([{ type, set: operation.selectionSet }], top)
  }

  private walk(selected: readonly Selected[], place: Place): void {
    for (const [key, found] of this.fieldsOf(selected)) {
      const { parent, node } = found[0]!
      const field = this.definition(parent, node.name.value)
      this.visit(found, field, {
        ...place,
        path: [...place.path, key],
        full: [...place.full, key],
        name: isNameless(parent, node) ? place.name : [...place.name, key],
      })
    }
  }

  private visit(
    found: readonly FoundField[],
    field: GraphQLField<unknown, unknown>,
    place: Place,
  ): void {
    const type = getNullableType(field.type)
    const inner = isListType(type) ? this.enterList(type.ofType, place) : place
    const named = getNamedType(type)
    if (!isCompositeType(named))
      return this.addColumn({ name: columnName(inner), kind: kindOf(named) }, inner)
    const nodes = found.map(({ node }) => node)
    const connection = isConnection(named)
      ? { field, nodes, path: inner.path, args: this.argumentsOf(field, nodes[0]!) }
      : undefined
    this.walk(
      found.map(({ parent, node }) => ({
        type: getNamedType(this.definition(parent, node.name.value).type) as GraphQLCompositeType,
        set: node.selectionSet!,
      })),
      { ...inner, connection },
    )
  }

  private addColumn(column: Column, { level, path }: Place): void {
    if (this.taken.has(column.name)) throw new TableFault('SAME_COLUMN', { column: column.name })
    this.taken.add(column.name)
    this.levels[level]!.cells.push({ path, column: this.columns.length })
    this.columns.push(column)
  }

  /** A list begins a level of its own; one entry above can have one list alone. */
  private enterList(entry: GraphQLOutputType, place: Place): Place {
    const name = place.full.join('.')
    if (isListType(getNullableType(entry))) throw new TableFault('NESTED_LIST', { list: name })
    const level = this.levels[place.level]!
    if (level.list) throw new TableFault('SIBLING_LISTS', { first: level.list.name, second: name })
    level.list = { path: place.path, name, connection: place.connection }
    this.levels.push({ cells: [] })
    return { ...place, level: place.level + 1, path: [], connection: undefined }
  }

  /** The fields of a selection by response key, in the order in which they are written. */
  private fieldsOf(
    selected: readonly Selected[],
    found = new Map<string, FoundField[]>(),
  ): Map<string, FoundField[]> {
    for (const { type, set } of selected) {
      for (const selection of set.selections) {
        if (!this.isIncluded(selection)) continue
        if (selection.kind === Kind.FIELD) {
          const key = selection.alias?.value ?? selection.name.value
          const entry = { parent: type, node: selection }
          found.set(key, [...(found.get(key) ?? []), entry])
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          const condition = selection.typeCondition?.name.value
          const inner = condition ? (this.schema.getType(condition) as GraphQLCompositeType) : type
          this.fieldsOf([{ type: inner, set: selection.selectionSet }], found)
        }
      }
    }
    return found
  }

  private argumentsOf(
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
  ): Readonly<Record<string, unknown>> {
    return getArgumentValues(field, node, this.variables)
  }

  private isIncluded(node: Parameters<typeof getDirectiveValues>[1]): boolean {
    const skip = getDirectiveValues(GraphQLSkipDirective, node, this.variables)
    if (skip?.['if'] === true) return false
    return getDirectiveValues(GraphQLIncludeDirective, node, this.variables)?.['if'] !== false
  }

  private definition(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> {
    if (name === '__typename') return TypeNameMetaFieldDef
    if (name === '__schema') return SchemaMetaFieldDef
    if (name === '__type') return TypeMetaFieldDef
    return (type as GraphQLObjectType).getFields()[name]!
  }
}

function columnName({ name, full }: Place): string {
  return (name.length > 0 ? name : full).join('.')
}

function isConnection(type: GraphQLCompositeType): boolean {
  return isObjectType(type) && getNamedType(type.getFields()['pageInfo']?.type)?.name === 'PageInfo'
}

/** `nodes`, `edges` and an edge's `node` say nothing about what a value is, unless they were given a name. */
function isNameless(parent: GraphQLCompositeType, { name, alias }: FieldNode): boolean {
  if (alias) return false
  if (isConnection(parent)) return name.value === 'nodes' || name.value === 'edges'
  return parent.name.endsWith('Edge') && name.value === 'node'
}
