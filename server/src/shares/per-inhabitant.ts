import type { RequestContext } from '../context.ts'
import { quotient } from './aggregate.ts'
import type { CostShareGroup } from './group-types.ts'

type Whose = Pick<CostShareGroup, 'municipality' | 'year' | 'budget'>

/**
 * Inhabitants of the municipality of a group on a date: unless one is given, 31 December of the year before that of the
 * group. Null when there is no municipality, no date or no figure.
 */
export async function inhabitants(
  { populations }: RequestContext,
  { municipality, year, budget }: Whose,
  on?: string | null,
): Promise<number | null> {
  const fiscalYear = year ?? budget?.year ?? null
  const date = on ?? (fiscalYear === null ? null : `${fiscalYear - 1}-12-31`)
  if (!municipality || date === null) return null
  const figures = await populations.load(municipality.code)
  return figures.find((figure) => figure.on === date)?.inhabitants ?? null
}

/** A sum by inhabitant, rounded to öre, half away from zero. Null as `inhabitants`, and when nobody lives there. */
export async function perInhabitant(
  context: RequestContext,
  whose: Whose,
  sum: bigint,
  on?: string | null,
): Promise<bigint | null> {
  const count = await inhabitants(context, whose, on)
  return count === null ? null : quotient(sum, count)
}
