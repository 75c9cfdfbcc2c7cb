import type { Request, RequestHandler, Response } from 'express'
import { describe, expect, it } from 'vitest'
import { ConfigError } from '../config.ts'
import { JointService } from '../joint-service/joint-service.entity.ts'
import { cookieOf } from './cookie.ts'
import { ExampleInstallation } from './example.ts'
import { Installation } from './installation.entity.ts'
import { openInstallation } from './open-installation.ts'
import { openSignIn } from './open-sign-in.ts'
import { fieldsOf, readForm } from './read-form.ts'
import { SetUpDoor } from './set-up-door.ts'

describe('a form', () => {
  it('gives the texts that are asked for, and no others', () => {
    const body = { email: 'a', password: '', more: 'x' }
    expect(fieldsOf(body, 'email', 'password')).toEqual({ email: 'a', password: '' })
  })

  it.each([
    undefined,
    null,
    'email',
    ['email'],
    {},
    { email: 1 },
    { email: null },
    { email: ['a'] },
    Object.create({ email: 'a' }),
  ])('is refused without them: %j', (body) => {
    expect(() => fieldsOf(body, 'email')).toThrow(
      expect.objectContaining({ status: 400, code: 'BAD_INPUT' }),
    )
  })

  it('may have fields that are called as what every object has', () => {
    expect(() => fieldsOf({}, 'toString')).toThrow(expect.objectContaining({ status: 400 }))
  })

  const post = (type: string | undefined, method = 'POST') => {
    const answered: Record<string, string> = {}
    const request = { method, headers: { ...(type !== undefined && { 'content-type': type }) } }
    const response = { set: (name: string, value: string) => (answered[name] = value) }
    let passed = 0
    const [first] = readForm as unknown as RequestHandler[]
    const act = () => first!(request as Request, response as unknown as Response, () => passed++)
    return { act, answered, passed: () => passed }
  }

  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON;charset="UTF-8"',
    'application/json ; charset=utf8 ',
  ])('is sent as %j, and kept nowhere', (type) => {
    const { act, answered, passed } = post(type)
    act()
    expect(passed()).toBe(1)
    expect(answered).toEqual({ 'Cache-Control': 'no-store' })
  })

  it.each([
    undefined,
    '',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain; application/json',
    'application/jsonp',
    'application/json; charset=utf-16',
    'application/json; charset=utf-8; x=y',
  ])('is not sent as %j', (type) => {
    const { act, passed } = post(type)
    expect(act).toThrow(expect.objectContaining({ status: 415 }))
    expect(passed()).toBe(0)
  })

  it('is posted, nothing else', () => {
    for (const method of ['GET', 'PUT', 'HEAD']) {
      const { act, answered, passed } = post('application/json', method)
      expect(act).toThrow(expect.objectContaining({ status: 405 }))
      expect([answered, passed()]).toEqual([{ 'Cache-Control': 'no-store', Allow: 'POST' }, 0])
    }
  })

  it('that is too large is told so, and what else is wrong is left as it is', () => {
    const tell = readForm.at(-1) as (...all: unknown[]) => void
    const told: unknown[] = []
    const broken = new SyntaxError('broken')
    for (const error of [{ type: 'entity.too.large' }, broken])
      tell(error, undefined, undefined, (next: unknown) => told.push(next))
    expect(told).toEqual([expect.objectContaining({ status: 413 }), broken])
  })
})

describe('the cookie', () => {
  const secret = 'aB3_-'.padEnd(43, 'x')
  const of = (cookie: string) => cookieOf({ headers: { cookie } })

  it('is found among others', () => {
    expect(cookieOf({ headers: {} })).toBeUndefined()
    for (const cookie of [
      `__Host-andel=${secret}`,
      `a=1; __Host-andel=${secret}; b=2`,
      `a=1;__Host-andel=${secret};b=2`,
    ])
      expect(of(cookie)).toBe(secret)
  })

  it('is none by another name, or of another shape', () => {
    for (const cookie of [
      `x__Host-andel=${secret}`,
      `andel=${secret}`,
      `__Host-andel=${secret}x`,
      `__Host-andel=${secret.slice(1)}`,
      `__Host-andel=${secret.slice(1)}%`,
      `a="__Host-andel=${secret}"`,
    ])
      expect([cookie, of(cookie)]).toEqual([cookie, undefined])
  })
})

