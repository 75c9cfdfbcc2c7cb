import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Express, RequestHandler } from 'express'
import sirv from 'sirv'
import { BadRequest } from './bad-request.ts'
import { sentences } from './report-bad-request.ts'
import { restrictPage } from './security-headers.ts'

/** Where `pnpm build` puts the client; the same from `src/http` and from `dist`. */
const builtClient = ['../../client/dist', '../../../client/dist']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((path) => existsSync(path))

const year = 365 * 24 * 60 * 60

/** Stands in the built page for the nonce of each answer: `html.cspNonce` in client/vite.config.ts. */
const placeholder = 'NONCE_OF_THE_PAGE'

/**
 * Files of the built client, as the build has packed them; every other address is a page of it. Hashed files may be kept for a year. A page has a nonce
 * of its own each time, so it is never the same as before and has no entity tag.
 */
export function serveClient(web: Express): void {
  if (builtClient === undefined) return
  const assets = sirv(`${builtClient}/assets`, { gzip: true, immutable: true, maxAge: year })
  web.use('/assets', assets, (_request, _response, next) =>
    next(new BadRequest(sentences.notFound, 404, 'NOT_FOUND')),
  )
  web.get('/index.html', servePage) // as it lies there, it lacks its nonce
  web.use(sirv(builtClient, { gzip: true, etag: true, extensions: [] }))
  web.get('/{*page}', servePage)
}

const servePage: RequestHandler = async (request, response) => {
  const page = await readFile(`${builtClient}/index.html`, 'utf8')
  const nonce = restrictPage(request, response)
  response
    .set({ 'Cache-Control': 'private, no-cache', 'Content-Type': 'text/html; charset=utf-8' })
    .end(page.replaceAll(placeholder, nonce))
}
