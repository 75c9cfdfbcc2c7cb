import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import express, { type Express } from 'express'
import type { RequestContext } from '../context.ts'
import type { DataVersion } from '../execution/data-version.ts'
import type { Execution } from '../execution/execution.ts'
import { answerAsTable } from '../table/answer-as-table.ts'
import { startApollo } from './apollo.ts'
import { GraphqlEndpoint } from './graphql-endpoint.ts'
import { largest } from './limits.ts'
import { readUploads } from './read-uploads.ts'
import { refuseOtherTypes } from './refuse-other-types.ts'

/** What the rooms that answer over HTTP work with. */
export interface Serving {
  readonly web: Express
  readonly http: Server
  readonly execution: Execution
  readonly dataVersion: DataVersion
  /** What one request works with. */
  context(): RequestContext
}

/** GraphQL over HTTP at `/graphql`. */
export interface GraphqlService {
  /** Answers a request for GraphQL in JSON; false: it is none, or a special one, and `web` answers. */
  answerPlain(request: IncomingMessage, response: ServerResponse): boolean
  /** Ends it, with every request answered, and the HTTP server with it. */
  end(): Promise<void>
}

export async function serveGraphql(serving: Serving): Promise<GraphqlService> {
  const { web, http, execution, dataVersion } = serving
  let mutations = 0 // some store what leaves no change behind, so the version of the data does not tell
  const apollo = await startApollo(http, execution, () => mutations++)
  const endpoint = new GraphqlEndpoint({
    apollo,
    execution,
    version() {
      const version = dataVersion.now()
      return version === undefined ? undefined : `${version}.${mutations}`
    },
    context: () => serving.context(),
  })
  web.use(
    '/graphql',
    refuseOtherTypes,
    ...readUploads,
    express.json({ limit: largest.operation }),
    answerAsTable(serving),
    (request, response) => endpoint.answer(request, response),
  )
  return {
    answerPlain: (request, response) => endpoint.answerPlain(request, response),
    end: () => apollo.stop(),
  }
}
