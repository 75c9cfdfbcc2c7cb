import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../visitor.ts'
import { Api, type Loose } from './api.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start()
})
afterAll(() => api[Symbol.asyncDispose]())

const codeOf = async (by: Visitor, query: string, variables = {}): Promise<string | undefined> =>
  (await by.send(query, variables)).errors?.[0]?.extensions.code

describe('one’s own sessions', () => {
  const sessions = '{ viewer { sessions { id way browser isCurrent } } }'
  const end = 'mutation ($id: ID!) { endSession(input: { id: $id }) { id } }'
  const idsOf = async (by: Visitor): Promise<{ id: string; isCurrent: boolean }[]> =>
    (await by.send<Loose>(sessions)).data.viewer.sessions

  it('are listed, this one marked; one can be ended, or all others', async () => {
    const [here, there, elsewhere] = [
      await api.as('finance officer'),
      await api.as('finance officer'),
      await api.as('finance officer'),
    ]
    const own = (await idsOf(there)).filter(({ isCurrent }) => isCurrent)
    expect(own).toHaveLength(1)
    expect(await codeOf(here, end, own[0])).toBeUndefined()
    expect(await codeOf(there, sessions)).toBe('UNAUTHENTICATED')
    expect(await codeOf(here, end, own[0])).toBe('NOT_FOUND')
    expect(await codeOf(elsewhere, sessions)).toBeUndefined()
    const { data } = await here.send<Loose>('mutation { endOtherSessions { ended } }')
    expect(data.endOtherSessions.ended).toBeGreaterThan(0)
    expect(await codeOf(elsewhere, sessions)).toBe('UNAUTHENTICATED')
    expect(await idsOf(here)).toEqual([expect.objectContaining({ isCurrent: true, way: 'DEMO' })])
  })

  it('are ended by nobody else', async () => {
    const analyst = await api.as('analyst')
    const id = (await idsOf(analyst))[0]!.id
    for (const role of ['coordinator', 'admin'])
      expect(await codeOf(await api.as(role), end, { id })).toBe('NOT_FOUND')
    expect(await codeOf(analyst, sessions)).toBeUndefined()
  })
})
