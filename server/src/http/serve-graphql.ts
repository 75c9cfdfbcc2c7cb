import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Express } from 'express'
import type { Actor } from '../access/actor.ts'
import type { AuditLog } from '../audit/audit-log.ts'
import type { Bell } from '../bell/bell.ts'
import type { RequestContext } from '../context.ts'
import type { DataVersion } from '../execution/data-version.ts'
import type { Execution } from '../execution/execution.ts'
import type { Authentication } from '../sign-in/authenticate.ts'
import { answerAsTable } from '../table/answer-as-table.ts'
import { startApollo } from './apollo.ts'
import { GraphqlEndpoint } from './graphql-endpoint.ts'
import { readOperation } from './read-operation.ts'
import { readUploads } from './read-uploads.ts'
import { refuseOtherTypes } from './refuse-other-types.ts'

/** What the rooms that answer over HTTP work with. */
export interface Serving {
  readonly web: Express
  readonly http: Server
  readonly execution: Execution
  readonly dataVersion: DataVersion
  /** Who sends a request. */
  readonly authentication: Authentication
  readonly bell: Bell
  readonly audit: AuditLog
  /** What one request works with. */
  context(actor: Actor): RequestContext
}

/** GraphQL over HTTP at `/graphql`. */
export interface GraphqlService {
  /** Answers a request for GraphQL in JSON; false: it is none, or a special one, and `web` answers. */
  answerPlain(request: IncomingMessage, response: ServerResponse): boolean
  /** Ends it, with every request answered, and the HTTP server with it. */
  end(): Promise<void>
}

export async function serveGraphql(serving: Serving): Promise<GraphqlService> {
  const { web, http, execution, dataVersion, bell } = serving
  const apollo = await startApollo(http, execution, async () => {
    await dataVersion.stored() // some mutations leave no change behind, so the log does not tell
    bell.ring({ kind: 'stored' })
  })
  const endpoint = new GraphqlEndpoint({
    apollo,
    execution,
    version: () => dataVersion.ofAll(),
    actorOf: (request) => serving.authentication.actorOf(request),
    context: (actor) => serving.context(actor),
  })
  web.use(
    '/graphql',
    refuseOtherTypes,
    ...readUploads(serving.authentication),
    readOperation,
    answerAsTable(serving),
    (request, response) => endpoint.answer(request, response),
  )
  return {
    answerPlain: (request, response) => endpoint.answerPlain(request, response),
    end: () => apollo.stop(),
  }
}
