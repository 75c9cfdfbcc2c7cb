import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Configuration, type IDToken, None, customFetch } from 'openid-client'
import { AuditAction } from '../../audit/audit-action.ts'
import { setLogLevel } from '../../operation/log.ts'
import { Person } from '../../person/person.entity.ts'
import { ExampleInstallation } from '../example.ts'
import { findPerson, renamePerson } from './find-person.ts'
import { type Identity, identityFrom } from './identity.ts'
import { OidcFailure } from './oidc-failure.ts'

const issuer = 'https://op.example'

describe('an identity', () => {
  let asked: number
  beforeEach(() => {
    asked = 0
    setLogLevel('silent')
  })
  /** A provider that tells something of a person when it is asked. */
  function provider(tells?: object | Error): Configuration {
    const server = { issuer, ...(tells && { userinfo_endpoint: `${issuer}/me` }) }
    const as = new Configuration(server, 'andel', undefined, None())
    as[customFetch] = async () => {
      asked++
      if (tells instanceof Error) throw tells
      return Response.json({ sub: '7', ...tells })
    }
    return as
  }
  const of = (claims: object, as = provider()) =>
    identityFrom(as, { iss: issuer, sub: '7', ...claims } as IDToken, 'access')
  const named = async (claims: object) => (await of(claims))!.name

  it('is the issuer and the subject, and what the token calls the person', async () => {
    expect(await of({ name: 'Åsa Ek', email: ' asa@b.example ' })).toEqual({
      issuer,
      subject: '7',
      name: 'Åsa Ek',
      email: 'asa@b.example',
    })
  })

  it('is none without a subject of a length that is allowed', async () => {
    expect(await of({ sub: '' })).toBeUndefined()
    expect(await of({ sub: 'x'.repeat(256) })).toBeUndefined()
    expect((await of({ sub: 'x'.repeat(255) }))!.subject).toHaveLength(255)
  })

  it('asks for what the token does not say, and for nothing else', async () => {
    const as = provider({ name: 'Bo Ask', email: 'bo@b.example' })
    expect(await of({}, as)).toMatchObject({ name: 'Bo Ask', email: 'bo@b.example' })
    expect(await of({ name: 'Åsa' }, as)).toMatchObject({ name: 'Åsa', email: 'bo@b.example' })
    expect(await of({ email: 'a@b.example' }, as)).toMatchObject({
      name: 'Bo Ask',
      email: 'a@b.example',
    })
    expect(asked).toBe(3)
    await of({ name: 'Åsa', email: 'a@b.example' }, as)
    expect(asked).toBe(3)
  })

  it('is left open where there is no answer, or one about somebody else', async () => {
    const open = { issuer, subject: '7', name: undefined, email: undefined }
    expect(await of({}, provider(new TypeError('fetch failed')))).toEqual(open)
    expect(await of({}, provider({ sub: '8', name: 'Bo' }))).toEqual(open)
    expect(await of({})).toEqual(open)
  })

  it('makes a name of what there is', async () => {
    expect(await named({ given_name: 'Åsa', family_name: 'Ek' })).toBe('Åsa Ek')
    expect(await named({ name: '', given_name: 'Åsa', family_name: 7 })).toBe('Åsa')
    expect(await named({ name: 7 })).toBeUndefined()
    expect(await named({ name: ' \u202e\u0000 ' })).toBeUndefined()
    expect(await named({ name: 'A\u030Asa\u200b\u0007Ek' })).toBe('Åsa Ek')
    expect(await named({ name: 'x'.repeat(5000) })).toBe('x'.repeat(200))
    expect(await named({ name: ` ${'å'.repeat(200)}` })).toBe('å'.repeat(200))
    expect((await of({ email: 7 }))!.email).toBeUndefined()
    expect((await of({ email: 'asa' }))!.email).toBeUndefined()
  })
})

