import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'

declare module 'graphql' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- the names are GraphQL's
  interface GraphQLFieldExtensions<_TSource, _TContext, _TArgs> {
    /**
     * Set by `@Extensions({ varies: true })` on a field whose value does not follow from the data of Andel alone: a clock, a
     * file, what another server says. An answer with it is never kept.
     */
    varies?: boolean
    /** Set by `@Extensions({ storesNothing: true })` on a mutation after which all data is as before. */
    storesNothing?: boolean
  }
}

/** What carrying out a document means for answers that are kept. */
interface Effect {
  /** The same question gives the same answer as long as no data changes: reading alone, and no field that varies. */
  readonly mayBeKept: boolean
  /** Data may be another afterwards: a mutation that is not said to store nothing. */
  readonly mayStore: boolean
}

const known = new WeakMap<DocumentNode, Effect>()

export function effectOf(schema: GraphQLSchema, document: DocumentNode): Effect {
  const effect = known.get(document) ?? readEffect(schema, document)
  known.set(document, effect)
  return effect
}

function readEffect(schema: GraphQLSchema, document: DocumentNode): Effect {
  const types = new TypeInfo(schema)
  let mayBeKept = true
  let mayStore = false
  visit(
    document,
    visitWithTypeInfo(types, {
      [Kind.OPERATION_DEFINITION]({ operation }) {
        if (operation !== 'query') mayBeKept = false
      },
      [Kind.FIELD]() {
        const { varies, storesNothing } = types.getFieldDef()?.extensions ?? {}
        if (varies) mayBeKept = false
        if (types.getParentType() === schema.getMutationType() && !storesNothing) mayStore = true
      },
    }),
  )
  return { mayBeKept, mayStore }
}
