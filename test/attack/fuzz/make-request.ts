import type { Chance } from '../../api/many-budgets.ts'

/** A request before it is bytes. */
interface Message {
  method: string
  path: string
  headers: [name: string, value: string][]
  body: Buffer
}

const query = '{ municipality(code: "2303") { name latestPopulation { inhabitants } } }'
const addressed = `?query=${encodeURIComponent(query)}`
const inJson = JSON.stringify({ query, variables: { a: 1 }, operationName: null })
const form = [
  '--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n',
  JSON.stringify({
    query: 'query ($file: Upload!) { readWorkbook(file: $file) { kind } }',
    variables: { file: null },
  }),
  '\r\n--x\r\nContent-Disposition: form-data; name="map"\r\n\r\n{"0":["variables.file"]}',
  '\r\n--x\r\nContent-Disposition: form-data; name="0"; filename="a.xlsx"\r\n\r\nPK\u0003\u0004\r\n--x--\r\n',
].join('')

/** Requests that are as they should be: each room of the product has one. */
const good: readonly Omit<Message, 'headers'>[] = [
  { method: 'POST', path: '/graphql', body: Buffer.from(inJson) },
  { method: 'POST', path: '/graphql', body: Buffer.from(form) },
  { method: 'GET', path: `/graphql${addressed}`, body: Buffer.alloc(0) },
  { method: 'GET', path: '/', body: Buffer.alloc(0) },
  { method: 'GET', path: '/assets/index.js', body: Buffer.alloc(0) },
  { method: 'GET', path: '/vy/abc/def.csv', body: Buffer.alloc(0) },
  { method: 'GET', path: '/views/abc.csv?token=x', body: Buffer.alloc(0) },
  { method: 'GET', path: '/workbook/QnVkZ2V0OjE.xlsx', body: Buffer.alloc(0) },
  { method: 'GET', path: '/health', body: Buffer.alloc(0) },
  { method: 'GET', path: '/ready', body: Buffer.alloc(0) },
  { method: 'GET', path: '/metrics', body: Buffer.alloc(0) },
  { method: 'GET', path: '/sign-in/demo/abc', body: Buffer.alloc(0) },
  { method: 'GET', path: '/sign-in/oidc/callback?code=a&state=b', body: Buffer.alloc(0) },
  { method: 'POST', path: '/sign-out', body: Buffer.from('{}') },
  { method: 'POST', path: '/set-up', body: Buffer.from('{"code":"a","name":"b"}') },
  { method: 'POST', path: '/invitation', body: Buffer.from('{"code":"a","password":"b"}') },
]

