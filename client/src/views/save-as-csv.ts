import { readFailure, sendQuery } from '../api/index.ts'
import { fileName, saveFile } from '../explorer/answer/download.ts'
import type { Language } from '../text/language.ts'

/**
 * Fetches the answer to a query as a table and saves it as a file: for Excel with Swedish settings, or plain.
 *
 * @throws {Failure} when the server refuses it
 */
export async function saveAsCsv(
  query: { toString(): string },
  variables: Readonly<Record<string, unknown>>,
  language: Language,
): Promise<void> {
  const accept = language === 'sv' ? 'text/csv; excel=sv' : 'text/csv'
  const written = { query: query.toString(), variables }
  const response = await sendQuery(written, { accept, language }, new AbortController().signal)
  if (!response.ok) {
    const { errors = [] } = (await response.json()) as { errors?: readonly object[] }
    throw readFailure({ graphQLErrors: errors })
  }
  saveFile(fileName(response.headers), await response.blob())
}
