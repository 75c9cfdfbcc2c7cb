import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Actor } from '../access/actor.ts'
import { UploadedFile } from '../scalars/upload.ts'
import { readUploads } from './read-uploads.ts'
import { refuseForeign } from './refuse-foreign.ts'
import { reportBadRequest } from './report-bad-request.ts'

const mebibyte = 1024 * 1024

// It tells what it read: each file by name and size, all else as it came.
const authentication = { actorOf: async () => Actor.program('test') }
const web = express().use(refuseForeign, ...readUploads(authentication))
web.post('/', (request, response) => {
  response.json(request.body)
})
web.set('json replacer', (_name: string, value: unknown) =>
  value instanceof UploadedFile ? `${value.name}: ${value.bytes.length}` : value,
)
web.use(reportBadRequest)
const server = createServer(web)
let address: string
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

interface Parts {
  readonly operations?: unknown
  readonly map?: unknown
  readonly size?: number
}
interface Told {
  readonly variables: { readonly input: unknown }
  readonly errors: readonly { readonly message: string }[]
}
const empty = { query: '…', variables: { file: null } }

async function send(
  { operations = empty, map = { 0: ['variables.file'] }, size = 3 }: Parts,
  headers = {},
) {
  const form = new FormData()
  form.set('operations', JSON.stringify(operations))
  form.set('map', JSON.stringify(map))
  form.set('0', new File([new Uint8Array(size)], 'budget.csv'))
  const response = await fetch(address, { method: 'POST', body: form, headers })
  return { status: response.status, body: (await response.json()) as Told }
}

describe('a file that comes with an operation', () => {
  it('stands in the place that the operation has left for it', async () => {
    const { status, body } = await send({})
    expect(status).toBe(200)
    expect(body).toEqual({ query: '…', variables: { file: 'budget.csv: 3' } })
  })

  it('may stand deeper, and in several places', async () => {
    const operations = { variables: { input: { files: [null, null], name: 'x' } } }
    const map = { 0: ['variables.input.files.0', 'variables.input.files.1'] }
    const { body } = await send({ operations, map })
    expect(body.variables.input).toEqual({ files: ['budget.csv: 3', 'budget.csv: 3'], name: 'x' })
  })

  it('may be 10 MiB, and no more', async () => {
    expect((await send({ size: 10 * mebibyte })).status).toBe(200)
    for (const size of [10 * mebibyte + 1, 12 * mebibyte]) {
      const { status, body } = await send({ size })
      expect(status).toBe(413)
      expect(body.errors[0]?.message).toBe('Filen är större än 10 MiB.')
    }
    const { body } = await send({ size: 12 * mebibyte }, { 'accept-language': 'en' })
    expect(body.errors[0]?.message).toBe('The file is larger than 10 MiB.')
  })

  it.each<[string, Parts]>([
    ['no place for it', { map: { 0: ['variables.other'] } }],
    ['something in its place', { operations: { variables: { file: 'x' } } }],
    ['a place on the way to everything', { map: { 0: ['__proto__.polluted'] } }],
    ['a map that is none', { map: 7 }],
    ['an operation that is none', { map: {}, operations: null }],
    ['several operations', { map: {}, operations: [empty] }],
    ['a map to a file that did not come', { map: { 1: ['variables.file'] } }],
    ['places that are none', { map: { 0: [null] } }],
  ])('is refused with %s', async (_what, parts) => {
    const { status, body } = await send(parts)
    expect(status).toBe(400)
    expect(body.errors).toEqual([
      { message: 'Filen kom inte fram hel. Försök igen.', extensions: { code: 'BAD_REQUEST' } },
    ])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it.each(['multipart/form-data', 'multipart/form-data; boundary=a'])(
    'is refused when it is cut off: %s',
    async (type) => {
      const headers = { 'content-type': type }
      const body = '--a\r\nContent-Disposition: form-data; name="operations"\r\n\r\n{"que'
      expect((await fetch(address, { method: 'POST', body, headers })).status).toBe(400)
    },
  )

  it('is refused from a page of somebody else', async () => {
    expect((await send({}, { origin: 'http://evil.example' })).status).toBe(403)
  })
})
