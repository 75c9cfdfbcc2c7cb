import type { Split } from '../allocation/split.ts'

/**
 * Where a participant's share may take another course while an amount grows by less than one unit of the key's
 * amount step: where anybody reaches a whole unit, where two remainders meet, where one reaches a half.
 *
 * Between two turns it stays, or rises with the amount.
 *
 * @param units - whole units that the amount begins with
 * @returns öre above them, from 1, below one unit; not sorted
 */
export function turnsOfShare(split: Split, index: number, units: number): number[] {
  const { unit, rounding, proportions } = split
  const { parts, whole } = proportions
  const ceiling = whole * BigInt(unit)
  const remainders = parts.map((part) => ((BigInt(units) * part) % whole) * BigInt(unit))
  const [own, remainder] = [parts[index]!, remainders[index]!]
  const turns: number[] = []

  /** What begins or ends where `slope` × öre reaches a height. */
  const meet = (height: bigint, slope: bigint): void => {
    if (slope === 0n) return
    const [top, bottom] = slope < 0n ? [-height, -slope] : [height, slope]
    if (top <= 0n || top > bottom * BigInt(unit)) return
    const floor = Number(top / bottom)
    if (top % bottom === 0n) turns.push(floor)
    turns.push(floor + 1)
  }
  parts.forEach((part, other) => {
    meet(ceiling - remainders[other]!, part)
    if (rounding.residualRule !== 'LARGEST_REMAINDER' || other === index) return
    const apart = remainder - remainders[other]!
    for (const turns of [-ceiling, 0n, ceiling]) meet(apart + turns, part - own)
  })
  if (rounding.residualRule === 'EACH_ALONE') {
    for (const halves of [1n, 3n]) meet(halves * ceiling - 2n * remainder, 2n * own)
  }
  return turns.filter((turn) => turn < unit)
}
