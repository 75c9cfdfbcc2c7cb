import { swedishOrder } from '../text/swedish-order.ts'

interface Part {
  readonly share: string
  readonly municipality: { readonly name: string }
}

/** Shares from the largest down; equal ones by name. */
export function largestFirst<Share extends Part>(shares: readonly Share[]): Share[] {
  return shares.toSorted(
    (a, b) =>
      Number(b.share) - Number(a.share) || swedishOrder(a.municipality.name, b.municipality.name),
  )
}
