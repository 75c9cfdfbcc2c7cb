// Expected: FORBIDDEN, UNAUTHENTICATED or OWN_ACCOUNT; nothing told, nothing stored
import { isInputObjectType, isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from '../api/api.ts'
import { Visitor } from '../visitor.ts'
import { answerTo } from './beside.ts'
import { type Input, codeOf, mutate } from './mutate.ts'
import { type Ids, idsOf } from './policy/ids.ts'
import { somebody } from './policy/whose.ts'
import { addALine, idOf, refusalIn, whoIs, withHeaders } from './try.ts'

let api: Api
let admin: Visitor
let analyst: Visitor
let officer: Visitor
let ids: Ids
let edit: () => Input
let refusal: ReturnType<typeof refusalIn>
beforeAll(async () => {
  api = await Api.start()
  admin = await api.as('admin')
  analyst = await api.as('analyst')
  officer = await api.as('finance officer')
  ids = await idsOf(api.visitor, 'familjehemscentrum')
  edit = await addALine(api)
  refusal = refusalIn(api)
})
afterAll(() => api[Symbol.asyncDispose]())

describe('a role that somebody claims', () => {
  it.each([
    { 'x-role': 'ADMIN' },
    { 'x-user': 'Demo Administratör', 'x-user-id': '1', 'x-forwarded-user': 'admin' },
    { 'x-remote-user': 'administrator@demo.invalid', 'remote-user': 'admin' },
    { 'x-andel-actor': 'Andel', from: 'administrator@demo.invalid' },
    { 'x-original-url': '/metrics', 'x-http-method-override': 'PUT' },
  ])('in a header counts for nothing: %j', async (headers) => {
    const claiming = withHeaders(analyst, headers)
    expect(await whoIs(claiming)).toBe('Demo Analytiker')
    expect(await refusal(claiming, 'editBudget', edit())).toBe('FORBIDDEN')
    expect(codeOf(await claiming.send('{ people { totalCount } }'))).toBe('FORBIDDEN')
    expect(await whoIs(new Visitor(api.address, headers))).toBe('UNAUTHENTICATED')
  })

  it.each(['role', 'actor', 'personId', 'grants', '__proto__'])(
    'in an input is no field of it: %s',
    async (field) => {
      const input = JSON.parse(`{"${field}":"ADMIN"}`) as Input
      const whole = Object.defineProperties(edit(), Object.getOwnPropertyDescriptors(input))
      expect(await refusal(api.visitor, 'editBudget', whole)).toBe('BAD_USER_INPUT')
    },
  )

  it('beside the query counts for nothing', async () => {
    const query = '{ people { totalCount } }'
    const claims = { role: 'ADMIN', actor: { means: 'program' }, context: { actor: 'Andel' } }
    const response = await analyst.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: claims, extensions: claims, ...claims }),
    })
    expect([response.status, codeOf(await response.json())]).toEqual([403, 'FORBIDDEN'])
  })
})

describe('a cookie', () => {
  const secretOf = ({ headers }: Visitor): string => headers['cookie']!.split('=')[1]!
  const by = (cookie: string): Promise<string> => whoIs(new Visitor(api.address, { cookie }))

  it('that somebody makes signs nobody in', async () => {
    const secret = secretOf(analyst)
    const connection = api.app.orm.em.getConnection()
    const [row] = await connection.execute<object[]>(
      'select id, person_id, token_hash from session limit 1',
    )
    const turned = secret.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))
    for (const value of [
      turned,
      secret.slice(1),
      `${secret}A`,
      `"${secret}"`,
      '*',
      "' or 1=1 --",
      ...(Object.values(row!) as string[]),
    ])
      expect([value, await by(`__Host-andel=${value}`)]).toEqual([value, 'UNAUTHENTICATED'])
    for (const name of ['andel', '__host-andel', '__Secure-andel', 'x__Host-andel'])
      expect([name, await by(`${name}=${secret}`)]).toEqual([name, 'UNAUTHENTICATED'])
  })

  it('put behind or before one’s own makes nobody somebody else', async () => {
    const [own, other] = [secretOf(analyst), secretOf(admin)]
    const none = 'A'.repeat(43)
    expect(await by(`__Host-andel=${own}; __Host-andel=${other}`)).toBe('Demo Analytiker')
    expect(await by(`__Host-andel=${own}; __Host-andel=${none}`)).toBe('Demo Analytiker')
    expect(await by(`__Host-andel=${none}; __Host-andel=${own}`)).toBe('UNAUTHENTICATED')
    expect(await by(`a=__Host-andel=${other}; __Host-andel=${own}`)).toBe('Demo Analytiker')
  })
})

