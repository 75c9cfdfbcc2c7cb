import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ApolloServer, HeaderMap } from '@apollo/server'
import type { MaybePromise } from '@mikro-orm/core'
import { LRUCache } from 'lru-cache'
import type { Actor } from '../access/actor.ts'
import type { RequestContext } from '../context.ts'
import type { Execution } from '../execution/execution.ts'
import { meters } from '../operation/meters.ts'
import { answerDirectly } from './answer-directly.ts'
import { type TextAnswer, keepable, pack, send, takesGzip } from './answer.ts'
import { BadRequest } from './bad-request.ts'
import { type Answer, type AnswerKey, KeptAnswers } from './kept-answers.ts'
import { isPlain, readBytes, speaksJson } from './plain-request.ts'
import { isForeign } from './refuse-foreign.ts'
import { refusalFor, sentences } from './report-bad-request.ts'
import { languageOf } from './sentence.ts'
import { type GraphqlErrors, isRequestError, tellErrors } from './tell-errors.ts'

/** Bytes of all answers that are kept. */
const capacity = 64 * 1024 * 1024
/** Bytes of a question that is worth keeping an answer to. */
const longestQuestion = 64 * 1024

/** What requests at `/graphql` are answered with. */
interface Means {
  readonly apollo: ApolloServer<RequestContext>
  readonly execution: Execution
  /** Of the data now; undefined while they are being written. */
  version(): MaybePromise<string | undefined>
  actorOf(request: IncomingMessage): Promise<Actor>
  context(actor: Actor): RequestContext
}

/** Answers requests at `/graphql`, those that are asked again from what is kept. */
export class GraphqlEndpoint {
  private readonly kept = new KeptAnswers(capacity)

  /** The media type that Apollo chose to answer in, by what whoever asked accepts. */
  private readonly contentTypes = new LRUCache<string, string>({ max: 100 })

  constructor(private readonly means: Means) {}

  /**
   * Answers a plain request: JSON in, JSON out, before anything else has touched it. What is special (a file, a table, a
   * browser that comes from elsewhere) it leaves alone and says so with false.
   */
  answerPlain(request: IncomingMessage, response: ServerResponse): boolean {
    const { url } = request
    if (url !== '/graphql' && !url?.startsWith('/graphql?')) return false
    if (!isPlain(request) || !speaksJson(request) || isForeign(request)) return false
    this.answerBytes(request, response).catch((error: Error) => refuse(error, request, response))
    return true
  }

  /** Answers a request that has been read. */
  async answer(request: IncomingMessage & { body?: unknown }, response: ServerResponse) {
    const actor = await this.means.actorOf(request)
    send(await this.execute(request, request.body, actor), request, response)
  }

  private async answerBytes(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = request.method === 'POST' ? await readBytes(request) : undefined
    const actor = await this.means.actorOf(request)
    const key = keyOf(request, body, actor, await this.means.version())
    const known = key && !wantsItAnew(request) && this.kept.find(key)
    if (key) meters.keptAnswers.inc({ found: known ? 'yes' : 'no' })
    if (known) return send(known, request, response)

    const answer = await this.execute(request, body && parseJson(body), actor)
    if (
      key &&
      answer.headers['cache-control'] === keepable &&
      key.version === (await this.means.version())
    ) {
      this.kept.keep(key, answer)
    }
    send(answer, request, response)
  }

  private async execute(request: IncomingMessage, body: unknown, actor: Actor): Promise<Answer> {
    const { method, headers } = request
    const contentType = method === 'POST' && this.contentTypes.get(headers.accept ?? '')
    const direct = contentType && (await answerDirectly(this.means, body, contentType, actor))
    const answer = direct || mayTellErrors(await this.askApollo(request, body, actor), request)
    return await pack(answer, takesGzip(request))
  }

  private async askApollo(
    request: IncomingMessage,
    body: unknown,
    actor: Actor,
  ): Promise<TextAnswer> {
    const { method, url } = request
    const {
      status = 200,
      headers,
      body: made,
    } = await this.means.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: method === 'HEAD' ? 'GET' : method!,
        headers: headersOf(request),
        search: /\?.*/.exec(url!)?.[0] ?? '',
        body,
      },
      context: async () => this.means.context(actor),
    })
    if (made.kind !== 'complete') throw new Error('an answer in parts, which nobody can ask for')
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
    if (status === 200) {
      this.contentTypes.set(request.headers.accept ?? '', headers.get('content-type')!)
    }
    return { status, headers: Object.fromEntries(headers), text: made.string }
  }
}

/** Undefined when nothing can be kept: data are being written, or the question is too long. */
function keyOf(
  request: IncomingMessage,
  body: Buffer | undefined,
  { rights }: Actor,
  version: string | undefined,
): AnswerKey | undefined {
  const text = body?.toString('latin1') ?? request.url! // latin1: one character a byte, so no two bodies are alike
  if (version === undefined || text.length > longestQuestion) return undefined
  const packed = takesGzip(request) ? 'gzip' : ''
  const method = body ? 'POST' : 'GET'
  const question = [method, rights, packed, request.headers.accept, text].join('\n')
  return { version, question }
}

/** Said in HTTP's own way, by whoever suspects what is kept. */
const wantsItAnew = ({ headers }: IncomingMessage): boolean =>
  headers['cache-control']?.includes('no-cache') ?? false

function headersOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap()
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return map
}

/**
 * Errors in the language of whoever asks. Who asks for `application/json` by name gets a request that makes no sense answered
 * with 200, as GraphQL over HTTP wants it for that type; everybody else the status that says so.
 */
function mayTellErrors(answer: TextAnswer, request: IncomingMessage): TextAnswer {
  if (!answer.text.startsWith('{"errors"')) return answer // Apollo writes errors first
  const body = JSON.parse(answer.text) as GraphqlErrors
  const asJson =
    answer.headers['content-type']?.startsWith('application/json') &&
    request.headers.accept?.includes('application/json')
  const status = asJson && isRequestError(body) ? 200 : answer.status
  return { ...answer, status, text: JSON.stringify(tellErrors(body, languageOf(request))) }
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    throw new BadRequest(sentences.noJson)
  }
}

function refuse(error: Error, request: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent || response.destroyed) return void response.destroy()
  const { status, body } = refusalFor(error, request)
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
  response.writeHead(status, headers).end(JSON.stringify(body))
}
