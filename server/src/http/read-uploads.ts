import express, { type Request, type RequestHandler } from 'express'
import { UploadedFile } from '../scalars/upload.ts'
import { BadRequest } from './bad-request.ts'
import { largest } from './limits.ts'
import { fileTooLarge, sentences } from './report-bad-request.ts'

/**
 * Turns a multipart request with files into the same request as JSON: `operations`, with each file put in the place that
 * `map` gives it. https://github.com/jaydenseric/graphql-multipart-request-spec
 */
export const readUploads: readonly RequestHandler[] = [
  express.raw({ type: 'multipart/form-data', limit: largest.upload }),
  async (request, _response, next) => {
    if (!request.is('multipart/form-data')) return next()
    const operations = await readOperations(request).catch((error: unknown) => error)
    if (operations instanceof BadRequest) return next(operations)
    if (operations instanceof Error) return next(new BadRequest(broken))
    request.body = operations
    next()
  },
]

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
