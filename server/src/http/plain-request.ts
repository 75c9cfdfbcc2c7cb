import type { IncomingMessage } from 'node:http'
import { largest } from './limits.ts'

const jsonInUtf8 = /^application\/json\s*(;\s*charset="?utf-?8"?\s*)?$/i

/** What whoever wants JSON says, GraphQL clients and browsers' `fetch` among them; for others a table or a page may be meant. */
const jsonTypes = new Set([
  '*/*',
  'application/*',
  'application/json',
  'application/graphql+json',
  'application/graphql-response+json',
  'multipart/mixed', // of clients that can take parts: they take a whole as well
  'text/event-stream',
])

/** Whether it can be answered without more ado: read in the address, or JSON that is not packed and not too large. */
export function isPlain({ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>): boolean {
  if (method === 'GET' || method === 'HEAD') return headers['content-type'] === undefined
  return (
    method === 'POST' &&
    jsonInUtf8.test(headers['content-type'] ?? '') &&
    headers['content-encoding'] === undefined &&
    Number(headers['content-length']) <= largest.operation
  )
}

export function speaksJson({ headers: { accept } }: Pick<IncomingMessage, 'headers'>): boolean {
  if (accept === undefined) return true
  return accept.split(',').every((range) => jsonTypes.has(range.split(';', 1)[0]!.trim()))
}

/** The body, which is as long as it says: Node sees to that. */
export function readBytes(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => resolve(parts.length === 1 ? parts[0]! : Buffer.concat(parts)))
    request.on('error', reject)
  })
}
