import type { BasisWeights } from './basis-weights.ts'

/**
 * Blends bases by their whole per cent: each is first normalised by its own sum, so that "half equally,
 * half by population" is exactly half. The result is whole numbers with no common factor.
 */
export function blend(bases: readonly BasisWeights[]): { values: bigint[]; sum: bigint } {
  const common = bases.reduce((multiple, { sum }) => (multiple / gcd(multiple, sum)) * sum, 1n)
  const factors = bases.map(({ basis, sum }) => BigInt(basis.percent) * (common / sum))
  const size = bases[0]?.weights.length ?? 0
  const values = Array.from({ length: size }, (_, index) =>
    bases.reduce((total, { weights }, part) => total + weights[index]! * factors[part]!, 0n),
  )
  const sum = 100n * common
  const factor = values.reduce(gcd, sum)
  return { values: values.map((value) => value / factor), sum: sum / factor }
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}
