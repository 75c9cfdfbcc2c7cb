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
    /** Set by `@Extensions({ storesNothing: true })` on a mutation after which all data is as before. */
    storesNothing?: boolean
  }
}

const known = new WeakMap<DocumentNode, boolean>()

/** Whether data may be another once a document has been carried out: a mutation that is not said to store nothing. */
export function mayStore(schema: GraphQLSchema, document: DocumentNode): boolean {
  const stores = known.get(document) ?? hasStoringMutation(schema, document)
  known.set(document, stores)
  return stores
}

function hasStoringMutation(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema)
  let stores = false
  visit(
    document,
    visitWithTypeInfo(types, {
      [Kind.FIELD]() {
        const isMutation = types.getParentType() === schema.getMutationType()
        if (isMutation && !types.getFieldDef()?.extensions.storesNothing) stores = true
      },
    }),
  )
  return stores
}
