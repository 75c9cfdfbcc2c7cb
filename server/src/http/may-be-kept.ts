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
  }
}

const known = new WeakMap<DocumentNode, boolean>()

/** Whether the same question gives the same answer as long as no data changes: reading alone, and no field that varies. */
export function mayBeKept(schema: GraphQLSchema, document: DocumentNode): boolean {
  const kept = known.get(document) ?? followsFromData(schema, document)
  known.set(document, kept)
  return kept
}

function followsFromData(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema)
  let follows = true
  visit(
    document,
    visitWithTypeInfo(types, {
      [Kind.OPERATION_DEFINITION]({ operation }) {
        if (operation !== 'query') follows = false
      },
      [Kind.FIELD]() {
        if (types.getFieldDef()?.extensions.varies) follows = false
      },
    }),
  )
  return follows
}
