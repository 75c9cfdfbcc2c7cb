import type { Sheet } from '../sheet/sheet.ts'

/** Where the figures of one date are from. */
export interface PopulationSource {
  readonly source: string
  /** Names of the municipalities; `undefined` when all figures of the date are from there. */
  readonly names: readonly string[] | undefined
}

/** The sources of a date's figures, the one of most figures first. */
export function populationSources(
  { records, participants, names }: Sheet,
  on: string,
): readonly PopulationSource[] {
  const known = participants.flatMap(({ code }) => {
    const source = records[on]?.[code]?.source
    return source ? [{ source, name: names[code] ?? code }] : []
  })
  const bySource = [...Map.groupBy(known, ({ source }) => source)]
  return bySource
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([source, own]) => ({
      source,
      names: own.length === participants.length ? undefined : own.map(({ name }) => name),
    }))
}