describe('at a provider', () => {
  let andel: ExampleInstallation
  beforeEach(async () => {
    andel = await ExampleInstallation.open()
  })
  afterEach(() => andel[Symbol.asyncDispose]())
  const identity = (columns: Partial<Identity> = {}): Identity => ({
    issuer,
    subject: '7',
    name: 'Åsa',
    email: 'asa@b.example',
    ...columns,
  })

  it('a person is found by issuer and subject, whatever the e-mail, and made when there is none', async () => {
    const local = await andel.add('Asa')
    const made = await findPerson(andel.em, identity())
    expect(made.id).not.toBe(local.id)
    expect(await andel.person(made.id)).toMatchObject({
      name: 'Åsa',
      login: null,
      issuer,
      subject: '7',
    })
    expect(await andel.told()).toMatchObject([
      { action: AuditAction.PERSON_CREATED, actor: null, succeeded: true, subject: made.globalId },
    ])
    expect((await findPerson(andel.em, identity({ email: 'x@b.example' }))).id).toBe(made.id)
    for (const other of [{ subject: '8' }, { issuer: 'https://other.example' }])
      expect((await findPerson(andel.em, identity(other))).id).not.toBe(made.id)
    expect(await andel.em.fork().count(Person)).toBe(4)
  })

  it('two browsers at once find the same person', async () => {
    const found = await Promise.all([1, 2, 3].map(() => findPerson(andel.em, identity())))
    expect(new Set(found.map(({ id }) => id)).size).toBe(1)
    expect(await andel.told()).toHaveLength(1)
  })

  it('what goes wrong otherwise is not taken for that', async () => {
    andel.isBroken = true
    await andel.em.getConnection().execute('drop table audit_entry')
    await expect(findPerson(andel.em, identity())).rejects.toThrow('audit_entry')
    expect(await andel.em.fork().count(Person)).toBe(0)
  })

  it('somebody without a name is called by e-mail, or by the own id', async () => {
    const byEmail = await findPerson(andel.em, identity({ name: undefined }))
    expect(byEmail.name).toBe('asa@b.example')
    const anonymous = identity({ subject: '8', name: undefined, email: undefined })
    const byId = await findPerson(andel.em, anonymous)
    expect([byId.name, byId.email]).toEqual([`Person ${byId.id.slice(0, 8)}`, ''])
  })

  it('a person is called as the provider does now; what it does not say stays', async () => {
    const { id, globalId } = await findPerson(andel.em, identity())
    const rename = async (columns: Partial<Identity>) => {
      const em = andel.em.fork()
      await renamePerson(em, await em.findOneOrFail(Person, { id }), {
        issuer,
        subject: '7',
        ...columns,
      } as Identity)
      const { name, email } = await andel.person(id)
      return [name, email, (await andel.told()).slice(1).map(({ details }) => details['fields'])]
    }
    expect(await rename({})).toEqual(['Åsa', 'asa@b.example', []])
    expect(await rename({ name: 'Åsa Ek' })).toEqual(['Åsa Ek', 'asa@b.example', ['name']])
    expect(await rename({ email: 'a@b.example' })).toEqual([
      'Åsa Ek',
      'a@b.example',
      ['name', 'email'],
    ])
    const both = await rename({ name: 'A', email: 'b@b.example' })
    expect(both).toEqual(['A', 'b@b.example', ['name', 'email', 'name, email']])
    expect((await andel.told()).at(-1)).toMatchObject({
      action: AuditAction.PERSON_CHANGED,
      actor: null,
      succeeded: true,
      subject: globalId,
    })
  })

  it('a failure says why in the log, and never to the page', () => {
    const cause = new Error('why')
    const failure = new OidcFailure('nekad', 'SUSPENDED', { cause, subject: 'x' })
    expect(failure).toMatchObject({ code: 'nekad', reason: 'SUSPENDED', subject: 'x', cause })
    expect([failure.message, new OidcFailure('for-manga', undefined).message]).toEqual([
      'nekad SUSPENDED',
      'for-manga',
    ])
  })
})
