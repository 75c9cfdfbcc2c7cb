import { TableOutlineDocument, type TableOutlineQuery } from '@andel/schema/operations'
import { Offline, readFailure, readRows, sendQuery, type WrittenQuery } from '../../api/index.ts'
import {
  type AnswerError,
  type JsonAnswer,
  type Outline,
  type TableAnswer,
  jsonType,
  mostRows,
  rowsType,
} from './answer.ts'

/** In which language, and until when. */
export interface Asking {
  readonly language: string
  readonly signal: AbortSignal
}

/**
 * Asks for the answer as JSON, set in lines. Objections of GraphQL stand in `errors`.
 *
 * @throws {Offline} nothing answered, or somebody on behalf of the server
 */
export async function askJson(
  query: WrittenQuery,
  { language, signal }: Asking,
): Promise<JsonAnswer> {
  const sent = performance.now()
  const response = await sendQuery(query, { accept: jsonType, language }, signal)
  const text = await whole(response.text(), signal)
  const milliseconds = performance.now() - sent
  const answer = parse(text)
  return {
    text: JSON.stringify(answer, undefined, 2),
    errors: answer.errors ?? [],
    milliseconds,
    bytes: new Blob([text]).size,
  }
}

/**
 * Asks for the first rows of the answer as a table.
 *
 * @throws {Offline} nothing answered, or it broke off
 */
export async function askTable(
  query: WrittenQuery,
  { language, signal }: Asking,
): Promise<TableAnswer> {
  const sent = performance.now()
  const response = await sendQuery(query, { accept: rowsType, language }, signal)
  if (!response.ok || !response.body) {
    const text = await whole(response.text(), signal)
    const { errors = [] } = parse(text)
    const milliseconds = performance.now() - sent
    return { rows: [], more: false, errors, milliseconds, bytes: text.length }
  }
  const { rows, more, bytes, error } = await whole(readRows(response.body, mostRows), signal)
  const errors = error ? [error as AnswerError] : []
  return { rows, more, errors, milliseconds: performance.now() - sent, bytes }
}

/**
 * Asks what the table would be, or why there is none.
 *
 * @throws {Failure} `Offline`, or what the server says of a request that it does not take
 */
export async function askOutline(
  { query, variables }: WrittenQuery,
  { language, signal }: Asking,
): Promise<Outline> {
  const about = { query, variables, language: language === 'sv' ? 'SV' : 'EN' }
  const written = { query: TableOutlineDocument.toString(), variables: about }
  const response = await sendQuery(written, { accept: jsonType, language }, signal)
  const { data, errors = [] } = parse<TableOutlineQuery>(await whole(response.text(), signal))
  if (!data) throw readFailure({ graphQLErrors: errors })
  return data.tableOutline
}

interface Body<Data> {
  readonly data?: Data
  readonly errors?: readonly AnswerError[]
}

function parse<Data = unknown>(text: string): Body<Data> {
  try {
    return JSON.parse(text) as Body<Data>
  } catch {
    throw new Offline() // a proxy, on behalf of a server that is gone
  }
}

/** A body that breaks off is no answer. */
async function whole<T>(reading: Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (signal.aborted) throw error
    throw new Offline()
  }
}
