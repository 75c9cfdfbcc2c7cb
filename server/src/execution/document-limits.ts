import { Fault } from '@andel/schema/fault'
import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

/**
 * What a document may hold. Our own largest has 307 tokens, the contract's introspection is 15 deep; the others follow from what
 * keeps the slowest document within 50 ms of validation (`pnpm bench limits`).
 */
export const documentLimits = {
  /** Characters of the whole text. */
  characters: 100_000,
  /** Words, numbers, texts and signs of the whole text. */
  tokens: 4000,
  /** Brackets of any kind within each other, in the text or in the variables. */
  nesting: 64,
  operations: 30,
  fragments: 50,
  /** Of all operations together. */
  variables: 200,
  /** Fields at the root of an operation, with its fragments put in; so for all below. */
  rootFields: 100,
  /** Fields within each other. */
  depth: 20,
  aliases: 100,
  directives: 100,
  /** Times that the same place of an answer is asked for, as `a` is twice in `{ a a }`. */
  repeats: 30,
  /** Fields that ask for a place that another asks for. */
  repeated: 200,
  /** Fields and fragments of all operations together. */
  selections: 2000,
} as const

export type DocumentLimit = keyof typeof documentLimits

/**
 * Refuses what holds more of something than a document may, and is meant to be asked before anything slower looks at it.
 *
 * Linear: a first walk looks at each fragment once, counts what the document comes to with its fragments put in, and refuses what
 * is too much; so the second may put them in.
 *
 * @throws {Fault} `DOCUMENT_LIMIT` with `what`, `most` and `found`
 * @throws {GraphQLError} a fragment that spreads itself, as GraphQL's own validation says it
 */
export function limitDocument({ definitions }: DocumentNode): void {
  const fragments = new Map(
    definitions.filter(isFragment).map((fragment) => [fragment.name.value, fragment]),
  )
  const operations = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION)
  within('operations', operations.length)
  within('variables', sum(operations.map((one) => one.variableDefinitions?.length ?? 0)))
  within('fragments', definitions.filter(isFragment).length)
  const sizes = new Sizes(fragments)
  const reached = new Set<string>()
  let selections = 0
  const limit = (root: DefinitionNode): void => {
    if (!('selectionSet' in root) || !root.selectionSet) return
    selections += sizes.of(root.selectionSet)
    within('selections', selections)
    new Count(fragments, reached).of(root)
  }
  definitions.filter((one) => !isFragment(one)).forEach(limit)
  for (const one of fragments.values()) if (!reached.has(one.name.value)) limit(one)
}

/** @throws {Fault} `DOCUMENT_LIMIT` */
export function within(what: DocumentLimit, found: number): void {
  const most = documentLimits[what]
  if (found > most) throw new Fault('DOCUMENT_LIMIT', { what, most, found })
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

/** How many selections a set holds with its fragments put in. */
class Sizes {
  /** Undefined while a fragment is being looked at. */
  private readonly known = new Map<string, number | undefined>()

  constructor(private readonly fragments: Fragments) {}

  of({ selections }: SelectionSetNode): number {
    let size = 0
    for (const one of selections) size += 1 + this.below(one)
    return Math.min(size, Number.MAX_SAFE_INTEGER)
  }

  private below(one: SelectionNode): number {
    if (one.kind !== Kind.FRAGMENT_SPREAD) return one.selectionSet ? this.of(one.selectionSet) : 0
    const name = one.name.value
    const known = this.known.get(name)
    if (known !== undefined) return known
    const fragment = this.fragments.get(name)
    if (!fragment) return 0
    if (this.known.has(name)) throw cycle(name, fragment)
    this.known.set(name, undefined)
    const size = this.of(fragment.selectionSet)
    this.known.set(name, size)
    return size
  }
}

/** A place in the answer: what is asked for there, by everything in the document that asks for it. */
interface Place {
  asked: number
  readonly below: Map<string, Place>
}

/** What one operation comes to, its fragments put in. */
class Count {
  private aliases = 0
  private directives = 0
  private rootFields = 0
  private repeated = 0

  constructor(
    private readonly fragments: Fragments,
    private readonly reached: Set<string>,
  ) {}

  of(root: DefinitionNode & { readonly selectionSet: SelectionSetNode }): void {
    if (isFragment(root)) this.reached.add(root.name.value)
    this.addDirectives(root)
    if (root.kind === Kind.OPERATION_DEFINITION)
      root.variableDefinitions?.forEach(this.addDirectives)
    this.add(root.selectionSet, { asked: 1, below: new Map() }, 1)
  }

  private add({ selections }: SelectionSetNode, place: Place, depth: number): void {
    for (const one of selections) {
      this.addDirectives(one)
      if (one.kind === Kind.INLINE_FRAGMENT) this.add(one.selectionSet, place, depth)
      else if (one.kind === Kind.FRAGMENT_SPREAD) this.addFragment(one.name.value, place, depth)
      else {
        within('depth', depth)
        if (depth === 1) within('rootFields', ++this.rootFields)
        if (one.alias) within('aliases', ++this.aliases)
        const own = placeIn(place, (one.alias ?? one.name).value)
        within('repeats', ++own.asked)
        if (own.asked > 1) within('repeated', ++this.repeated)
        if (one.selectionSet) this.add(one.selectionSet, own, depth + 1)
      }
    }
  }

  private addFragment(name: string, place: Place, depth: number): void {
    const fragment = this.fragments.get(name)
    if (!fragment) return // validation says so
    this.reached.add(name)
    this.addDirectives(fragment)
    this.add(fragment.selectionSet, place, depth)
  }

  private readonly addDirectives = ({ directives }: { directives?: readonly unknown[] }): void => {
    this.directives += directives?.length ?? 0
    within('directives', this.directives)
  }
}

function placeIn({ below }: Place, name: string): Place {
  const known = below.get(name)
  if (known) return known
  const made = { asked: 0, below: new Map<string, Place>() }
  below.set(name, made)
  return made
}

const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0)

const isFragment = (one: DefinitionNode): one is FragmentDefinitionNode =>
  one.kind === Kind.FRAGMENT_DEFINITION

const cycle = (name: string, fragment: FragmentDefinitionNode): GraphQLError =>
  new GraphQLError(`Cannot spread fragment "${name}" within itself.`, { nodes: fragment })
