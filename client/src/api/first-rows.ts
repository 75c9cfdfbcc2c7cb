import { Offline, readFailure } from './failure.ts'

/** A row of a table: a value for each column, by the column's name. */
export type TableRow = Readonly<Record<string, unknown>>

/** The beginning of a table. */
export interface FirstRows {
  readonly rows: TableRow[]
  /** Whether there are others after them. */
  readonly more: boolean
  /** Bytes that were read. */
  readonly bytes: number
  /** What broke the table off, as GraphQL tells it. */
  readonly error?: object
}

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
  const { rows, error } = await readRows(response.body!, most)
  if (error) throw readFailure({ graphQLErrors: [error] })
  return rows
}

async function errorsOf(response: Response): Promise<readonly object[]> {
  const answer = (await response.json().catch(() => ({}))) as { errors?: readonly object[] }
  return answer.errors ?? []
}

/** Reads NDJSON until there are as many rows as wanted, and stops the rest. */
export async function readRows(body: ReadableStream<Uint8Array>, most: number): Promise<FirstRows> {
  const rows: TableRow[] = []
  const read = { bytes: 0 }
  for await (const line of linesOf(body, read)) {
    if (rows.length === most) return { rows, more: true, ...read }
    const row = JSON.parse(line) as TableRow
    if ('error' in row) return { rows, more: false, ...read, error: row['error'] as object }
    rows.push(row)
  }
  return { rows, more: false, ...read }
}

/** Whole lines as they come; leaving early ends the fetching. */
async function* linesOf(
  body: ReadableStream<Uint8Array>,
  read: { bytes: number },
): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      read.bytes += part.value.length
      const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n')
      rest = lines.pop()!
      yield* lines
    }
  } finally {
    await reader.cancel()
  }
}
