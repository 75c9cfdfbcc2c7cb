import type { Basis, Key } from '@andel/schema/allocation'
import type { Drafts } from '../../drafts/draft.ts'
import { draftKey, draftPlace } from '../../drafts/draft.ts'
import type { AgreementFacts, StoredParticipation } from './agreement-facts.ts'
import { partColumns } from './key-parts.ts'

/** A row of the sheet: a participation as drafts leave it. */
export interface StandingRow extends StoredParticipation {
  readonly isAdded: boolean
  /** It stays in the sheet until it is stored that it has gone. */
  readonly isRemoved: boolean
  /** What belongs to the municipality rather than to the participation stands in its first row. */
  readonly isFirst: boolean
}

/** The agreement as drafts leave it. */
export interface Standing {
  readonly rows: ReadonlyMap<string, StandingRow>
  readonly key: Key
}

/** Columns of drafts that no cell shows: a row that is added says who comes and when, one that goes that it goes. */
export const addedColumn = 'added'
export const removedColumn = 'removed'

/** Who comes, and from when, as the value of a draft. */
export function writeAdded(code: string, from: string): string {
  return `${code} ${from}`
}

export function readAdded(value: string): { readonly code: string; readonly from: string } {
  const [code = '', from = ''] = value.split(' ')
  return { code, from }
}

export function standingOf(facts: AgreementFacts, drafts: Drafts): Standing {
  const valueOf = (row: string, column: string): string | undefined => {
    const draft = drafts.get(draftKey({ row, column }))
    return draft?.kind === 'value' ? draft.value : undefined
  }
  const added = [...drafts].flatMap(([key, draft]) => {
    const { row, column } = draftPlace(key)
    if (column !== addedColumn || draft.kind !== 'value') return []
    return [{ id: row, ...readAdded(draft.value), to: '' }]
  })
  const seen = new Set<string>()
  const rows = [...facts.participations.values(), ...added].map((row): StandingRow => {
    const isRemoved = valueOf(row.id, removedColumn) !== undefined
    const isFirst = !isRemoved && !seen.has(row.code)
    if (isFirst) seen.add(row.code)
    return {
      ...row,
      from: valueOf(row.id, 'from') ?? row.from,
      to: valueOf(row.id, 'to') ?? row.to,
      isAdded: !facts.participations.has(row.id),
      isRemoved,
      isFirst,
    }
  })
  const typed = rows
    .filter(({ isFirst }) => isFirst)
    .map(({ id, code }) => ({ code, at: (column: string) => valueOf(id, column) }))
  const columns = partColumns(facts.key)
  return {
    rows: new Map(rows.map((row) => [row.id, row])),
    key: {
      ...facts.key,
      bases: facts.key.bases.map((basis, index) => partWith(basis, columns[index]!, typed)),
    },
  }
}

interface Typed {
  readonly code: string
  at(column: string): string | undefined
}

/** A part of the key with what is typed; who takes no part any more has nothing in it. */
function partWith(basis: Basis, column: string, typed: readonly Typed[]): Basis {
  switch (basis.kind) {
    case 'FIXED':
      return { ...basis, percentages: filled(basis.percentages, typed, column, String) }
    case 'USE':
      return { ...basis, values: filled(basis.values, typed, column, Number) }
    case 'POPULATION':
    case 'EQUAL':
      return basis
  }
}

function filled<Value>(
  stored: Readonly<Record<string, Value>>,
  typed: readonly Typed[],
  column: string,
  read: (value: string) => Value,
): Record<string, Value> {
  const entries = typed.flatMap(({ code, at }): [string, Value][] => {
    const value = at(column)
    if (value === '') return []
    const now = value === undefined ? stored[code] : read(value)
    return now === undefined ? [] : [[code, now]]
  })
  return Object.fromEntries(entries)
}

/** What is stored for a municipality in a part of the key, as exact text; '' when nothing is. */
export function storedPart(basis: Basis | undefined, code: string): string {
  if (basis?.kind === 'FIXED') return basis.percentages[code] ?? ''
  if (basis?.kind === 'USE') return basis.values[code]?.toString() ?? ''
  return ''
}
