import type { Basis, Key } from '@andel/schema/allocation'

/** A part of a key that is typed, as its column tells what it is. */
export type PartName =
  | { readonly kind: 'FIXED' }
  | { readonly kind: 'USE'; readonly statistic: string; readonly period: string }

const prefix = 'part '

/** Whether it is a column of a part of a key, also of one that has no such part any more. */
export function isPart(column: string): boolean {
  return column.startsWith(prefix)
}

/**
 * The columns of a key, part by part. A column is called by what its part is rather than by where it stands:
 * what was typed for one part must never be taken for another when the key has changed in the meantime.
 */
export function partColumns({ bases }: Pick<Key, 'bases'>): readonly string[] {
  const seen = new Map<string, number>()
  return bases.map((basis) => {
    const name = nameOf(basis)
    const nth = (seen.get(name) ?? 0) + 1
    seen.set(name, nth)
    return prefix + (nth === 1 ? name : `${name}/${nth}`)
  })
}

/** The part of the key whose column it is; nothing when the key has none. */
export function basisOf(key: Pick<Key, 'bases'>, column: string): Basis | undefined {
  return isPart(column) ? key.bases[partColumns(key).indexOf(column)] : undefined
}

/** What the part of a column is or was, whether or not the key still has it. */
export function readPart(column: string): PartName | undefined {
  if (!isPart(column)) return undefined
  const [kind, statistic, period] = column.slice(prefix.length).split('/')
  if (kind === 'FIXED') return { kind }
  if (kind !== 'USE' || statistic === undefined || period === undefined) return undefined
  return { kind, statistic: decodeURIComponent(statistic), period: decodeURIComponent(period) }
}

function nameOf(basis: Basis): string {
  if (basis.kind !== 'USE') return basis.kind
  return ['USE', basis.statistic, basis.period].map(encodeURIComponent).join('/')
}
