/** A place in the documentation of the schema: a type, or a member of it. */
export interface DocPlace {
  readonly type: string
  readonly field?: string | undefined
}

/** Where a field is described: in its type; where there is none, the type that it gives. */
export function docPlaceOf(
  field: string | undefined,
  type: string | undefined,
  parent: string | undefined,
): DocPlace {
  if (field !== undefined && parent !== undefined && !field.startsWith('__')) {
    return { type: bare(parent), field }
  }
  return { type: bare(type ?? parent ?? 'Query') }
}

/** `[CostShare!]!` is about `CostShare`. */
const bare = (type: string): string => type.replace(/[[\]!]/g, '')
