import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { createHttpServer } from './http-server.ts'

it.each([
  ['headers', 'POST / HTTP/1.1\r\nHost: x\r\nX: a'],
  ['a body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nab'],
  [
    'a body in chunks',
    'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n',
  ],
])('does not wait for the rest of %s', async (_what, begun) => {
  const server = createHttpServer({ headers: 100, request: 200, look: 50 }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect({ host: '127.0.0.1', port: (server.address() as AddressInfo).port })
  socket.write(begun)
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /)
  server.close()
})

it('waits for headers and files no longer than people need', () => {
  const server = createHttpServer()
  expect([server.headersTimeout, server.requestTimeout]).toEqual([15_000, 120_000])
})