describe('an administrator', () => {
  it('gives no right to oneself, and does not lock everybody out', async () => {
    const personId = await idOf(admin)
    const jointServiceSlug = 'familjehemscentrum'
    const give = { personId, role: 'COORDINATOR', jointServiceSlug }
    expect(await refusal(admin, 'grantRole', give)).toBe('OWN_ACCOUNT')
    for (const mutation of ['suspendPerson', 'erasePerson'])
      expect(await refusal(admin, mutation, { personId })).toBe('OWN_ACCOUNT')
    const { data } = await admin.send<Loose>('{ viewer { grants { id } } }')
    const grantId = data.viewer.grants[0].id
    expect(await refusal(admin, 'revokeGrant', { grantId })).toBe('LAST_ADMIN')
  })

  it('has no part in money', async () => {
    expect(codeOf(await admin.send('{ budgets { totalCount } }'))).toBe('FORBIDDEN')
    expect(await refusal(admin, 'editBudget', edit())).toBe('FORBIDDEN')
    expect((await admin.fetch(`/budgets/${ids.budget}.xlsx`)).status).toBe(404)
  })
})

describe('a remark', () => {
  it('is neither read nor written by another municipality, nor by the co-ordinator', async () => {
    const remark = { lineId: ids.line, municipalityCode: '2380', text: 'Bara för oss' }
    const { data } = await mutate(officer, 'setRemark', remark, 'remark { id }')
    const { id } = data.setRemark.remark
    const service = 'familjehemscentrum'
    const others = await somebody(api, [{ role: 'FINANCE_OFFICER', service, municipality: '2303' }])
    for (const visitor of [others, analyst, api.visitor, admin]) {
      const node = '{ node(id: "TRIED") { id } }'
      expect(await answerTo(visitor, node, id)).toEqual({ data: { node: null } })
    }
    const lines = `{ node(id: "${ids.line}") { ... on BudgetLine { remarks { text } } } }`
    expect((await others.send<Loose>(lines)).data.node.remarks).toEqual([])
    expect((await officer.send<Loose>(lines)).data.node.remarks).toEqual([{ text: remark.text }])
    for (const visitor of [others, analyst, api.visitor])
      expect(await refusal(visitor, 'setRemark', { ...remark, text: '' })).toBe('FORBIDDEN')
  })
})

describe('the key of an edit', () => {
  it('of somebody else tells nothing of it', async () => {
    const input = edit()
    expect(codeOf(await mutate(api.visitor, 'editBudget', input))).toBeUndefined()
    const other = await somebody(api, [{ role: 'COORDINATOR', service: 'familjehemscentrum' }])
    expect(await refusal(other, 'editBudget', input)).toBe('MUTATION_KEY_REUSED')
    expect(await refusal(analyst, 'editBudget', input)).toBe('FORBIDDEN')
    const again = await mutate(api.visitor, 'editBudget', input, 'applied replayed')
    expect(again.data.editBudget).toEqual({ applied: true, replayed: true })
  })
})

describe('a session', () => {
  it('ends at once when a role is given or taken, and keeps no right of before', async () => {
    const person = await api.as('analyst')
    const personId = await idOf(person)
    expect(await whoIs(person)).toBe('Demo Analytiker')
    const given = await mutate(admin, 'grantRole', { personId, role: 'ADMIN' }, 'grant { id }')
    expect(await whoIs(person)).toBe('UNAUTHENTICATED')
    const again = await api.as('analyst')
    expect(codeOf(await again.send('{ people { totalCount } }'))).toBeUndefined()
    await mutate(admin, 'revokeGrant', { grantId: given.data.grantRole.grant.id })
    expect(codeOf(await again.send('{ people { totalCount } }'))).toBe('UNAUTHENTICATED')
  })
})

describe('a hundred guesses in one request', () => {
  it('are none: no field of the contract takes a password, a code or a token', () => {
    const { schema } = api.app.execution
    const all = Object.values(schema.getTypeMap())
    const names = [
      ...all
        .filter(isInputObjectType)
        .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)),
      ...all
        .filter(isObjectType)
        .flatMap((type) =>
          Object.values(type.getFields()).flatMap(({ name, args }) =>
            args.map((arg) => `${type.name}.${name}.${arg.name}`),
          ),
        ),
    ]
    const secret = /\.(\w*password\w*|\w*secret\w*|\w*token|code|invitation)$/i
    // the code of a municipality is public
    expect(names.filter((name) => secret.test(name))).toEqual(['Query.municipality.code'])
    expect(names.length).toBeGreaterThan(300)
  })
})
