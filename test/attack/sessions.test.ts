// Expected: 401 UNAUTHENTICATED within a second; 403 FOREIGN_REQUEST; 415
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api } from '../api/api.ts'
import { type Browser, Installation, first } from '../api/sign-in.ts'

let andel: Installation
beforeAll(async () => {
  andel = await Installation.start()
  await andel.setUp()
})
afterAll(() => andel[Symbol.asyncDispose]())

const credentials = { email: first.email, password: first.password }

describe('a session', () => {
  const signIn = async (): Promise<Browser> => {
    const browser = andel.browser()
    await browser.post('/sign-in', credentials)
    return browser
  }

  it('has a cookie that only this host sets and no script reads', async () => {
    const { headers } = await andel.browser().post('/sign-in', credentials)
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-andel=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=43200$/,
      ),
    ])
    const kept = await andel.run<{ token_hash: string }>('select token_hash from session')
    expect(JSON.stringify(kept)).not.toContain(headers.getSetCookie()[0]!.slice(13, 56))
  })

  it('cannot be chosen by somebody else: fixation', async () => {
    const browser = andel.browser()
    browser.cookie = `__Host-andel=${'A'.repeat(43)}`
    await browser.post('/sign-in', credentials)
    const { cookie } = browser
    expect(cookie).not.toContain('AAAA')
    await browser.post('/sign-in', credentials)
    expect(browser.cookie).not.toBe(cookie)
    const old = andel.browser()
    old.cookie = cookie
    expect(await old.whoAmI()).toBe('UNAUTHENTICATED')
    expect(await browser.whoAmI()).toBe(first.name)
  })

  it('is over with signing out, for a copy of its cookie too', async () => {
    const [browser, copy] = [await signIn(), andel.browser()]
    copy.cookie = browser.cookie
    expect(await copy.whoAmI()).toBe(first.name)
    await browser.post('/sign-out', {})
    expect(await copy.whoAmI()).toBe('UNAUTHENTICATED')
  })

  it('is over at once when the password is changed in another browser', async () => {
    const [stolen, own] = [await signIn(), await signIn()]
    const change = (current: string, password: string) =>
      own.post('/password', { current, password })
    expect((await change(first.password, 'sju elefanter dansar vals')).status).toBe(204)
    expect(await stolen.whoAmI()).toBe('UNAUTHENTICATED')
    expect(await own.whoAmI()).toBe(first.name)
    expect((await change('sju elefanter dansar vals', first.password)).status).toBe(204)
  })

  it.each([
    ['suspended', 'update person set suspended_at = 1', 'update person set suspended_at = null'],
    ['removed', 'delete from session', ''],
  ])('is over when it or its person is %s', async (_how, end, back) => {
    const browser = await signIn()
    expect(await browser.whoAmI()).toBe(first.name)
    await andel.run(end) // behind Andel's back, which it sees within half a second; what goes through it, at once
    await expect.poll(() => browser.whoAmI(), { timeout: 3000 }).toBe('UNAUTHENTICATED')
    if (back) await andel.run(back)
  })
})

describe('a table on its way', () => {
  it('breaks off when the session ends', async () => {
    await using api = await Api.start()
    const wide = `{ municipalities { nodes { code populations { nodes { on
      ${Array.from({ length: 40 }, (_, index) => `s${index}: source`).join(' ')} } } } } }`
    const json = { 'content-type': 'application/json', 'accept-encoding': 'identity' }
    const response = await api.fetch('/graphql', {
      method: 'POST',
      headers: { ...json, accept: 'application/x-ndjson' },
      body: JSON.stringify({ query: wide }),
    })
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    let text = (await reader.read()).value!
    await api.fetch('/sign-out', { method: 'POST', headers: json, body: '{}' })
    for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value
    expect(JSON.parse(text.trimEnd().split('\n').at(-1)!)).toMatchObject({
      error: { extensions: { code: 'UNAUTHENTICATED' } },
    })
  })
})

describe('a form that is not sent by Andel’s own page', () => {
  const ways = ['/sign-in', '/sign-out', '/set-up', '/invitation', '/password']
  /** As any program may, also what `fetch` does not send. */
  const send = (path: string, method: string, headers: Record<string, string>, body = '{}') =>
    new Promise<[status: number, code: string, cookie: unknown]>((resolve, reject) => {
      const sent = request(`${andel.address}${path}`, { method, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part) => (text += part))
        response.on('end', () => {
          const { code: why } = JSON.parse(text).errors[0].extensions
          resolve([response.statusCode!, why, response.headers['set-cookie']])
        })
      })
      sent.on('error', reject).end(method === 'GET' ? undefined : body)
    })
  const json = { 'content-type': 'application/json' }

  it.each(ways)('is refused at %s', async (path) => {
    for (const type of [
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'text/plain',
      'text/plain; application/json',
      'application/json; charset=utf-16',
    ])
      expect(await send(path, 'POST', { 'content-type': type })).toEqual([
        415,
        'BAD_REQUEST',
        undefined,
      ])
    expect(await send(path, 'POST', {})).toEqual([415, 'BAD_REQUEST', undefined])
    for (const origin of ['https://evil.example', 'null'])
      expect(await send(path, 'POST', { ...json, origin })).toEqual([
        403,
        'FOREIGN_REQUEST',
        undefined,
      ])
    for (const site of ['cross-site', 'same-site'])
      expect(await send(path, 'POST', { ...json, 'sec-fetch-site': site })).toEqual([
        403,
        'FOREIGN_REQUEST',
        undefined,
      ])
    for (const method of ['GET', 'PUT'])
      expect(await send(path, method, json)).toEqual([405, 'BAD_REQUEST', undefined])
  })

  it.each([
    ['nothing', '', 400],
    ['no JSON', '{', 400],
    ['a list', '[]', 400],
    ['a number', '1', 400],
    ['a password that is no text', '{"email":"a","password":{"$ne":null}}', 400],
    ['what every object inherits', '{"__proto__":{"email":"a","password":"b"}}', 400],
    ['more than 16 KiB', JSON.stringify({ email: 'a', password: 'x'.repeat(17_000) }), 413],
  ])('with %s, is refused', async (_what, body, status) => {
    expect(await send('/sign-in', 'POST', json, body)).toMatchObject([status, /^BAD_/, undefined])
  })

  it('packed, is refused', async () => {
    const headers = { ...json, 'content-encoding': 'gzip' }
    expect((await send('/sign-in', 'POST', headers, 'x'))[0]).toBe(415)
  })
})

describe('a link that signs in', () => {
  it('leads on to no other host', async () => {
    await using api = await Api.start()
    const leadsTo = async (path: string) => {
      const link = `${api.address}/sign-in/demo/${api.app.demo!.secrets['analyst']}?to=${path}`
      return (await fetch(link, { redirect: 'manual' })).headers.get('location')
    }
    expect(await leadsTo('/kommuner')).toBe('/kommuner')
    for (const to of [
      'https://evil.example',
      '//evil.example',
      '/%5Cevil.example',
      '/%09/evil.example',
      '/&to=//a.b',
    ])
      expect([to, await leadsTo(to)]).toEqual([to, '/'])
  })
})
