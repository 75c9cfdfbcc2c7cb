import { faultSentences } from '@andel/schema/fault-sentences'
import express, { type Request, type RequestHandler } from 'express'
import { UploadedFile } from '../scalars/upload.ts'
import type { Authentication } from '../sign-in/authenticate.ts'
import { BadRequest } from './bad-request.ts'
import { largest } from './limits.ts'
import { fileTooLarge, sentences } from './report-bad-request.ts'

/**
 * Turns a multipart request with files into the same request as JSON: `operations`, with each file put in the place that
 * `map` gives it. https://github.com/jaydenseric/graphql-multipart-request-spec
 */
export const readUploads = (
  authentication: Pick<Authentication, 'actorOf'>,
): readonly RequestHandler[] => [
  async (request, _response, next) => {
    if (!request.is('multipart/form-data')) return next()
    // a file is dear to read, so it is read from those alone whom Andel knows
    next((await authentication.actorOf(request)).isSignedIn ? undefined : stranger())
  },
  express.raw({ type: 'multipart/form-data', limit: largest.upload }),
  async (request, _response, next) => {
    if (!request.is('multipart/form-data')) return next()
    if (hasManyParts(request)) return next(new BadRequest(manyParts, 413))
    const operations = await readOperations(request).catch((error: unknown) => error)
    if (operations instanceof BadRequest) return next(operations)
    if (operations instanceof Error) return next(new BadRequest(broken))
    request.body = operations
    next()
  },
]

const stranger = (): BadRequest =>
  new BadRequest(
    { sv: faultSentences.sv.UNAUTHENTICATED, en: faultSentences.en.UNAUTHENTICATED },
    401,
    'UNAUTHENTICATED',
  )

/** The operation, the map and some files; each part costs more to read than what is in it. */
const mostParts = 20

/** Counted before anything is read. */
function hasManyParts({ headers, body }: Request): boolean {
  const [, quoted, plain] =
    /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(headers['content-type'] ?? '') ?? []
  const boundary = Buffer.from(`--${quoted ?? plain ?? ''}`)
  const bytes = body as Buffer
  let parts = 0
  for (let at = bytes.indexOf(boundary); at >= 0; at = bytes.indexOf(boundary, at + 1))
    if (++parts > mostParts + 1) return true
  return false
}

const manyParts = {
  sv: `Anropet har fler än ${mostParts} delar.`,
  en: `The request has more than ${mostParts} parts.`,
}

const broken = {
  sv: 'Filen kom inte fram hel. Försök igen.',
  en: 'The file did not arrive whole. Try again.',
}

async function readOperations(request: Request): Promise<object> {
  const type = request.headers['content-type']!
  const form = await new Response(request.body as Buffer<ArrayBuffer>, {
    headers: { 'content-type': type },
  }).formData()
  const operations = readObject(form.get('operations')) as Tree
  const map = readObject(form.get('map')) as Record<string, string[]>
  for (const [name, paths] of Object.entries(map)) {
    const file = form.get(name) as File
    if (file.size > largest.file) throw new BadRequest(fileTooLarge, 413)
    const upload = new UploadedFile(file.name, new Uint8Array(await file.arrayBuffer()))
    for (const path of paths) put(operations, path.split('.'), upload)
  }
  return operations
}

function readObject(part: unknown): object {
  const text = String(part)
  if (text.length > largest.operation) throw new BadRequest(sentences.tooLarge, 413)
  const value: unknown = JSON.parse(text)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  throw new Error('not an object')
}

interface Tree {
  [name: string]: Tree | UploadedFile
}

/** Only in a place that the operation has left empty for it. */
function put(tree: Tree, path: readonly string[], file: UploadedFile): void {
  const [name, ...rest] = path
  if (!Object.hasOwn(tree, name!)) throw new Error(`no place for a file: ${name}`)
  if (rest.length > 0) return put(tree[name!] as Tree, rest, file)
  if (tree[name!] !== null) throw new Error(`the place is taken: ${name}`)
  tree[name!] = file
}
