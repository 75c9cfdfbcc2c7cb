/** Up to this many values are sorted by insertion, which then beats everything else. */
const few = 24

let candidates = new Float64Array(512)
let buckets = new Int32Array(513)

/**
 * The k-th largest value (k = 1 is the largest), found by selection: a histogram says which bucket holds it,
 * and only that bucket is sorted. Linear in the number of values.
 *
 * @param values - the first `count` are looked at; each ≥ 0 and < `ceiling`
 * @param k - 1 … count
 */
export function kthLargest(
  values: Float64Array,
  count: number,
  k: number,
  ceiling: number,
): number {
  if (candidates.length < count) candidates = new Float64Array(2 * count)
  if (count <= few) {
    for (let i = 0; i < count; i++) candidates[i] = values[i]!
    return sortedDown(count)[k - 1]!
  }

  const last = 2 ** Math.ceil(Math.log2(count))
  const scale = last / ceiling // a product may round up to `last` itself: one bucket more
  if (buckets.length <= last) buckets = new Int32Array(2 * last + 1)
  buckets.fill(0, 0, last + 1)
  for (let i = 0; i < count; i++) buckets[(values[i]! * scale) | 0]!++

  let bucket = last
  let above = 0
  while (above + buckets[bucket]! < k) above += buckets[bucket--]!

  let found = 0
  for (let i = 0; i < count; i++) {
    if (((values[i]! * scale) | 0) === bucket) candidates[found++] = values[i]!
  }
  return sortedDown(found)[k - above - 1]!
}

/** The first `count` candidates, largest first. */
function sortedDown(count: number): Float64Array {
  if (count > few) {
    const sorted = candidates.subarray(0, count)
    return sorted[0] === sorted[count - 1] && sorted.every((value) => value === sorted[0])
      ? sorted
      : sorted.sort().reverse()
  }
  for (let i = 1; i < count; i++) {
    const value = candidates[i]!
    let j = i
    while (j > 0 && candidates[j - 1]! < value) candidates[j] = candidates[--j]!
    candidates[j] = value
  }
  return candidates
}
