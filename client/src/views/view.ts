import type { SavedViewsQuery } from '@andel/schema/operations'

/** A saved view as the list has it. */
export type View = SavedViewsQuery['savedViews']['nodes'][number]

export type AddressFormat = 'csv' | 'csvSv' | 'xlsx' | 'ndjson' | 'json'

/** The formats of a view, as they are offered. */
export const addressFormats: readonly AddressFormat[] = ['csv', 'csvSv', 'xlsx', 'ndjson', 'json']

/** The address of a view in a format, with the token that opens it. */
export function viewAddress(
  origin: string,
  path: string,
  format: AddressFormat,
  token: string,
): string {
  const [extension, excel] = format === 'csvSv' ? ['csv', 'excel=sv&'] : [format, '']
  return `${origin}${path}.${extension}?${excel}token=${token}`
}

/** The variables of a view, which the contract only calls JSON. */
export function variablesOf(variables: unknown): Readonly<Record<string, unknown>> {
  return typeof variables === 'object' && variables !== null
    ? (variables as Readonly<Record<string, unknown>>)
    : {}
}
