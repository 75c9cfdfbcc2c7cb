import type { Api } from './api.ts'

export const csv = 'text/csv'
export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const ndjson = 'application/x-ndjson'

/** How a table is asked for. */
interface Ask {
  readonly accept?: string
  readonly variables?: object
  readonly operationName?: string
  /** What stands after the question mark of the address. */
  readonly search?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends a query as a program does that wants a table. */
export function askTable(api: Api, query: string, ask: Ask = {}): Promise<Response> {
  const { accept = csv, variables, operationName, search = '', headers = {} } = ask
  return api.fetch(`/graphql${search}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, ...headers },
    body: JSON.stringify({ query, variables, operationName }),
  })
}

/** The rows of a CSV without quotes, its heading first. */
export async function csvRows(response: Response, separator = ','): Promise<string[][]> {
  const text = await response.text()
  if (response.status !== 200) throw new Error(text)
  return text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(separator))
}

/** The refusal of a table: its status, code and details. */
export async function refusal(
  response: Response,
): Promise<{ status: number; code: string; message: string; details: Record<string, unknown> }> {
  const { errors } = (await response.json()) as {
    errors: { message: string; extensions: { code: string; details: Record<string, unknown> } }[]
  }
  const { message, extensions } = errors[0]!
  return { status: response.status, message, ...extensions }
}
