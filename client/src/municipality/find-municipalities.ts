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

/**
 * The municipalities that match, in the order they came in. Case does not matter. A letter without a mark finds
 * the marked one too, "ostersund" Östersund; a marked letter finds only itself.
 */
export function findMunicipalities<Found extends Municipality>(
  municipalities: readonly Found[],
  { text, countyCode }: Search,
): Found[] {
  const wanted = lowerCase(text.trim())
  return municipalities.filter(
    ({ code, name, county }) =>
      (!countyCode || county.code === countyCode) &&
      (code.startsWith(wanted) ||
        [lowerCase(name), withoutMarks(lowerCase(name))].some((spelt) => spelt.includes(wanted))),
  )
}

function lowerCase(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('sv')
}

function withoutMarks(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{Mark}/gu, '')
}
