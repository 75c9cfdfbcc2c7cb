import { type CubeDimension } from './cube.ts'
import { knownContents } from './known-tables.ts'
import { chunks, type Wanted } from './office-answer.ts'
import { isTotal } from './total-of-parts.ts'

/** Which codes of which dimension are asked for. */
export type Selection = readonly { readonly id: string; readonly codes: readonly string[] }[]

/**
 * Which cells of a table to ask for: the totals of the wanted municipalities and times, in as many questions as the
 * office's limit takes. A dimension that can be left out, and has no total of its own, is left out.
 *
 * @param most - cells of one answer
 */
export function selectCells(
  dimensions: readonly CubeDimension[],
  { codes, times }: Wanted,
  most: number,
): { selections: Selection[]; missing: string[] } {
  const find = (role: CubeDimension['role']): CubeDimension | undefined =>
    dimensions.find((dimension) => dimension.role === role)
  const region = find('region')
  const time = find('time')
  const there = (one: CubeDimension | undefined, wanted: readonly string[]): string[] =>
    wanted.filter((code) => one?.codes.includes(code))
  const regions = there(region, codes)
  const asked = times ? there(time, times) : [...(time?.codes ?? [])]
  const missing = [...codes, ...(times ?? [])].filter(
    (code) => !regions.includes(code) && !asked.includes(code),
  )
  const fixed = dimensions.flatMap((one) => {
    const chosen = one === region || one === time ? undefined : choose(one)
    return chosen ? [{ id: one.id, codes: chosen }] : []
  })
  const width = fixed.reduce((product, one) => product * one.codes.length, 1)
  const regionsAtOnce = Math.max(1, Math.min(regions.length, Math.floor(most / width)))
  const timesAtOnce = Math.max(1, Math.floor(most / (width * regionsAtOnce)))
  const selections = chunks(regions, regionsAtOnce).flatMap((someRegions) =>
    chunks(asked, timesAtOnce).map((someTimes) => [
      { id: region!.id, codes: someRegions },
      ...fixed,
      { id: time!.id, codes: someTimes },
    ]),
  )
  return { selections, missing }
}

/** Undefined where the dimension is left out. */
function choose({
  role,
  codes,
  labels,
  totalCode,
  canBeLeftOut,
}: CubeDimension): string[] | undefined {
  if (role === 'content') {
    const known = codes.filter((code) => knownContents.has(code))
    return known.length > 0 ? known : [...codes]
  }
  const part = {
    name: '',
    labels: new Map(codes.map((code, index) => [code, labels[index] ?? code])),
    totalCode,
  }
  const total = codes.find((code) => isTotal(part, code))
  if (total !== undefined) return [total]
  return canBeLeftOut ? undefined : [...codes]
}
