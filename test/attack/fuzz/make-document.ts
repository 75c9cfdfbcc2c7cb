import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import type { Chance } from '../../api/many-budgets.ts'
import { literalFor, valueFor } from './make-value.ts'

/** A document and what is sent with it. */
export interface Fuzzed {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/**
 * A document that the schema allows, nearly always, by chance: fields, arguments in literals and variables, aliases, directives,
 * fragments of both kinds.
 *
 * @param ids - of what there is, so that something is found
 */
export function makeDocument(
  schema: GraphQLSchema,
  chance: Chance,
  ids: readonly string[],
): Fuzzed {
  return new Maker(schema, chance, ids).make()
}

class Maker {
  private readonly fragments: string[] = []
  private readonly declared: string[] = []
  private readonly variables: Record<string, unknown> = {}
  private left: number
  private aliases = 0

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly chance: Chance,
    private readonly ids: readonly string[],
  ) {
    this.left = 5 + chance(chance(10) === 0 ? 600 : 60)
  }

  make(): Fuzzed {
    const mutates = this.chance(10) === 0
    const root = mutates ? this.schema.getMutationType()! : this.schema.getQueryType()!
    const selection = this.selection(root, 1)
    const declared = this.declared.length > 0 ? `(${this.declared.join(' ')})` : ''
    const operation = `${mutates ? 'mutation' : 'query'} Q${declared} ${selection}`
    return { query: [operation, ...this.fragments].join('\n'), variables: this.variables }
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    const fields = isAbstractType(type) && !('getFields' in type) ? [] : this.fieldsOf(type)
    const out: string[] = this.chance(5) === 0 || fields.length === 0 ? ['__typename'] : []
    for (let wanted = 1 + this.chance(depth === 1 ? 3 : 6); wanted > 0 && this.left > 0; wanted--) {
      this.left--
      const dice = this.chance(12)
      if (dice === 0)
        out.push(`... ${this.on(type)} ${this.directives()} ${this.selection(type, depth)}`)
      else if (dice === 1 && this.fragments.length < 20) out.push(this.spread(type, depth))
      else if (fields.length > 0) {
        const field = fields[this.chance(fields.length)]!
        const made = this.field(field, depth)
        out.push(...Array<string>(this.chance(100) === 0 ? 2 + this.chance(40) : 1).fill(made))
      }
    }
    return `{ ${out.length > 0 ? out.join(' ') : '__typename'} }`
  }

  private fieldsOf(type: GraphQLCompositeType): GraphQLField<unknown, unknown>[] {
    if (!('getFields' in type)) return []
    const all = Object.values(type.getFields())
    const asksSchema = type === this.schema.getQueryType() && this.chance(10) === 0
    return asksSchema ? [SchemaMetaFieldDef, TypeMetaFieldDef] : all
  }

  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type)
    const given = field.args.map((arg) => this.argument(arg)).filter((text) => text !== undefined)
    const alias = this.chance(given.length > 0 ? 1 : 10) === 0 ? `a${this.aliases++}: ` : ''
    const head = `${alias}${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${this.directives()}`
    if (!isCompositeType(type)) return head
    if (depth >= 8 && this.chance(20) > 0) return `${head} { __typename }`
    return `${head} ${this.selection(type, depth + 1)}`
  }

  private argument({ name, type }: GraphQLArgument): string | undefined {
    if (!isNonNullType(type) && this.chance(3) > 0) return undefined
    if (this.chance(3) > 0) return `${name}: ${literalFor(type, this.chance, this.ids)}`
    const variable = `v${this.declared.length}`
    this.declared.push(`$${variable}: ${String(type)}`)
    if (this.chance(20) > 0) this.variables[variable] = valueFor(type, this.chance, this.ids)
    return `${name}: $${variable}`
  }

  private spread(type: GraphQLCompositeType, depth: number): string {
    const name = `F${this.fragments.length}`
    this.fragments.push('') // its place: what it spreads itself comes later
    this.fragments[Number(name.slice(1))] =
      `fragment ${name} on ${this.related(type)} ${this.selection(type, depth)}`
    return this.chance(30) === 0 ? `...${name} ...F${this.chance(20)}` : `...${name}`
  }

  private on(type: GraphQLCompositeType): string {
    return this.chance(2) === 0 ? '' : `on ${this.related(type)}`
  }

  /** Nearly always the type itself. */
  private related(type: GraphQLCompositeType): string {
    if (this.chance(40) > 0) return type.name
    const all = Object.values(this.schema.getTypeMap()).filter(isObjectType)
    return all[this.chance(all.length)]!.name
  }

  private directives(): string {
    if (this.chance(15) > 0) return ''
    return ` @${this.chance(2) === 0 ? 'skip' : 'include'}(if: ${this.chance(2) === 0})`
  }
}
