import { readFile, writeFile } from 'node:fs/promises'
import type { Product } from '../../product.ts'
import { Visitor } from '../../visitor.ts'

/** How a file came. */
export interface Fetched {
  /** Until its first byte, in ms. */
  readonly first: number
  /** Until its last, in ms. */
  readonly whole: number
  readonly bytes: number
  /** What the product needed more than before at most, in MiB; undefined where Linux does not tell. */
  readonly memory: number | undefined
}

/** Fetches a file from the product, as the co-ordinator of the demo, and forgets it as it comes. */
export async function fetchFile(
  product: Product,
  path: string,
  init: RequestInit,
): Promise<Fetched> {
  const office = await Visitor.by(await product.link('coordinator'))
  const before = await resident(product.pid, 'VmRSS')
  await writeFile(`/proc/${product.pid}/clear_refs`, '5').catch(() => undefined) // the peak begins anew
  const start = performance.now()
  const response = await office.fetch(path, init)
  if (!response.ok) throw new Error(await response.text())
  let first: number | undefined
  let bytes = 0
  for await (const part of response.body!) {
    first ??= performance.now() - start
    bytes += part.length
  }
  const whole = performance.now() - start
  const peak = await resident(product.pid, 'VmHWM')
  const memory = before === undefined || peak === undefined ? undefined : Math.max(0, peak - before)
  return { first: first ?? whole, whole, bytes, memory }
}

async function resident(pid: number, name: string): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kibibytes = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]
  return kibibytes === undefined ? undefined : Number(kibibytes) / 1024
}
