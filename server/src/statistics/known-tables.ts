import { PopulationDateKind } from './population-date-kind.ts'
import type { StatisticsTable } from './statistics-table.ts'

/** A table of inhabitants that an office is known to have. */
export interface KnownTable {
  /** In PxWeb's API 2. */
  readonly id: string
  /** In PxWeb's API 1: the path below START. Undefined when it is not known. */
  readonly path?: string
  readonly kind: PopulationDateKind
  /** First and last time that it is known to have. */
  readonly from: string
  readonly to?: string
}

/** SCB's. A series that stopped goes on in the next one of the same kind. */
export const knownTables: readonly KnownTable[] = [
  {
    id: 'TAB1267',
    path: 'BE/BE0101/BE0101A/FolkmangdNov',
    kind: PopulationDateKind.NOVEMBER_1,
    from: '2002',
  },
  {
    id: 'TAB638',
    path: 'BE/BE0101/BE0101A/BefolkningNy',
    kind: PopulationDateKind.DECEMBER_31,
    from: '1968',
    to: '2024',
  },
  {
    id: 'TAB5557',
    kind: PopulationDateKind.DECEMBER_31,
    from: '2025',
  },
  {
    id: 'TAB5444',
    path: 'BE/BE0101/BE0101A/BefolkManad',
    kind: PopulationDateKind.MONTH_END,
    from: '2000M01',
    to: '2024M12',
  },
  {
    id: 'TAB6471',
    kind: PopulationDateKind.MONTH_END,
    from: '2025M01',
  },
]

/** Codes of what SCB's tables count, and on which days. */
export const knownContents: ReadonlyMap<string, PopulationDateKind> = new Map([
  ['BE0101A9', PopulationDateKind.NOVEMBER_1],
  ['BE0101N1', PopulationDateKind.DECEMBER_31],
  ['000007SF', PopulationDateKind.MONTH_END],
])

export function knownTable(name: string): KnownTable | undefined {
  const wanted = name.toLowerCase()
  return knownTables.find(
    ({ id, path }) =>
      id.toLowerCase() === wanted || path?.split('/').at(-1)!.toLowerCase() === wanted,
  )
}

const patterns: readonly (readonly [PopulationDateKind, RegExp])[] = [
  [PopulationDateKind.NOVEMBER_1, /\b(?:1|1st|den första)(?: of)? nov(?:ember)?\b|\bnovember 1\b/i],
  [PopulationDateKind.DECEMBER_31, /\b(?:31|31st)(?: of)? dec(?:ember)?\b|\bdecember 31\b/i],
  [
    PopulationDateKind.MONTH_END,
    /\bper månad\b|\bsista dagen i\b.*\bmånad|\bper month\b|\bby month\b|\blast day of\b.*\bmonth/i,
  ],
]

/**
 * On which days a table counts: by its id, by the code of what it counts, else by its words. Undefined when nothing
 * says it, or two things do not agree: then somebody must tell.
 */
export function dateKindOf(
  { format, ids, title, words, contents }: StatisticsTable,
  content: string | undefined,
): PopulationDateKind | undefined {
  if (format === 'KOLADA') return PopulationDateKind.DECEMBER_31
  const byId = ids.flatMap((id) => knownTable(id)?.kind ?? [])
  if (byId.length > 0) return only(byId)
  const byContent = content === undefined ? undefined : knownContents.get(content)
  const told = [title, ...words, content === undefined ? undefined : contents.get(content)]
  const text = told.filter((one) => one !== undefined).join('\n')
  const byWords = patterns.flatMap(([kind, pattern]) => (pattern.test(text) ? [kind] : []))
  return only([...(byContent === undefined ? [] : [byContent]), ...byWords])
}

function only(kinds: readonly PopulationDateKind[]): PopulationDateKind | undefined {
  return new Set(kinds).size === 1 ? kinds[0] : undefined
}
