// Expected: 404 NOT_FOUND as for what never was; 401 UNAUTHENTICATED to strangers
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api } from '../api/api.ts'
import { csv, ndjson, xlsx } from '../api/tables.ts'
import type { Visitor } from '../visitor.ts'
import { type Beside, addBeside, madeUp, without } from './beside.ts'
import { canary } from './outside.ts'

let api: Api
let beside: Beside
beforeAll(async () => {
  api = await Api.start()
  beside = await addBeside(api)
})
afterAll(() => api[Symbol.asyncDispose]())

describe('a file', () => {
  it.each([csv, xlsx, ndjson])('of everything holds nothing of it: %s', async (accept) => {
    const query = '{ budgets { nodes { title lines { description amount } } } }'
    const ask = (visitor: Visitor): Promise<Response> =>
      visitor.fetch(`/graphql?query=${encodeURIComponent(query)}`, { headers: { accept } })
    const text = async (response: Response): Promise<string> =>
      Buffer.from(await response.arrayBuffer()).toString('latin1')
    const known = Buffer.from(canary).toString('latin1')
    const own = await ask(api.visitor)
    expect(own.status).toBe(200)
    if (accept !== xlsx) {
      expect(await text(await ask(beside.owner))).toContain(known)
      expect(await text(own)).not.toContain(known)
    }
    const refused = await ask(beside.stranger)
    expect([refused.status, (await refused.json()).errors[0].extensions.code]).toEqual([
      401,
      'UNAUTHENTICATED',
    ])
  })

  it.each(['coordinator', 'stranger'])('of its budget is not there for the %s', async (who) => {
    const visitor = who === 'stranger' ? beside.stranger : api.visitor
    const told = async (id: string): Promise<unknown[]> => {
      const response = await visitor.fetch(`/budgets/${id}.xlsx`)
      return [response.status, await response.json()]
    }
    const answer = await told(beside.ids.budget)
    expect(answer[0]).toBe(404)
    expect(await told(madeUp(beside.ids.budget))).toEqual(answer)
    expect((await beside.owner.fetch(`/budgets/${beside.ids.budget}.xlsx`)).status).toBe(200)
  })

  it('that is read as one of its workbooks is answered as for a budget that never was', async () => {
    const told = async (id: string): Promise<unknown> => {
      const form = new FormData()
      const query = `query ($id: ID!, $file: Upload!) { readWorkbook(budgetId: $id, file: $file) { __typename } }`
      form.set('operations', JSON.stringify({ query, variables: { id, file: null } }))
      form.set('map', '{"0":["variables.file"]}')
      form.set('0', new Blob(['x']), 'a.xlsx')
      const response = await api.fetch('/graphql', { method: 'POST', body: form })
      return without(id, await response.json())
    }
    const answer = await told(beside.ids.budget)
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] })
    expect(await told(madeUp(beside.ids.budget))).toEqual(answer)
  })
})
