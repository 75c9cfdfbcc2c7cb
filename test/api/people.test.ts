import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Visitor } from '../visitor.ts'
import { Api, type Loose } from './api.ts'
import { countStatements } from './statement-count.ts'

let api: Api
let admin: Visitor
/** Global ids of the people of the demo, by their role. */
let ids: Record<string, string>

const person = 'id name email state way suspendedAt sessions grants { id role }'

async function run(
  mutation: string,
  type: string,
  input: object,
  by: Visitor = admin,
  selection = `person { ${person} }`,
): Promise<{ code: string | undefined; payload: Loose }> {
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} } }`
  const { data, errors } = await by.send<Loose>(query, { input })
  return { code: errors?.[0]?.extensions.code, payload: data?.[mutation] }
}
const grant = (input: object, by?: Visitor) => run('grantRole', 'GrantRoleInput', input, by)
const act = (mutation: string, personId: string, by?: Visitor) =>
  run(mutation, 'PersonInput', { personId }, by)
const service = 'familjehemscentrum'

async function create(name: string, email: string): Promise<Loose> {
  const selection = `code days person { ${person} }`
  const { code, payload } = await run(
    'createPerson',
    'CreatePersonInput',
    { name, email },
    admin,
    selection,
  )
  expect(code).toBeUndefined()
  return payload
}

async function people(filter: object): Promise<string[]> {
  const query = 'query ($filter: PersonFilter) { people(filter: $filter) { nodes { name } } }'
  const { data } = await admin.send<Loose>(query, { filter })
  return data.people.nodes.map(({ name }: { name: string }) => name)
}

async function audited(action: string, subject: string): Promise<Loose[]> {
  const query = `query ($filter: AuditEntryFilter) { auditEntries(filter: $filter) { nodes { succeeded details } } }`
  const filter = { actions: [action], subjectIds: [subject] }
  const { data } = await admin.send<Loose>(query, { filter })
  return data.auditEntries.nodes
}

beforeAll(async () => {
  api = await Api.start()
  admin = await api.as('admin')
  const { data } = await admin.send<Loose>('{ people { nodes { id grants { role } } } }')
  ids = Object.fromEntries(data.people.nodes.map((one: Loose) => [one.grants[0].role, one.id]))
})
afterAll(() => api[Symbol.asyncDispose]())

describe('people', () => {
  it('are found by name, role, joint service and state', async () => {
    await create('Åsa Öberg', 'Asa.Oberg@Kommun.example')
    expect(await people({ text: 'åsa ö' })).toEqual(['Åsa Öberg'])
    expect(await people({ text: 'ASA.OBERG@' })).toEqual(['Åsa Öberg'])
    expect(await people({ text: '%' })).toEqual([])
    expect(await people({ role: 'ADMIN' })).toHaveLength(1)
    expect(await people({ jointServiceSlugs: [service] })).toHaveLength(3)
    expect(await people({ role: 'ANALYST', jointServiceSlugs: ['none'] })).toEqual([])
    expect(await people({ suspended: true })).toEqual([])
    expect(await people({ erased: true })).toEqual([])
    expect(await people({ waiting: true })).toEqual([])
  })

  it('are made once, however many ask for the same at the same time', async () => {
    const input = { name: 'Sex Gånger', email: 'sex@kommun.example' }
    const made = await Promise.all(
      Array.from({ length: 6 }, () => run('createPerson', 'CreatePersonInput', input)),
    )
    expect(made.map(({ code }) => code).toSorted()).toEqual([
      ...Array.from({ length: 5 }, () => 'ALREADY_EXISTS'),
      undefined,
    ])
  })

  it('take as many statements as one, with all that goes with them', async () => {
    const query = `{ people(first: 50) { totalCount nodes { ${person} invitedUntil provider } } }`
    const { statements } = await countStatements(api, () => admin.send(query))
    expect(statements).toBeLessThanOrEqual(6)
  })

  it('are for administrators alone, by list and by id', async () => {
    for (const role of ['coordinator', 'finance officer', 'analyst']) {
      const other = await api.as(role)
      const { errors } = await other.send('{ people { totalCount } }')
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN')
      const found = await other.send<Loose>('query ($id: ID!) { node(id: $id) { id } }', {
        id: ids['ADMIN'],
      })
      expect(found.data.node).toBeNull()
      expect(await act('suspendPerson', ids['ADMIN']!, other)).toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('get an account with a code that is shown once, and never two with one e-mail', async () => {
    const made = await create('  Bo   Ek ', 'bo.ek@kommun.example')
    expect(made).toMatchObject({
      code: expect.stringMatching(/^[\w-]{43}$/),
      days: 7,
      person: { name: 'Bo Ek', state: 'INVITED', grants: [] },
    })
    const again = (input: object) => run('createPerson', 'CreatePersonInput', input)
    expect(await again({ name: 'Bo', email: 'BO.EK@kommun.example' })).toMatchObject({
      code: 'ALREADY_EXISTS',
    })
    expect(await again({ name: ' ', email: 'x@kommun.example' })).toMatchObject({
      code: 'BAD_TEXT',
    })
    expect(await again({ name: 'X', email: 'x@kommun' })).toMatchObject({ code: 'BAD_EMAIL' })
    const renamed = await run('updatePerson', 'UpdatePersonInput', {
      personId: made.person.id,
      email: 'b.ek@kommun.example',
    })
    expect(renamed.payload.person).toMatchObject({ name: 'Bo Ek', email: 'b.ek@kommun.example' })
    expect(await audited('PERSON_CHANGED', made.person.id)).toEqual([
      { succeeded: true, details: { fields: 'email', invitations: 1 } },
    ])
  })
})

describe('grants', () => {
  it('are given in the ways that a role has, once, and for parties', async () => {
    const { person: one } = await create('Cia Dal', 'cia@kommun.example')
    const to = (input: object) => grant({ personId: one.id, ...input }).then(({ code }) => code)
    const of = (role: string, municipalityCode?: string, jointServiceSlug?: string) =>
      to({ role, jointServiceSlug, municipalityCode })
    expect(await of('ADMIN', undefined, service)).toBe('BAD_GRANT')
    expect(await of('ADMIN', '2380')).toBe('BAD_GRANT')
    expect(await of('COORDINATOR')).toBe('BAD_GRANT')
    expect(await of('COORDINATOR', '2380', service)).toBe('BAD_GRANT')
    expect(await of('FINANCE_OFFICER', undefined, service)).toBe('BAD_GRANT')
    expect(await of('FINANCE_OFFICER', '2326', service)).toBe('NOT_A_PARTY') // Berg
    expect(await of('ANALYST', undefined, 'none')).toBe('NOT_FOUND')
    expect(await of('ANALYST', undefined, service)).toBeUndefined()
    expect(await of('ANALYST', undefined, service)).toBe('ALREADY_EXISTS')
    expect(await of('ANALYST', '2380', service)).toBeUndefined()
    expect(await of('FINANCE_OFFICER', '2380', service)).toBeUndefined()
    expect(await audited('GRANTED', one.id)).toHaveLength(3)
  })

  it('end the sessions of who gets or loses one, at once', async () => {
    const analyst = await api.as('analyst')
    expect((await analyst.send('{ viewer { name } }')).errors).toBeUndefined()
    const { payload } = await grant({
      personId: ids['ANALYST'],
      role: 'ANALYST',
      jointServiceSlug: service,
      municipalityCode: '2380',
    })
    expect(payload.person.sessions).toBe(0)
    expect((await analyst.send('{ viewer { name } }')).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    )
    const again = await api.as('analyst')
    const { id } = payload.person.grants.at(-1)
    await run('revokeGrant', 'RevokeGrantInput', { grantId: id })
    expect((await again.send('{ viewer { name } }')).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    )
  })

  it('are not given to oneself, and the last administrator keeps it', async () => {
    const own = ids['ADMIN']!
    expect(
      await grant({ personId: own, role: 'COORDINATOR', jointServiceSlug: service }),
    ).toMatchObject({ code: 'OWN_ACCOUNT' })
    for (const mutation of ['suspendPerson', 'erasePerson'])
      expect(await act(mutation, own)).toMatchObject({ code: 'OWN_ACCOUNT' })
    // somebody who has been invited and never came is no other administrator
    const { person: invited } = await create('Eva Fors', 'eva@kommun.example')
    await grant({ personId: invited.id, role: 'ADMIN' })
    const { data } = await admin.send<Loose>(
      'query ($id: ID!) { node(id: $id) { ... on Person { grants { id } } } }',
      { id: own },
    )
    const revoked = await run('revokeGrant', 'RevokeGrantInput', {
      grantId: data.node.grants[0].id,
    })
    expect(revoked).toMatchObject({ code: 'LAST_ADMIN' })
  })

  it('are looked after in a session, and never by a token', async () => {
    const sql = api.app.orm.em.getConnection()
    const [row] = await sql.execute<Loose[]>('select person_id as id from api_token')
    const own = Buffer.from(ids['ADMIN']!, 'base64url').toString().split(':')[1]
    await sql.execute('update api_token set person_id = ?, writes = ?', [own, true])
    const token = { authorization: `Bearer ${api.app.demo!.token}` }
    const program = new Visitor(api.address, token)
    expect((await program.send('{ people { totalCount } }')).errors).toBeUndefined()
    expect(await act('suspendPerson', ids['ANALYST']!, program)).toMatchObject({
      code: 'FORBIDDEN',
    })
    await sql.execute('update api_token set person_id = ?, writes = false', [row!.id])
  })
})

describe('accounts', () => {
  it('that are suspended let nobody in, by session, link or token, until they are opened again', async () => {
    const analyst = await api.as('analyst')
    const program = { headers: { authorization: `Bearer ${api.app.demo!.token}` } }
    const asProgram = async () =>
      (await fetch(`${api.address}/graphql?query={viewer{name}}`, program)).status
    expect(await asProgram()).toBe(200)
    expect((await act('suspendPerson', ids['ANALYST']!)).payload.person).toMatchObject({
      state: 'SUSPENDED',
      grants: [{ role: 'ANALYST' }],
    })
    expect((await analyst.send('{ viewer { name } }')).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    )
    expect(await asProgram()).toBe(401)
    await expect(api.as('analyst')).rejects.toThrow('signs nobody in')
    expect(await act('invitePerson', ids['ANALYST']!)).toMatchObject({ code: 'FORBIDDEN' })
    await act('reinstatePerson', ids['ANALYST']!)
    expect((await (await api.as('analyst')).send('{ viewer { name } }')).errors).toBeUndefined()
    expect(await audited('PERSON_SUSPENDED', ids['ANALYST']!)).toMatchObject([
      { details: { sessions: expect.any(Number) } },
    ])
  })

  it('that are erased leave a pseudonym, on what was done too, and nothing to get in by', async () => {
    const id = ids['COORDINATOR']!
    const coordinator = await api.as('coordinator')
    const { data } = await coordinator.send<Loose>('{ viewer { name email } }')
    const { name, email } = data.viewer
    expect((await act('erasePerson', id)).payload.person).toMatchObject({
      name: expect.stringMatching(/^Person [0-9a-f]{8}$/),
      email: '',
      state: 'ERASED',
      grants: [],
    })
    expect((await coordinator.send('{ viewer { name } }')).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    )
    expect(await act('reinstatePerson', id)).toMatchObject({ code: 'NOT_FOUND' })
    const sql = api.app.orm.em.getConnection()
    for (const table of ['person', 'audit_entry', 'change', 'session', 'api_token']) {
      const text = JSON.stringify(await sql.execute(`select * from "${table}"`))
      expect(text).not.toContain(name)
      expect(text).not.toContain(email)
    }
    expect(await people({ erased: true })).toHaveLength(1)
  })
})
