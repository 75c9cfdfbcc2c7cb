import { Fault } from '@andel/schema/fault'
import { Offline } from './failure.ts'
import { actingHeaders, noteRefusal } from './session.ts'

/** A query as somebody wrote it. */
export interface WrittenQuery {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  readonly operationName?: string | undefined
}

/** How the answer is wanted. */
export interface WantedAnswer {
  /** A media type: JSON, or one of those that give a table. */
  readonly accept: string
  /** In which errors are told. */
  readonly language: string
}

/** The headers that a query is sent with. */
export function queryHeaders({ accept, language }: WantedAnswer): Record<string, string> {
  return { 'Content-Type': 'application/json', Accept: accept, 'Accept-Language': language }
}

/**
 * Sends a query that somebody wrote, and gives what was answered, whatever it is.
 *
 * @throws {Offline} nothing answered
 * @throws {DOMException} `AbortError`, when `signal` says so
 */
export async function sendQuery(
  query: WrittenQuery,
  wanted: WantedAnswer,
  signal: AbortSignal,
): Promise<Response> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { ...queryHeaders(wanted), ...actingHeaders() },
      body: JSON.stringify(query),
      signal,
    })
    if (response.status === 401) noteRefusal(new Fault('UNAUTHENTICATED'))
    return response
  } catch (error) {
    if (signal.aborted) throw error
    throw new Offline()
  }
}
