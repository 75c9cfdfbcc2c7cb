import type { TypedDocumentString } from '@andel/schema/operations'
import { client } from './client.ts'
import { readFailure } from './failure.ts'
import { noteRefusal } from './session.ts'

/**
 * Sends one operation and waits for its data.
 *
 * @param how.asWhoever - as who is signed in now, even when that is another than the page was opened by
 * @throws {Failure} `Offline`, a `Fault` with the server's code, or an `Incident`
 */
export async function request<Data, Variables extends object>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { asWhoever = false } = {},
): Promise<Data> {
  const text = document.toString()
  const context = asWhoever ? { fetchOptions: {} } : {}
  const sent = text.trimStart().startsWith('mutation')
    ? client.mutation<Data, Variables>(text, variables, context)
    : client.query<Data, Variables>(text, variables, context)
  const { data, error } = await sent.toPromise()
  if (error) {
    const failure = readFailure(error)
    noteRefusal(failure)
    throw failure
  }
  return data as Data
}