const methods = [
  'GET',
  'POST',
  'PUT',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'PATCH',
  'QUERY',
  'get',
  'FOO',
  '',
]
const paths = [
  '//graphql',
  '/graphql/',
  '/graphql/x',
  '/GRAPHQL',
  '/graphql?',
  '/graphql?query',
  '/graphql?query=%',
  '/graphql?query=%ff&variables=[]',
  '/graphql?query={a}&variables={"__proto__":1}',
  '/graphql#x',
  '*',
  '/%00',
  '/%',
  '/..%2f..%2fetc/passwd',
  '/assets/../../package.json',
  '/assets/%2e%2e/%2e%2e/x',
  '/\\..\\x',
  'http://evil.example/graphql',
  '//evil.example',
  '/index.html%00.js',
  '/å',
  '/a b',
  '',
  '/?',
  '/assets/',
  `/${'x'.repeat(9000)}`,
  `/graphql?query=${'%7B'.repeat(2000)}`,
]
const values = [
  '',
  ' ',
  ',',
  ';',
  '*',
  'null',
  '-1',
  '99999999999999999999',
  '1, 2',
  'a=b; a=c',
  '\u0000',
  'å',
  '%00',
  '\t',
  'x'.repeat(5000),
  'chunked',
  'gzip',
  'br, gzip',
  'identity',
  'utf-16',
  'bytes=0-,5-',
  '"',
  'W/"',
  'close',
]
const known: Readonly<Record<string, readonly string[]>> = {
  'content-type': [
    'application/json; charset=utf-16',
    'application/json; charset=x',
    'application/json;',
    'text/plain',
    'multipart/form-data',
    'multipart/form-data; boundary=',
    `multipart/form-data; boundary=${'y'.repeat(300)}`,
    'application/x-www-form-urlencoded',
    'application/json, application/json',
    '/',
  ],
  accept: [
    'text/csv',
    'application/x-ndjson',
    'image/png',
    '*/*;q=0',
    'application/json;q=x',
    'text/csv;delimiter=',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'multipart/mixed;deferSpec=20220824',
  ],
  cookie: [
    '__Host-andel=',
    '__Host-andel=a; __Host-andel=b',
    `__Host-andel=${'a'.repeat(43)}`,
    '=',
    '__proto__=1',
  ],
  authorization: [
    'Bearer',
    'Bearer ',
    'Bearer a b',
    'Basic YTpi',
    `Bearer ${'a'.repeat(4000)}`,
    'bearer andel_x',
    'Basic %',
  ],
  'content-encoding': ['gzip', 'deflate', 'br', 'zstd', 'x', 'gzip, gzip'],
  'content-length': ['0', '1', '5', '-5', '1e3', '0x10', '1048577', '99999999999'],
  'transfer-encoding': ['chunked', 'chunked, identity', 'x', 'gzip, chunked'],
  'accept-language': ['en', 'sv;q=x', ','.repeat(500), 'en;q=2', '__proto__'],
  'accept-encoding': ['gzip;q=0', 'gzip;q=', '*', 'br'],
  'if-none-match': ['*', '"x"', 'W/"x", "', ','.repeat(500)],
  'if-modified-since': ['x', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  range: ['bytes=0-0', 'bytes=9-1', 'x'],
  expect: ['100-continue', 'x'],
  host: ['', 'evil.example', 'a b', '[::1', '127.0.0.1:99999'],
  origin: ['null', 'http://evil.example', 'x'],
  'sec-fetch-site': ['cross-site', 'same-origin', 'none', 'x'],
  upgrade: ['websocket', 'h2c'],
  connection: ['upgrade', 'keep-alive', 'close, x'],
  'x-forwarded-for': ['1.2.3.4', 'x', '::', ','.repeat(300)],
  'x-http-method-override': ['DELETE'],
}
const names = Object.keys(known)

/** A request in bytes, with one to four things wrong with it. */
export function makeRequest(chance: Chance, credentials: readonly string[]): Buffer {
  const message = begin(chance, credentials)
  for (let times = 1 + chance(4); times > 0; times--) change(message, chance)
  const bytes = written(message)
  if (chance(12) === 0) return bytes.subarray(0, chance(bytes.length))
  if (chance(25) === 0) bytes[chance(bytes.length)] = chance(256)
  return bytes
}

function begin(chance: Chance, credentials: readonly string[]): Message {
  const { method, path, body } = good[chance(good.length)]!
  const isForm = body.subarray(0, 3).toString() === '--x'
  const headers: Message['headers'] = [
    ['host', 'localhost'],
    ['connection', 'close'],
    ['cookie', credentials[chance(credentials.length)]!],
  ]
  if (body.length > 0) {
    headers.push(['content-type', isForm ? 'multipart/form-data; boundary=x' : 'application/json'])
    headers.push(['content-length', String(body.length)])
  }
  return { method, path, headers, body: Buffer.from(body) }
}

function change(message: Message, chance: Chance): void {
  const { headers, body } = message
  const dice = chance(12)
  if (dice === 0) message.method = methods[chance(methods.length)]!
  else if (dice === 1) message.path = paths[chance(paths.length)]!
  else if (dice === 2) message.path = spoiled(Buffer.from(message.path), chance).toString('latin1')
  else if (dice === 3) headers.push(headers[chance(headers.length)]!)
  else if (dice === 4) headers.splice(chance(headers.length), 1)
  else if (dice === 5) message.body = spoiled(body, chance)
  else if (dice === 6) message.body = body.subarray(0, chance(body.length + 1))
  else if (dice === 7) headers.push([names[chance(names.length)]!, values[chance(values.length)]!])
  else if (dice === 8) headers.push([`x-${chance(9)}`, 'y'.repeat(chance(20_000))])
  else {
    const name = names[chance(names.length)]!
    const value = known[name]![chance(known[name]!.length)]!
    message.headers = [...headers.filter(([one]) => one !== name), [name, value]]
  }
  if (headers.length === 0) message.headers.push(['host', 'localhost'])
}

/** With up to eight bytes replaced, cut or put in. */
function spoiled(bytes: Buffer, chance: Chance): Buffer {
  const all = [...bytes]
  for (let times = 1 + chance(8); times > 0; times--)
    all.splice(chance(all.length + 1), chance(2), ...(chance(3) > 0 ? [chance(256)] : []))
  return Buffer.from(all)
}

function written({ method, path, headers, body }: Message): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}`)
  const head = [`${method} ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n')
  return Buffer.concat([Buffer.from(head, 'utf8'), body])
}
