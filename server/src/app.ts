import { existsSync } from 'node:fs'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer'
import { expressMiddleware } from '@as-integrations/express5'
import type { MikroORM } from '@mikro-orm/sqlite'
import compression from 'compression'
import express, { type Express } from 'express'
import type { Config } from './config.ts'
import { type RequestContext, createContext } from './context.ts'
import { loadDemo } from './demo/load-demo.ts'
import { buildApi } from './graphql-schema.ts'
import { openDatabase } from './orm.ts'
import { loadReference } from './reference/load-reference.ts'
import { reportBadRequest } from './report-bad-request.ts'
import { reportError } from './report-error.ts'

/** Where `pnpm build` puts the client; the same from `src` and from `dist`. */
const builtClient = fileURLToPath(new URL('../../client/dist', import.meta.url))

/** The whole product, ready to answer. Close it and nothing is left open. */
export interface App {
  readonly orm: MikroORM
  /** Starts to listen. Returns the address, e.g. "http://127.0.0.1:4000". */
  listen(): Promise<string>
  close(): Promise<void>
}

/** Opens the database, loads what it must hold, and puts API and client behind one HTTP server. */
export async function createApp(config: Config): Promise<App> {
  const orm = await openDatabase(config)
  await loadReference(orm.em.fork())
  if (config.demo) await loadDemo(orm.em.fork())

  const web = express().disable('x-powered-by').use(compression())
  const http = createServer(web)
  const apollo = new ApolloServer<RequestContext>({
    schema: await buildApi(),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: false,
    persistedQueries: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    formatError: reportError,
    plugins: [
      ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: 5000 }),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  })
  await apollo.start()
  web.use(
    '/graphql',
    express.json({ limit: '4mb' }),
    expressMiddleware(apollo, { context: async () => createContext(orm.em.fork()) }),
  )
  serveClient(web)
  web.use(reportBadRequest)

  return {
    orm,
    listen: () => listen(http, config),
    async close() {
      await apollo.stop() // drains the HTTP server
      await orm.close()
    },
  }
}

function listen(http: Server, { host, port }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      const { address, port: chosen, family } = http.address() as AddressInfo
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${chosen}`)
    })
  })
}

/** Files of the built client; every other address is a page of it. Hashed files may be kept for a year. */
function serveClient(web: Express): void {
  if (!existsSync(builtClient)) return
  web.use(
    '/assets',
    express.static(`${builtClient}/assets`, { immutable: true, maxAge: '1y', fallthrough: false }),
  )
  web.use(express.static(builtClient, { index: false }))
  web.get('/{*page}', (_request, response) => {
    response.set('Cache-Control', 'no-cache').sendFile('index.html', { root: builtClient })
  })
}
