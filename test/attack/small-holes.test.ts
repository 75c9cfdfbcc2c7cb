// Expected: a refusal with a code of the list, never an incident; what has ended stays ended
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from '../api/api.ts'
import { Visitor } from '../visitor.ts'
import { type Beside, addBeside, without } from './beside.ts'
import { codeOf, mutate } from './mutate.ts'
import { somebody } from './policy/whose.ts'

let api: Api
let beside: Beside
let admin: Visitor
beforeAll(async () => {
  api = await Api.start()
  beside = await addBeside(api)
  admin = await api.as('admin')
})
afterAll(() => api[Symbol.asyncDispose]())

const long = 'a'.repeat(60_000)

it('an invitation ends when the e-mail it went to was wrong', async () => {
  const input = { name: 'Bo Ek', email: 'fel@kommun.example' }
  const made = await mutate(admin, 'createPerson', input, 'code person { id }')
  const { code, person } = made.data.createPerson
  const change = (typed: object): Promise<Loose> =>
    mutate(admin, 'updatePerson', { personId: person.id, ...typed }, 'invitationEnded')
  const open = async (): Promise<number> => {
    const headers = { 'content-type': 'application/json' }
    const form = { method: 'POST', headers, body: JSON.stringify({ code }) }
    return (await fetch(`${api.address}/invitation`, form)).status
  }
  expect((await change({ name: 'Bo Dal' })).data.updatePerson).toEqual({ invitationEnded: false })
  expect(await open()).toBe(200)
  const changed = await change({ email: 'ratt@kommun.example' })
  expect(changed.data.updatePerson).toEqual({ invitationEnded: true })
  expect(await open()).toBe(404)
})

describe('one person', () => {
  const query = '{ installation { demo } }'

  it('saves 100 views and no more, and whoever changes or removes one is told of', async () => {
    const newcomer = await somebody(api, [])
    const save = (): Promise<Loose> =>
      mutate(newcomer, 'saveView', { name: 'Vy', query }, 'view { id }')
    const views: string[] = []
    while (views.length < 100) views.push((await save()).data.saveView.view.id)
    expect(codeOf(await save())).toBe('TOO_MANY_VIEWS')
    const [id] = views
    await mutate(newcomer, 'updateView', { id, name: 'Ny' })
    await mutate(newcomer, 'removeView', { id })
    expect(codeOf(await save())).toBeUndefined()
    const { data } = await admin.send<Loose>(
      'query ($of: [ID!]) { auditEntries(filter: { subjectIds: $of }) { nodes { action } } }',
      { of: [id] },
    )
    expect(data.auditEntries.nodes.map(({ action }: Loose) => action).toSorted()).toEqual([
      'VIEW_CHANGED',
      'VIEW_REMOVED',
      'VIEW_SAVED',
    ])
  })

  it('is signed in 20 times and no more: the oldest session ends', async () => {
    const [first, second] = [await api.as('analyst'), await api.as('analyst')]
    for (let more = 2; more < 20; more++) await api.as('analyst')
    const isIn = async (visitor: Visitor): Promise<boolean> =>
      (await visitor.send<Loose>('{ viewer { id } }')).data?.viewer != null
    expect(await isIn(first)).toBe(true)
    await api.as('analyst')
    expect([await isIn(first), await isIn(second)]).toEqual([false, true])
  })
})

describe('a text of 60 000 characters that is looked for', () => {
  it.each([
    'changes(filter: { reasonContains: $text })',
    'populationFigures(filter: { sourceContains: $text })',
    'budgets(filter: { titleContains: $text })',
    'agreements(filter: { titleContains: $text })',
    'jointServices(filter: { nameContains: $text })',
    'municipalities(filter: { nameContains: $text })',
    'budgetLines(filter: { textContains: $text })',
    'costShares(filter: { textContains: $text })',
  ])('is refused by %s', async (field) => {
    const asked = `query ($text: String) { ${field} { totalCount } }`
    expect(codeOf(await api.send(asked, { text: long }))).toBe('BAD_INPUT')
    expect(codeOf(await api.send(asked, { text: long.slice(0, 200) }))).toBeUndefined()
  })

  it('is refused among people', async () => {
    const asked = `query ($text: String) { people(filter: { text: $text }) { totalCount } }`
    expect(codeOf(await admin.send(asked, { text: long }))).toBe('BAD_INPUT')
  })
})

it('an office address with a % that begins nothing is none', async () => {
  const input = { address: 'https://api.scb.se/tables/%E0%A4%A/x' }
  const asked =
    'query ($input: FetchPopulationsInput!) { fetchPopulations(input: $input) { __typename } }'
  expect(await api.code(asked, { input })).toBe('OFFICE_NOT_ALLOWED')
})

it('a budget of 150 000 rows is too large, and for nobody who edits nothing', async () => {
  const read = async (visitor: Visitor): Promise<string | undefined> => {
    const form = new FormData()
    const query = 'query ($file: Upload!) { readBudgetFile(file: $file) { __typename } }'
    form.set('operations', JSON.stringify({ query, variables: { file: null } }))
    form.set('map', '{"0":["variables.file"]}')
    form.set('0', new Blob(['a;1\n'.repeat(150_000)]), 'a.csv')
    return codeOf(await (await visitor.fetch('/graphql', { method: 'POST', body: form })).json())
  }
  expect(await read(api.visitor)).toBe('FILE_TOO_LARGE')
  expect(await read(await api.as('analyst'))).toBe('FORBIDDEN')
})

describe('a host that is not this machine', () => {
  const ask = (host: string, path = '/graphql?query={__typename}'): Promise<number> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(api.address)
      request({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
        response.resume().on('end', () => resolve(response.statusCode!))
      })
        .on('error', reject)
        .end()
    })

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', 'x@evil.example'])(
    'is not answered: %s',
    async (host) => {
      expect([await ask(host), await ask(host, '/'), await ask(host, '/health')]).toEqual([
        421, 421, 200,
      ])
    },
  )

  it.each(['localhost', 'LOCALHOST:81', '127.0.0.1', '127.8.9.1:4000', '[::1]:4000'])(
    'is not %s',
    async (host) => {
      expect(await ask(host)).toBe(200)
    },
  )
})

it.each(['budgetLines', 'costShares'])(
  'a cursor of %s in a budget of others is as one of a budget that never was',
  async (list) => {
    const asked = `query ($after: String) { ${list}(first: 1, after: $after) { edges { cursor } } }`
    const theirs = await beside.owner.send<Loose>(asked)
    const after: string = theirs.data[list].edges[0].cursor
    const parts: unknown[] = JSON.parse(Buffer.from(after, 'base64url').toString())
    parts[2] = '77777777-7777-4777-8777-777777777777'
    const never = Buffer.from(JSON.stringify(parts)).toString('base64url')
    const answer = without(after, await api.send(asked, { after }))
    expect(codeOf(answer)).toBe('BAD_INPUT')
    expect(without(never, await api.send(asked, { after: never }))).toEqual(answer)
    expect(codeOf(await beside.owner.send(asked, { after }))).toBeUndefined()
  },
)
