import type { Server } from 'node:http'
import {
  ApolloServer,
  type ApolloServerPlugin,
  type GraphQLResponse,
  HeaderMap,
} from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer'
import { type DocumentNode, GraphQLError, Kind } from 'graphql'
import { noteRefusal } from '../execution/note-refusal.ts'
import type { RequestContext } from '../context.ts'
import type { Execution, Prepared } from '../execution/execution.ts'
import { reportError } from '../execution/report-error.ts'
import { libraryLog } from '../operation/log.ts'
import { keepable } from './answer.ts'
import { effectOf } from './document-effect.ts'

/**
 * Apollo Server on the one way of carrying out an operation. It is started.
 *
 * @param stored - is called when something may have been stored and is about to be answered
 */
export async function startApollo(
  http: Server,
  execution: Execution,
  stored: () => Promise<void>,
): Promise<ApolloServer<RequestContext>> {
  const apollo = new ApolloServer<RequestContext>({
    gateway: gatewayTo(execution),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: false,
    persistedQueries: false,
    documentStore: null, // Execution keeps what it has prepared
    csrfPrevention: false, // refuse-foreign.ts does it, before
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    stringifyResult: JSON.stringify,
    formatError: reportError,
    logger: libraryLog,
    plugins: [
      prepareAndMark(execution, stored),
      ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: 8000 }),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  })
  await apollo.start()
  return apollo
}

type Gateway = NonNullable<ConstructorParameters<typeof ApolloServer<RequestContext>>[0]['gateway']>

/** Apollo's hook for somebody else who carries out operations. */
function gatewayTo(execution: Execution): Gateway {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: execution.schema, coreSupergraphSdl: '' })
      return () => undefined
    },
    load: async () => ({
      executor: async ({ source, request, context }) => {
        const prepared = prepare(execution, source, context as RequestContext)
        if (Array.isArray(prepared)) return { errors: prepared }
        const { errors, ...result } = await execution.run(prepared, {
          variables: request.variables,
          operationName: request.operationName,
          context: context as RequestContext,
        })
        return errors ? { ...result, errors: errors.map(whole) } : result
      },
    }),
    stop: () => Promise.resolve(),
  }
}

/** The errors of graphql-jit lack what Apollo counts on: that there are extensions. */
function whole(error: GraphQLError): GraphQLError {
  if ((error.extensions as unknown) !== undefined) return error
  const { message, path, originalError, locations } = error
  const made = new GraphQLError(message, { path, originalError })
  return Object.defineProperty(made, 'locations', { value: locations, enumerable: true })
}

/** The operation, or what is wrong with it. */
function prepare(
  execution: Execution,
  source: string,
  { actor }: RequestContext,
): Prepared | GraphQLError[] {
  try {
    return execution.prepare(source, { suggestions: actor.isSignedIn })
  } catch (errors) {
    if (Array.isArray(errors)) return errors as GraphQLError[]
    throw errors
  }
}

/** What Apollo gets for a text that is no operation. */
const none: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] }

/** Answers a text that is no operation, or too large a one. */
function refusalOf(wrong: readonly GraphQLError[]): GraphQLResponse {
  const errors = wrong.map((error) => reportError(error.toJSON(), error))
  const http = { status: 400, headers: new HeaderMap() }
  return { http, body: { kind: 'single', singleResult: { errors } } }
}

/** Has an operation parsed and validated once, and says of each answer whether it may be kept. */
function prepareAndMark(
  execution: Execution,
  stored: () => Promise<void>,
): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      let wrong: readonly GraphQLError[] | undefined
      return {
        async didResolveSource(request) {
          const prepared = prepare(execution, request.source, request.contextValue)
          if (Array.isArray(prepared)) wrong = prepared
          // Apollo takes it as it is; left to itself, it would parse and validate without limits
          Object.assign(request, { document: Array.isArray(prepared) ? none : prepared.document })
        },
        async responseForOperation() {
          return wrong ? refusalOf(wrong) : null
        },
        async willSendResponse({ operation, document, response, errors, contextValue }) {
          if (contextValue.cost) {
            response.http.headers.set('query-cost', String(contextValue.cost.cost))
          }
          if (errors) await noteRefusal(contextValue, errors)
          const effect = document && effectOf(execution.schema, document)
          if (operation?.operation === 'mutation' && effect?.mayStore) await stored()
          const kept = effect?.mayBeKept && !wrong && !errors
          response.http.headers.set('cache-control', kept ? keepable : 'no-store')
        },
      }
    },
  }
}
