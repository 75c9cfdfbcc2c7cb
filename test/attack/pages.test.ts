// Expected: text stays text; every answer forbids frames, guessing and scripts that are not ours
import { readFile } from 'node:fs/promises'
import { buildSchema, isInputObjectType, getNamedType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Api, type Loose } from '../api/api.ts'
import { hostile, type HostileTexts, writeHostileTexts } from './hostile-texts.ts'

let api: Api
let texts: HostileTexts
beforeAll(async () => {
  api = await Api.start()
  const [officer, admin] = [await api.as('finance officer'), await api.as('admin')]
  texts = await writeHostileTexts(api.visitor, officer, admin)
})
afterAll(() => api[Symbol.asyncDispose]())

const query = '{ municipality(code: "2303") { name } }'
const asked = (accept: string, body: object = { query }): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', accept },
  body: JSON.stringify(body),
})

describe('every answer', () => {
  it.each<[string, () => Promise<Response>, number]>([
    ['a query', () => api.fetch('/graphql', asked('application/json')), 200],
    ['the same query again', () => api.fetch('/graphql', asked('application/json')), 200],
    ['a query by GET', () => api.fetch(`/graphql?query=${query}`), 200],
    ['nonsense', () => api.fetch('/graphql', asked('*/*', { query: '{' })), 400],
    ['a stranger', () => fetch(`${api.address}/graphql`, asked('*/*')), 401],
    ['a text', () => api.fetch('/graphql', { method: 'POST', body: 'x' }), 415],
    ['a table', () => api.fetch('/graphql', asked('text/csv')), 200],
    ['a view', () => api.fetch(`${texts.view.path}.csv?token=${texts.view.token}`), 200],
    ['no view', () => api.fetch(`${texts.view.path}.csv?token=x`), 404],
    ['no file', () => api.fetch('/assets/none.js'), 404],
    ['a page', () => api.fetch('/budgetar'), 200],
    ['an icon', () => api.fetch('/favicon.svg'), 200],
  ])('is not guessed, framed, run or told to others: %s', async (_what, answered, status) => {
    const { headers, status: told } = await answered()
    expect(told).toBe(status)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': expect.stringMatching(
        /^default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'/,
      ),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
    expect(headers.has('x-powered-by')).toBe(false)
    expect(headers.has('access-control-allow-origin')).toBe(false)
    expect(headers.has('strict-transport-security')).toBe(false) // nobody said that it is reached over HTTPS
  })
})

describe('a page', () => {
  const load = async () => {
    const answer = await api.fetch('/samverkan/familjehemscentrum')
    const policy = answer.headers.get('content-security-policy')!
    return { answer, policy, html: await answer.text() }
  }

  it('has a nonce of its own each time, on every script and style, and no tag to be known again by', async () => {
    const pages = [await load(), await load()]
    const nonces = pages.map(({ policy }) => /'nonce-([\w+/=]+)'/.exec(policy)![1]!)
    expect(nonces[0]).toMatch(/^[\w+/]{22}==$/)
    expect(nonces[1]).not.toBe(nonces[0])
    for (const [index, { answer, html }] of pages.entries()) {
      const carriers = html.match(/<(script|style|link rel="(stylesheet|modulepreload)")[^>]*>/g)!
      expect(carriers.length).toBeGreaterThanOrEqual(3) // the script, the stylesheet, the order of its layers
      expect(carriers.filter((tag) => !tag.includes(`nonce="${nonces[index]}"`))).toEqual([])
      expect(answer.headers.has('etag')).toBe(false)
      expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    }
  })

  it('may run nothing written into it, and fetch nothing from elsewhere', async () => {
    const { policy } = await load()
    expect(policy).not.toMatch(/unsafe|http|\*|blob:/)
    expect(policy).toContain("connect-src 'self'")
    expect(policy).toContain("require-trusted-types-for 'script'")
  })
})

describe('a hostile text', () => {
  it('has been written into every field that takes one', async () => {
    const schema = buildSchema(await readFile('schema/schema.graphql', 'utf8'))
    const taking = new Set<string>()
    const visit = (type: unknown, seen = new Set<unknown>()): void => {
      if (!isInputObjectType(type) || seen.has(type)) return
      seen.add(type)
      for (const field of Object.values(type.getFields())) {
        const inner = getNamedType(field.type)
        if (inner.name === 'String') taking.add(`${type.name}.${field.name}`)
        visit(inner, seen)
      }
    }
    for (const mutation of Object.values(schema.getMutationType()!.getFields())) {
      for (const argument of mutation.args) visit(getNamedType(argument.type))
    }
    expect([...taking].filter((field) => !noTexts.test(field)).toSorted()).toEqual(
      [...texts.written].toSorted(),
    )
  })

  it('comes back as it was written, as JSON', async () => {
    const { jointService, savedViews } = await api.data<Loose>(
      `{ jointService(slug: "familjehemscentrum") { budget(year: ${texts.year}) { title
           keys { name note bases { statistic period source } } lines { description decision note } } }
         savedViews { nodes { name } } }`,
    )
    const { title, keys, lines } = jointService.budget
    expect(title).toBe(hostile('CreateBudgetInput.title'))
    expect(keys.at(-1)).toEqual({
      name: hostile('KeyInput.name'),
      note: hostile('KeyInput.note'),
      bases: [
        {
          statistic: hostile('BasisInput.statistic'),
          period: hostile('BasisInput.period'),
          source: hostile('BasisInput.source'),
        },
      ],
    })
    expect(lines[0]).toEqual({
      description: hostile('LineFieldsInput.description'),
      decision: hostile('LineFieldsInput.decision'),
      note: hostile('LineFieldsInput.note'),
    })
    expect(savedViews.nodes).toEqual([{ name: hostile('UpdateViewInput.name') }])
  })

  it('is downloaded, not shown, and no part of a header', async () => {
    for (const extension of ['csv', 'xlsx', 'ndjson']) {
      const { headers } = await api.fetch(
        `${texts.view.path}.${extension}?token=${texts.view.token}`,
      )
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[^"<>\r\n]+"/)
      expect(headers.get('content-type')).not.toMatch(/html|svg|xml;/)
    }
  })
})

/** What mutations look up or calculate, and never keep as it was written. */
const noTexts =
  /\.(\w*[cC]ode|email|jointServiceSlug|slug|currency|excluded|openedTo|\w+Formula|field|clientId|row|column)$/
