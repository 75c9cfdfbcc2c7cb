// Expected: 400, 404, or a text like any other; no header, path, formula or key of ours
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from '../api/api.ts'
import { exportBook } from '../api/round-trip.ts'
import { sendEdits, readSheet } from '../api/editing.ts'
import { unzip } from '../workbook/archive.ts'
import { sendBytes } from './fuzz/send-bytes.ts'
import { codeOf, mutate } from './mutate.ts'

let api: Api
beforeAll(async () => {
  api = await Api.start()
})
afterAll(() => api[Symbol.asyncDispose]())

async function save(name: string, query = '{ populationDates }'): Promise<Loose> {
  const { data } = await mutate(api.visitor, 'saveView', { name, query }, 'token view { path }')
  return data.saveView
}

describe('the name of a file', () => {
  it.each([
    ['a header', 'a\r\nSet-Cookie: a=b\r\n\r\n<script>'],
    ['a header, packed', 'a%0d%0aSet-Cookie:%20a=b'],
    ['another parameter', 'a"; filename*=UTF-8\'\'x.exe; x="'],
    ['a path', '../../../etc/passwd'],
    ['a path of Windows', 'C:\\Windows\\system32\\x'],
    ['another ending', 'x.exe\u0001'],
    ['letters that turn around', 'a\u202exslx.exe'],
  ])('becomes no %s', async (_what, given) => {
    const { view, token } = await save(given)
    const { headers } = await fetch(`${api.address}${view.path}.csv?token=${token}`)
    expect(headers.has('set-cookie')).toBe(false)
    const told = headers.get('content-disposition')!
    const parts = /^attachment; filename=(?:"([^"]*)"|([^";\s]+))(?:; filename\*=UTF-8''([^;]*))?$/
    const [, quoted, plain, coded = 'x.csv'] = parts.exec(told)!
    for (const name of [quoted ?? plain!, decodeURIComponent(coded)]) {
      expect(name).toMatch(/\.csv$/)
      expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
      expect(name).not.toMatch(/^\./)
    }
  })

  it.each(['../x', 'a/b', 'a\r\nb', 'a"b', 'å', ''])(
    'comes from no slug that could: %j',
    async (slug) => {
      const input = { slug, name: 'x', body: 'x', description: 'x', currency: 'SEK' }
      const answer = await mutate(await api.as('admin'), 'createJointService', input)
      expect([codeOf(answer), answer.data ?? null]).toEqual(['BAD_TEXT', null])
    },
  )
})

describe('a text that Excel would take for a formula', () => {
  const texts = ["=cmd|'/c calc'!A1", '+1+1', '-1+1', '@SUM(A1)', ' =1+1', '\t=1+1', '\r=1+1']
  beforeAll(async () => {
    const edits = texts.map((description) => ({
      addLine: { fields: { description, note: description } },
    }))
    expect(await sendEdits(api, edits)).toMatchObject({ applied: true })
  })
  const query = '{ budgetLines { nodes { note } } }'

  it('has an apostrophe before it in CSV for Excel', async () => {
    const { view, token } = await save('x', query)
    const response = await fetch(`${api.address}${view.path}.csv?excel=sv&token=${token}`)
    const text = await response.text()
    expect(text.split('\r\n').filter((cell) => /^"?\s*[=+@-]/.test(cell))).toEqual([])
    expect(text.match(/\r\n"?'/g)).toHaveLength(texts.length)
  })

  it('is a text in XLSX', async () => {
    const { view, token } = await save('x', query)
    const response = await fetch(`${api.address}${view.path}.xlsx?token=${token}`)
    const files = unzip(new Uint8Array(await response.arrayBuffer()))
    const sheet = files.get('xl/worksheets/sheet1.xml')!
    expect(sheet).toContain('cmd|')
    expect(sheet).not.toContain('<f')
  })

  it('is a text in the workbook of the budget', async () => {
    const { id } = await readSheet(api)
    const response = await api.fetch(`/budgets/${id}.xlsx`)
    const files = unzip(new Uint8Array(await response.arrayBuffer()))
    const formulas = [...files.values()].flatMap((text) => text.match(/<f[ >][^<]*<\/f>/g) ?? [])
    expect(formulas.length).toBeGreaterThan(20)
    expect(formulas.filter((formula) => /cmd|calc|@SUM|<f>1\+1/.test(formula))).toEqual([])
    const [sheet] = await exportBook(api, id)
    expect(JSON.stringify(sheet)).toContain("=cmd|'/c calc'!A1")
  })
})

describe('a file that is sent', () => {
  it.each([
    '__proto__.polluted',
    'constructor.prototype.polluted',
    'variables.__proto__.polluted',
    'variables.constructor.prototype.polluted',
    'extensions.__proto__',
    'query',
    'variables.a.b.c',
  ])('is put into nothing but a variable: %s', async (place) => {
    const form = new FormData()
    form.set(
      'operations',
      '{"query":"query ($file: Upload) { populationDates }","variables":{"file":null}}',
    )
    form.set('map', JSON.stringify({ 0: [place] }))
    form.set('0', new Blob(['x']), '../../x.csv')
    const response = await api.fetch('/graphql', { method: 'POST', body: form })
    expect([response.status, codeOf(await response.json())]).toEqual([400, 'BAD_REQUEST'])
    expect(({} as Loose).polluted).toBeUndefined()
    expect((Object as Loose).polluted).toBeUndefined()
  })
})

describe('an address', () => {
  const port = (): number => Number(new URL(api.address).port)
  const ask = (path: string, host = 'localhost'): ReturnType<typeof sendBytes> =>
    sendBytes(
      port(),
      Buffer.from(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    )

  it.each([
    '/assets/../../package.json',
    '/assets/..%2f..%2f..%2fserver/package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets/%c0%ae%c0%ae/package.json',
    '/assets//etc/passwd',
    '/..%2f..%2f..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/package.json',
    '/views/..%2f..%2fetc%2fpasswd.csv?token=x',
    '/budgets/..%2f..%2fandel.sqlite.xlsx',
    '/budgets/..%00.xlsx',
    '/.git/config',
    '/andel.sqlite',
  ])('leads to no file but the client’s: %s', async (path) => {
    const { status, text } = await ask(path)
    expect([200, 400, 404]).toContain(status)
    expect(text).not.toMatch(/root:|"private": true|"name": "|\[core\]|SQLite format/)
    // a page of the client, whatever it is called, or nothing
    if (status === 200) expect(text).toContain('<!doctype html>')
  })

  it('that is asked for as another host makes no link to it', async () => {
    for (const path of [
      '/',
      '/graphql?query={__typename}',
      '/sign-in/demo/x',
      '/health',
      '/konto',
    ]) {
      const { text } = await ask(path, 'evil.example')
      expect([path, text.includes('evil.example')]).toEqual([path, false])
    }
    const secret = api.app.demo!.secrets['analyst']!
    const link = `/sign-in/demo/${secret}?to=//evil.example`
    const { text: refused } = await ask(link, 'evil.example')
    expect(refused).toMatch(/^HTTP\/1.1 421 /)
    expect(refused).not.toMatch(/^(Location|Set-Cookie):/im)
    const { text } = await ask(link)
    expect(text).toMatch(/^HTTP\/1.1 303 .*\r\n(.*\r\n)*Location: \/\r\n/)
  })
})
