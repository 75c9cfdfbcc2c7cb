import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mutate } from '../attack/mutate.ts'
import { Visitor } from '../visitor.ts'
import { Api, type Loose } from './api.ts'
import { type Listener, listen } from './listener.ts'

let api: Api
let admin: Visitor
let budgetId: string
beforeEach(async () => {
  api = await Api.start()
  admin = await api.as('admin')
  const { budgets } = await api.data('{ budgets { nodes { id } } }')
  budgetId = budgets.nodes[0].id
})
afterEach(() => api[Symbol.asyncDispose]())

const follow = `subscription ($id: ID!, $page: String!) { budgetPresence(budgetId: $id, clientId: $page) { present { clientId } } }`
const viewer = '{ viewer { id } }'

/** Somebody listens, and is told at once who is there. */
async function listening(visitor: Visitor, how?: object): Promise<Listener<Loose>> {
  const listener = listen<Loose>(visitor, follow, { id: budgetId, page: randomUUID() }, how)
  await listener.until((told) => told.length > 0)
  expect(listener.told[0].data.budgetPresence.present).not.toEqual([])
  return listener
}

/** Has an analyst become a finance officer as well. */
async function promote(analyst: Visitor): Promise<Loose> {
  const { data } = await analyst.send<Loose>(viewer)
  const what = { role: 'FINANCE_OFFICER', jointServiceSlug: 'familjehemscentrum' }
  const input = { personId: data.viewer.id, municipalityCode: '2380', ...what }
  return mutate(admin, 'grantRole', input)
}

/** Milliseconds: less than until streams are looked through in any case. */
const patience = 3000

/** Fails when it takes much longer than the second that is promised: whoever tests may be busy with else. */
async function soon<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`longer than ${patience} ms`)), patience)
  })
  return await Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

describe('a stream ends soon', () => {
  it('when the person is suspended', async () => {
    const analyst = await api.as('analyst')
    const { data } = await analyst.send<Loose>(viewer)
    await using listener = await listening(analyst)
    await mutate(admin, 'suspendPerson', { personId: data.viewer.id })
    expect(await soon(listener.closed)).toBe(4401)
  })

  it('when the session is ended by its owner elsewhere', async () => {
    const [here, there] = [await api.as('coordinator'), await api.as('coordinator')]
    await using listener = await listening(here)
    const ended = await there.send<Loose>('mutation { endOtherSessions { __typename } }')
    expect(ended.errors).toBeUndefined()
    expect(await soon(listener.closed)).toBe(4401)
  })

  it('when the person gets another role, which ends every session', async () => {
    const analyst = await api.as('analyst')
    await using listener = await listening(analyst)
    expect((await promote(analyst)).errors).toBeUndefined()
    expect(await soon(listener.closed)).toBe(4401)
  })

  it('with other rights, when a token may now do something else: it may be taken up again', async () => {
    const program = new Visitor(api.address)
    const how = { headers: {}, params: { authorization: `Bearer ${api.app.demo!.token}` } }
    await using listener = await listening(program, how)
    await promote(await api.as('analyst'))
    expect(await soon(listener.closed)).toBe(4403)
    await using again = await listening(program, how)
    expect(again.told).toHaveLength(1)
  })

  it('when the token it came by is revoked', async () => {
    const input = { name: 'Ström', days: 1 }
    const made = await mutate(api.visitor, 'createToken', input, 'text token { id }')
    const { text, token } = made.data.createToken
    const program = new Visitor(api.address)
    const params = { authorization: `Bearer ${text}` }
    await using listener = await listening(program, { headers: {}, params })
    await mutate(api.visitor, 'revokeToken', { id: token.id })
    expect(await soon(listener.closed)).toBe(4401)
  })

  it('when the server ends, which does not wait for whoever listens', async () => {
    const listeners = await Promise.all([
      listening(api.visitor),
      listening(await api.as('analyst')),
    ])
    await soon(api.app.close())
    for (const listener of listeners) {
      expect(await soon(listener.closed)).toBe(1012)
      await listener[Symbol.asyncDispose]()
    }
  })
})
