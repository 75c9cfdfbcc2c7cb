import type {
  ExecutionArgs,
  ExecutionResult,
  FormattedExecutionResult,
  GraphQLError,
} from 'graphql'
import type { SubscribePayload } from 'graphql-ws'
import type { Prepared } from '../execution/execution.ts'
import { reportError } from '../execution/report-error.ts'
import type { Streams, Wanted } from '../execution/streams.ts'
import type { Serving } from '../http/serve-graphql.ts'
import { tellErrors } from '../http/tell-errors.ts'
import { meters } from '../operation/meters.ts'
import type { Line } from './line.ts'
import { SlowReader } from './news-stream.ts'

/** Streams over one connection at a time. */
const mostStreams = 20

/** What is handed from the document to the stream. */
export interface Begun {
  readonly line: Line
  readonly wanted: Wanted
}

/** Reads what somebody asks for; what is wrong with it, or what to begin. */
export function readSubscription(
  { execution, context }: Serving,
  line: Line,
  { query, variables, operationName }: SubscribePayload,
): ExecutionArgs | readonly GraphQLError[] | undefined {
  const actor = line.actor!
  line.begun += 1
  if (line.begun > mostStreams) {
    line.close(4429, 'Too many subscriptions')
    return undefined
  }
  let prepared: Prepared
  try {
    prepared = execution.prepare(query)
  } catch (errors) {
    if (Array.isArray(errors)) return errors as GraphQLError[]
    throw errors
  }
  const wanted: Wanted = {
    prepared,
    variables: variables ?? undefined,
    operationName: operationName ?? undefined,
    context: () => context(actor),
  }
  const begun: Begun = { line, wanted }
  return {
    schema: execution.schema,
    document: prepared.document,
    operationName: operationName ?? null,
    contextValue: begun,
  }
}

/** Begins a stream that was read by `readSubscription`. Whoever does not take what it tells is let go. */
export async function beginStream(
  streams: Streams,
  { line, wanted }: Begun,
): Promise<ExecutionResult | AsyncIterableIterator<ExecutionResult>> {
  const begun = await streams.begin(wanted)
  if (!(Symbol.asyncIterator in begun)) return begun
  const next = async (): Promise<IteratorResult<ExecutionResult>> => {
    try {
      const told = await begun.next()
      if (!told.done) meters.told.inc()
      return told
    } catch (error) {
      if (error instanceof SlowReader) line.dropSlow()
      else throw error
      return { done: true, value: undefined }
    }
  }
  return { ...begun, next, [Symbol.asyncIterator]: () => ({ ...begun, next }) }
}

/** A result as it goes over the line: its errors coded, masked and in the language of whoever listens. */
export function formatted(
  line: Line,
  {
    data,
    errors,
  }: { data?: ExecutionResult['data']; errors?: ExecutionResult['errors'] | undefined },
): FormattedExecutionResult | undefined {
  if (!errors) return undefined
  return { ...(data !== undefined && { data }), errors: formattedErrors(line, errors) }
}

export function formattedErrors(line: Line, errors: readonly GraphQLError[]) {
  const reported = errors.map((error) => reportError(error.toJSON(), error))
  return tellErrors({ errors: reported }, line.language).errors
}
