import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import express, { type Express } from 'express'

/** Where `pnpm build` puts the client; the same from `src/http` and from `dist`. */
const builtClient = ['../../client/dist', '../../../client/dist']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((path) => existsSync(path))

/** Files of the built client; every other address is a page of it. Hashed files may be kept for a year. */
export function serveClient(web: Express): void {
  if (builtClient === undefined) return
  web.use(
    '/assets',
    express.static(`${builtClient}/assets`, { immutable: true, maxAge: '1y', fallthrough: false }),
  )
  web.use(express.static(builtClient, { index: false }))
  web.get('/{*page}', (_request, response) => {
    response.set('Cache-Control', 'no-cache').sendFile('index.html', { root: builtClient })
  })
}
