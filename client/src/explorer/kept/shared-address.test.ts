import { examples } from '@andel/schema/examples'
import { expect, it } from 'vitest'
import { fromSharedAddress, toSharedAddress } from './shared-address.ts'

it('carries every example, and Swedish variables', async () => {
  for (const { query } of examples) {
    const work = { query, variables: '{ "namn": "Härjedalen – Åre" }' }
    const hash = await toSharedAddress(work)
    expect(hash).toMatch(/^#q=[\w-]+$/)
    expect(await fromSharedAddress(hash!)).toEqual(work)
  }
})

it('does not carry what no address can', async () => {
  const noise = Array.from({ length: 20_000 }, (_, n) => Math.imul(n, 2_654_435_761).toString(36))
  expect(await toSharedAddress({ query: noise.join(''), variables: '' })).toBeUndefined()
})

it.each(['', '#q=', '#q=%', '#q=AAAA', '#other', '#q=q1bKS8xNBQA'])(
  'makes nothing of %s',
  async (hash) => {
    expect(await fromSharedAddress(hash)).toBeUndefined()
  },
)

it('does not unpack what is far larger than any query', async () => {
  const hash = await toSharedAddress({ query: 'a'.repeat(1_000_000), variables: '' })
  expect(await fromSharedAddress(hash!)).toBeUndefined()
})
