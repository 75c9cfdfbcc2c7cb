import type { Model } from './model.ts'

/**
 * The bare loop that Andel is measured against: largest remainder, exact to the öre, over typed arrays that
 * are there already. No objects, no rules, no checks, nothing kept for an explanation; good for nothing else.
 * Exact while sum × the largest population stays below 2^52.
 */
export function makeLimit({ participants: count, lines, populations }: Model) {
  const shares = new Float64Array(count * lines)
  const totals = new Float64Array(count)
  let sum = 0
  const remainders = new Float64Array(count)
  const size = 2 ** Math.ceil(Math.log2(count))
  const buckets = new Int32Array(size + 1)
  const places = new Int32Array(count)
  const boundary = new Float64Array(count)

  function shareOut(amount: number, offset: number): void {
    const scale = size / sum
    const r = amount % sum
    const q = (amount - r) / sum
    let left = amount
    buckets.fill(0)
    for (let i = 0; i < count; i++) {
      const weight = populations[i]!
      const product = r * weight
      const quotient = Math.floor(product / sum)
      const remainder = product - quotient * sum
      const share = q * weight + quotient
      shares[offset + i] = share
      remainders[i] = remainder
      const place = (remainder * scale) | 0
      places[i] = place
      buckets[place]!++
      left -= share
    }
    if (left === 0) return
    let bucket = size
    let above = 0
    while (above + buckets[bucket]! < left) above += buckets[bucket--]!
    const cut = nthOfBucket(bucket, left - above)
    for (let i = 0; i < count; i++) {
      const more = remainders[i]! > cut ? 1 : 0
      shares[offset + i]! += more
      left -= more
    }
    for (let i = 0; left > 0; i++) {
      if (remainders[i] === cut) {
        shares[offset + i]!++
        left--
      }
    }
  }

  /** The n-th largest remainder of a bucket. */
  function nthOfBucket(bucket: number, n: number): number {
    let found = 0
    for (let i = 0; i < count; i++) if (places[i] === bucket) boundary[found++] = remainders[i]!
    for (let i = 1; i < found; i++) {
      const value = boundary[i]!
      let j = i
      while (j > 0 && boundary[j - 1]! < value) boundary[j] = boundary[--j]!
      boundary[j] = value
    }
    return boundary[n - 1]!
  }

  /** Every line, and the totals. */
  function full(amounts: Float64Array): void {
    sum = 0
    for (let i = 0; i < count; i++) sum += populations[i]!
    totals.fill(0)
    for (let line = 0; line < lines; line++) {
      const offset = line * count
      shareOut(amounts[line]!, offset)
      for (let i = 0; i < count; i++) totals[i]! += shares[offset + i]!
    }
  }

  /** After `full`: one line anew, and the totals adjusted. */
  function oneLine(line: number, amount: number): void {
    const offset = line * count
    for (let i = 0; i < count; i++) totals[i]! -= shares[offset + i]!
    shareOut(amount, offset)
    for (let i = 0; i < count; i++) totals[i]! += shares[offset + i]!
  }

  return { shares, totals, full, oneLine }
}
