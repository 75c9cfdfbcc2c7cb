import type { Model } from './model.ts'

/** The obvious exact way: BigInt throughout, remainders sorted. */
export function shareOutInBigInt(amount: number, populations: readonly bigint[]): number[] {
  const sum = populations.reduce((total, each) => total + each, 0n)
  const exact = populations.map((each) => BigInt(amount) * each)
  const shares = exact.map((product) => Number(product / sum))
  const left = amount - shares.reduce((total, share) => total + share, 0)
  const order = exact
    .map((product, index) => ({ index, remainder: product % sum }))
    .sort((a, b) =>
      a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
    )
  for (const { index } of order.slice(0, left)) shares[index]!++
  return shares
}

export function fullInBigInt({ populations, amounts }: Model): number[][] {
  const weights = Array.from(populations, BigInt)
  return Array.from(amounts, (amount) => shareOutInBigInt(amount, weights))
}
