import { Offline, readFailure } from './failure.ts'

/** A row of a table: a value for each column, by the column's name. */
export type TableRow = Readonly<Record<string, unknown>>

/**
 * The first rows of what a query gives as a table. The rest is not fetched.
 *
 * @throws {Failure} `Offline`, a `Fault` with the server's code, or an `Incident`
 */
export async function firstRows(
  query: string,
  variables: Readonly<Record<string, unknown>>,
  most: number,
): Promise<TableRow[]> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/x-ndjson' },
    body: JSON.stringify({ query, variables }),
  }).catch(() => {
    throw new Offline()
  })
  if (!response.ok) throw readFailure({ graphQLErrors: await errorsOf(response) })
  const rows: TableRow[] = []
  for await (const line of linesOf(response.body!)) {
    const row = JSON.parse(line) as TableRow
    if ('error' in row) throw readFailure({ graphQLErrors: [row['error'] as object] })
    if (rows.push(row) === most) break
  }
  return rows
}

async function errorsOf(response: Response): Promise<readonly object[]> {
  const answer = (await response.json().catch(() => ({}))) as { errors?: readonly object[] }
  return answer.errors ?? []
}

/** Whole lines as they come; leaving early ends the fetching. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as never)
    .getReader() as ReadableStreamDefaultReader<string>
  let rest = ''
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + part.value).split('\n')
      rest = lines.pop()!
      yield* lines
    }
  } finally {
    await reader.cancel()
  }
}