describe('the door of set-up', () => {
  it('opens with its code, however it is typed', () => {
    const door = new SetUpDoor(true)
    const code = door.shownCode!
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
    const misread = code.replaceAll('0', 'o').replace('1', 'l').replaceAll('1', 'I')
    for (const typed of [code, code.toLowerCase(), ` ${code.replaceAll('-', ' ')}\n`, misread])
      expect(door.opensWith(typed)).toBe(true)
  })

  it('reads letters as the figures that they look like', () => {
    for (let tries = 0; tries < 200; tries++) {
      const door = new SetUpDoor(true)
      const typed = door.shownCode!.replaceAll('0', 'O').replaceAll('1', tries % 2 ? 'I' : 'L')
      expect(door.opensWith(typed)).toBe(true)
    }
  })

  it('does not open with another', () => {
    const door = new SetUpDoor(true)
    const others = ['', '----', door.shownCode!.slice(0, -1), `${door.shownCode}0`, 'x'.repeat(19)]
    for (const typed of others) expect(door.opensWith(typed)).toBe(false)
    expect(new Set(Array.from({ length: 50 }, () => new SetUpDoor(true).shownCode)).size).toBe(50)
  })

  it('is closed for good', () => {
    const door = new SetUpDoor(true)
    const code = door.shownCode!
    door.close()
    expect(door.shownCode).toBeUndefined()
    for (const shut of [door, new SetUpDoor(false)])
      for (const typed of [code, '', 'undefined']) expect(shut.opensWith(typed)).toBe(false)
    expect(new SetUpDoor(false).shownCode).toBeUndefined()
  })
})

describe('an installation', () => {
  const own = { demo: false, host: '0.0.0.0' }
  const demo = { demo: true, host: '127.0.0.1' }

  it('is the demo when that is wanted and nobody and nothing was there, and from then on', async () => {
    await using andel = await ExampleInstallation.open()
    const stored = () => andel.em.fork().findOneOrFail(Installation, { id: 1 })
    expect((await openInstallation(andel.em.fork(), own)).demo).toBe(false)
    expect((await stored()).demo).toBe(false)
    expect((await openInstallation(andel.em.fork(), demo)).demo).toBe(true)
    expect((await stored()).demo).toBe(true)
    expect((await openInstallation(andel.em.fork(), demo)).demo).toBe(true)
    for (const wrong of [own, { demo: false, host: '127.0.0.1' }, { demo: true, host: '0.0.0.0' }])
      await expect(openInstallation(andel.em.fork(), wrong)).rejects.toThrow(ConfigError)
  })

  it('is one’s own when there is a person or a joint service', async () => {
    await using peopled = await ExampleInstallation.open()
    await peopled.add('Asa')
    expect((await openInstallation(peopled.em.fork(), demo)).demo).toBe(false)
    await using used = await ExampleInstallation.open()
    await used.em
      .fork()
      .insert(JointService, { id: 'a', slug: 'a', name: 'A', body: 'B', description: '' })
    expect((await openInstallation(used.em.fork(), { ...demo, host: '0.0.0.0' })).demo).toBe(false)
  })

  it('can be set up by whoever has the code, as long as there is nobody', async () => {
    await using andel = await ExampleInstallation.open()
    const open = async (columns: Partial<Installation> = {}, oidc = false) => {
      const row = await andel.em.fork().findOneOrFail(Installation, { id: 1 })
      const settings = { name: 'Kommunen' } as Parameters<typeof openSignIn>[2]
      const { installation, setUpDoor, passwords } = await openSignIn(
        andel.em,
        Object.assign(row, columns),
        oidc ? settings : undefined,
      )
      expect(passwords.computed).toBe(2) // the one that unknown accounts are checked against, and a check
      const { demo: isDemo, isSetUp, ways, provider } = installation
      return [isDemo, isSetUp, ways, provider, setUpDoor.shownCode !== undefined]
    }
    expect(await open()).toEqual([false, false, ['LOCAL'], null, true])
    expect(await open({ setUpAt: new Date() }, true)).toEqual([
      false,
      true,
      ['OIDC', 'LOCAL'],
      'Kommunen',
      false,
    ])
    expect(await open({ demo: true })).toEqual([true, true, ['DEMO', 'LOCAL'], null, false])
    await andel.add('Asa')
    expect(await open()).toEqual([false, true, ['LOCAL'], null, false])
  })
})
