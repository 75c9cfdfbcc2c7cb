import { type GraphQLInputType, type GraphQLType, astFromValue, isInputType, print } from 'graphql'

/** A default value as GraphQL writes it; '' where there is none. */
export function defaultText({
  type,
  defaultValue,
}: {
  readonly type?: GraphQLType | undefined
  readonly defaultValue?: unknown
}): string {
  if (defaultValue === undefined || !isInputType(type)) return ''
  const value = astFromValue(defaultValue, type as GraphQLInputType)
  return value ? print(value) : ''
}
