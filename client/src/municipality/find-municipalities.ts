import { swedishOrder } from '../text/swedish-order.ts'

interface Municipality {
  readonly code: string
  readonly name: string
  readonly county: { readonly code: string }
}

/** What is looked for: part of a name or the beginning of a code, within a county or all (empty). */
export interface Search {
  readonly text: string
  readonly countyCode: string
}

/** The municipalities that match, in Swedish alphabetical order. Case does not matter; å, ä and ö do. */
export function findMunicipalities<Found extends Municipality>(
  municipalities: readonly Found[],
  { text, countyCode }: Search,
): Found[] {
  const wanted = text.trim().toLocaleLowerCase('sv')
  return municipalities
    .filter(
      ({ code, name, county }) =>
        (!countyCode || county.code === countyCode) &&
        (code.startsWith(wanted) || name.toLocaleLowerCase('sv').includes(wanted)),
    )
    .toSorted((a, b) => swedishOrder(a.name, b.name))
}
