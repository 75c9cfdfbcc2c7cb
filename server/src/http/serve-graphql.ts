import type { Server } from 'node:http'
import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer'
import { expressMiddleware } from '@as-integrations/express5'
import express, { type Express } from 'express'
import type { RequestContext } from '../context.ts'
import type { DataVersion } from '../execution/data-version.ts'
import type { Execution } from '../execution/execution.ts'
import { reportError } from '../execution/report-error.ts'
import { readUploads } from './read-uploads.ts'

/** What the rooms that answer over HTTP work with. */
export interface Serving {
  readonly web: Express
  readonly http: Server
  readonly execution: Execution
  readonly dataVersion: DataVersion
  /** What one request works with. */
  context(): RequestContext
}

/** GraphQL over HTTP at `/graphql`. Returns how to end it, with every request answered. */
export async function serveGraphql(serving: Serving): Promise<() => Promise<void>> {
  const { web, http, execution } = serving
  const apollo = new ApolloServer<RequestContext>({
    schema: execution.schema,
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
    ...readUploads,
    express.json({ limit: '4mb' }),
    expressMiddleware(apollo, { context: async () => serving.context() }),
  )
  return () => apollo.stop()
}
