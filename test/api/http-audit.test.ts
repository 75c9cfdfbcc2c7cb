import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api } from './api.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start({ demo: false })
})
afterAll(() => api[Symbol.asyncDispose]())

const audits = serverAudits({
  url: () => `${api.address}/graphql`,
  fetchFn: (url: string, init?: RequestInit) => api.fetch(url, init),
})

describe('the GraphQL over HTTP audit', () => {
  it('has 61 checks', () => expect(audits).toHaveLength(61))

  it.each(audits)('$id: $name', async ({ fn }) => {
    const result = await fn()
    expect(result.status, 'reason' in result ? result.reason : '').toBe('ok')
  })
})
