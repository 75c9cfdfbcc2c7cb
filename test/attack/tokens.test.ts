// Expected: FORBIDDEN, UNAUTHENTICATED or NOT_FOUND; nothing told, nothing stored
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from '../api/api.ts'
import { Visitor } from '../visitor.ts'
import { answerTo, madeUp, without } from './beside.ts'
import { type Input, codeOf, mutate } from './mutate.ts'
import { addALine, idOf, refusalIn, whoIs, withHeaders } from './try.ts'

let api: Api
let admin: Visitor
let analyst: Visitor
let edit: () => Input
let refusal: ReturnType<typeof refusalIn>
beforeAll(async () => {
  api = await Api.start()
  admin = await api.as('admin')
  analyst = await api.as('analyst')
  edit = await addALine(api)
  refusal = refusalIn(api)
})
afterAll(() => api[Symbol.asyncDispose]())

const bearer = (text: string): Visitor =>
  new Visitor(api.address, { authorization: `Bearer ${text}` })

describe('a token', () => {
  const make = async (by: Visitor, writes: boolean): Promise<{ text: string; id: string }> => {
    const input = { name: 'x', days: 1, writes }
    const { data } = await mutate(by, 'createToken', input, 'text token { id }')
    return { text: data.createToken.text, id: data.createToken.token.id }
  }

  it('counts before a cookie, so that neither lends the other rights', async () => {
    const reading = `Bearer ${api.app.demo!.token}`
    const both = withHeaders(api.visitor, { authorization: reading })
    expect(await refusal(both, 'editBudget', edit())).toBe('FORBIDDEN')
    for (const authorization of ['Bearer x', 'Basic YTph', 'bearer', reading.slice(0, -1)])
      expect(await whoIs(withHeaders(api.visitor, { authorization }))).toBe('UNAUTHENTICATED')
  })

  it('that only reads changes nothing, whoever made it', async () => {
    const reading = bearer((await make(api.visitor, false)).text)
    expect(await whoIs(reading)).toBe('Demo Samordnare')
    expect(await refusal(reading, 'editBudget', edit())).toBe('FORBIDDEN')
    expect(await refusal(reading, 'saveView', { name: 'x', query: '{ populationDates }' })).toBe(
      'FORBIDDEN',
    )
  })

  it('looks after no account, even when it may write: no grant, token, session or password', async () => {
    const writing = bearer((await make(admin, true)).text)
    const personId = await idOf(analyst)
    for (const [mutation, input] of [
      ['grantRole', { personId, role: 'ADMIN' }],
      ['createPerson', { name: 'x', email: 'x@b.example' }],
      ['suspendPerson', { personId }],
      ['createToken', { name: 'x', days: 1 }],
    ] as const)
      expect([mutation, await refusal(writing, mutation, input)]).toEqual([mutation, 'FORBIDDEN'])
    const response = await writing.fetch('/password', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ current: 'x', password: 'fyra hästar äter tapeter' }),
    })
    expect([response.status, codeOf(await response.json())]).toEqual([401, 'UNAUTHENTICATED'])
  })

  it('that has been revoked or is too old opens nothing', async () => {
    const [revoked, old] = [await make(api.visitor, true), await make(api.visitor, true)]
    await mutate(api.visitor, 'revokeToken', { id: revoked.id })
    const connection = api.app.orm.em.getConnection()
    const own = Buffer.from(old.id, 'base64url').toString().split(':')[1]
    await connection.execute('update api_token set expires_at = ? where id = ?', [Date.now(), own])
    for (const { text } of [revoked, old]) {
      expect(await whoIs(bearer(text))).toBe('UNAUTHENTICATED')
      expect(await refusal(bearer(text), 'editBudget', edit())).toBe('UNAUTHENTICATED')
    }
  })

  it.each([
    ['in an address', '?access_token=', {}],
    ['in an address, by its own name', '?token=', {}],
    ['in another header', '', { 'x-api-key': '' }],
    ['as a cookie', '', { cookie: '__Host-andel=' }],
  ])('counts for nothing %s', async (_where, search, headers) => {
    const { text } = await make(api.visitor, false)
    const given = Object.entries(headers).map(([name, value]) => [name, `${value}${text}`])
    const path = `/graphql${search && `${search}${text}`}`
    const response = await fetch(`${api.address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...Object.fromEntries(given) },
      body: '{"query":"{ viewer { name } }"}',
    })
    expect([response.status, codeOf(await response.json())]).toEqual([401, 'UNAUTHENTICATED'])
  })

  it.each(['revokeToken', 'endSession'])(
    'or a session of somebody else is not there: %s',
    async (mutation) => {
      const of = { revokeToken: 'tokens', endSession: 'sessions' }[mutation]!
      await make(api.visitor, false)
      const { viewer } = await api.data(`{ viewer { ${of} { id } } }`)
      for (const visitor of [analyst, admin]) {
        const attack = async (id: string): Promise<Loose> =>
          without(id, await mutate(visitor, mutation, { id }))
        const answer = await attack(viewer[of][0].id)
        expect([codeOf(answer), answer.data ?? null]).toEqual(['NOT_FOUND', null])
        expect(await attack(madeUp(viewer[of][0].id))).toEqual(answer)
        const node = '{ node(id: "TRIED") { id } }'
        expect(await answerTo(visitor, node, viewer[of][0].id)).toEqual({ data: { node: null } })
      }
      expect(await whoIs(api.visitor)).toBe('Demo Samordnare')
    },
  )
})
