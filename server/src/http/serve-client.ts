import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import express, { type Express } from 'express'
import { restrictPage } from './security-headers.ts'

/** Where `pnpm build` puts the client; the same from `src/http` and from `dist`. */
const builtClient = ['../../client/dist', '../../../client/dist']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((path) => existsSync(path))

/** Stands in the built page for the nonce of each answer: `html.cspNonce` in client/vite.config.ts. */
const placeholder = 'NONCE_OF_THE_PAGE'

/**
 * Files of the built client; every other address is a page of it. Hashed files may be kept for a year. A page has a nonce
 * of its own each time, so it is never the same as before and has no entity tag.
 */
export function serveClient(web: Express): void {
  if (builtClient === undefined) return
  web.use(
    '/assets',
    express.static(`${builtClient}/assets`, { immutable: true, maxAge: '1y', fallthrough: false }),
  )
  web.use(express.static(builtClient, { index: false }))
  web.get('/{*page}', async (request, response) => {
    const page = await readFile(`${builtClient}/index.html`, 'utf8')
    const nonce = restrictPage(request, response)
    response
      .set({ 'Cache-Control': 'private, no-cache', 'Content-Type': 'text/html; charset=utf-8' })
      .end(page.replaceAll(placeholder, nonce))
  })
}
